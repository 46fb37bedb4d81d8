using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Experiments.Charts;
using Experiments.Config;
using Experiments.Images;

namespace Simulator.Tests.Images;

public sealed class GalleryTests
{
    private static readonly string Room = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "Experiments", "Charts"));

    private static readonly string Page = File.ReadAllText(Path.Combine(Room, "README.md"));

    private static readonly string[] Shown = [.. Regex.Matches(Page, @"\]\((?<file>[a-z0-9/-]+\.png)\)").Select(match => match.Groups["file"].Value)];

    [Fact]
    public void Every_picture_of_the_gallery_is_there_and_no_other_and_all_are_small()
    {
        string[] there = [.. Directory.GetFiles(Room, "*.png").Concat(Directory.GetFiles(Path.Combine(Room, "gallery"))).Select(file => Path.GetRelativePath(Room, file).Replace('\\', '/'))];

        Assert.Equal(there.Order(), Shown.Order());
        Assert.True(there.Sum(file => new FileInfo(Path.Combine(Room, file)).Length) < 1_000_000);
    }

    [Fact]
    public void Every_picture_of_the_gallery_carries_the_chart_it_shows_of_a_shipped_experiment()
    {
        string[] shipped = [.. ShippedExperiments.Files().Select(file => Path.GetFileNameWithoutExtension(file))];

        Assert.All(Shown, file =>
        {
            string json = PngText.Read(File.ReadAllBytes(Path.Combine(Room, file)))!;
            ChartMetadata chart = ChartMetadata.FromJson(json)!;
            Assert.Equal(Path.GetFileNameWithoutExtension(file), chart.Chart);
            Assert.Contains(chart.Provenance.Experiment, shipped);
            Assert.Contains($"`{chart.Chart}`", Page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_link_of_the_table_leads_to_a_heading()
    {
        string[] headings = [.. Regex.Matches(Page, "^### (?<text>.+)$", RegexOptions.Multiline).Select(match => match.Groups["text"].Value.Trim().ToLowerInvariant().Replace(' ', '-'))];

        Assert.All(Regex.Matches(Page, @"\]\(#(?<anchor>[a-z0-9-]+)\)").Select(match => match.Groups["anchor"].Value), anchor => Assert.Contains(anchor, headings));
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
