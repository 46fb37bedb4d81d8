using Experiments.Charts;
using Experiments.Images;
using Simulator.Tests.Reports;

namespace Simulator.Tests.Images;

/// <summary>Whether pictures can be read: only a browser knows where text ends up, and how large.</summary>
public sealed class ReadableTests
{
    [Theory]
    [InlineData("slide", 14 * 96.0 / 72)]
    [InlineData("paper", 8 * 96.0 / 72)]
    [InlineData("square", 18 * 96.0 / 72)]
    public async Task No_text_of_a_report_is_too_small_or_cut_off_or_covered(string size, double least)
    {
        using var folder = new ReportFolder();

        await Check(folder.Report.Charts, size, least);
    }

    [Theory]
    [InlineData("rhythm", "slide", 14 * 96.0 / 72)]
    [InlineData("rhythm", "square", 18 * 96.0 / 72)]
    [InlineData("worlds", "slide", 14 * 96.0 / 72)]
    [InlineData("additive", "slide", 14 * 96.0 / 72)]
    [InlineData("alone", "slide", 14 * 96.0 / 72)]
    [InlineData("alone", "paper", 8 * 96.0 / 72)]
    [InlineData("policies", "slide", 14 * 96.0 / 72)]
    [InlineData("tails", "slide", 14 * 96.0 / 72)]
    public async Task No_text_of_a_sweep_is_too_small_or_cut_off_or_covered(string design, string size, double least)
    {
        using var folder = new SweepReportFolder(design);

        await Check(folder.Report.Charts, size, least);
    }

    private static async Task Check(IReadOnlyList<ChartEntry> charts, string name, double least)
    {
        PictureSize size = PictureSize.All.Single(one => one.Name == name);
        IReadOnlyList<ChartPicture> pictures = Pictured.Draw(charts, size);

        Assert.Equal(charts.OfType<Chart>().Select(chart => chart.Id), pictures.Select(picture => picture.Chart.Id));
        foreach ((ChartPicture picture, IReadOnlyList<Pictured.Line> lines) in await Pictured.Lines(pictures))
        {
            string chart = picture.Chart.Id;
            Assert.True(lines.Count > 5, chart);
            Assert.All(lines, line => Assert.True(line.IsOurFont, $"{chart}: '{line.Text}' has another font"));
            Assert.All(lines, line => Assert.True(line.Size >= least, $"{chart}: '{line.Text}' has {line.Size} pixels, less than {least}"));
            Assert.All(lines, line => Assert.True(
                line.Left >= 0 && line.Top >= 0 && line.Right <= size.Width && line.Bottom <= size.Height, $"{chart}: '{line.Text}' is cut off at {line}"));
            Assert.All(Pairs(lines), pair => Assert.False(pair.One.Covers(pair.Other), $"{chart}: '{pair.One.Text}' covers '{pair.Other.Text}': {pair}"));
        }
    }

    private static IEnumerable<(Pictured.Line One, Pictured.Line Other)> Pairs(IReadOnlyList<Pictured.Line> lines) =>
        lines.SelectMany((one, index) => lines.Skip(index + 1).Select(other => (one, other)));
}
