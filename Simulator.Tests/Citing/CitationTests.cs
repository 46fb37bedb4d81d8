using System.Text.Json;
using Experiments;
using Experiments.Charts;
using Experiments.Citing;
using Experiments.Images;
using Experiments.Store;
using Simulator.Tests.Running;

namespace Simulator.Tests.Citing;

/// <summary>Whoever meets a chart alone can cite it, from what it carries.</summary>
public sealed class CitationTests : IClassFixture<CitationTests.Folder>
{
    private readonly Folder _folder;

    /// <summary>A small experiment, run once.</summary>
    public sealed class Folder : IAsyncLifetime
    {
        internal TemporaryFolder Temporary { get; } = new();

        internal string Results => Temporary["results"];

        public async ValueTask InitializeAsync()
        {
            File.WriteAllText(Temporary["sweep.yaml"], SmallSweep.Yaml("5"));
            Assert.Equal(ExitCode.Done, await Program.RunAsync(["run", Temporary["sweep.yaml"], "--out", Results, "--quiet"], TextWriter.Null, TextWriter.Null));
        }

        public ValueTask DisposeAsync()
        {
            Temporary.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public CitationTests(Folder folder) => _folder = folder;

    [Fact]
    public void The_program_is_cited_in_the_version_that_runs() => Assert.Equal(Tool.Version, CitedSoftware.This.Version);

    [Theory]
    [InlineData("50% of A & B", @"50\% of A \& B")]
    [InlineData("a_b #1 {x} $", @"a\_b \#1 \{x\} \$")]
    [InlineData(@"~ ^ \", @"\textasciitilde{} \textasciicircum{} \textbackslash{}")]
    [InlineData("“fans” – 3 × 4", "“fans” – 3 × 4")]
    public void LaTeX_reads_a_title_as_it_was_written(string text, string escaped) => Assert.Equal(escaped, BibTeXText.Escape(text));

    [Fact]
    public async Task An_experiment_is_cited_with_all_its_charts_and_each_key_stands_once()
    {
        (int code, string bibtex, _) = await Run("cite", _folder.Results, "--format", "bibtex");
        (_, string csl, _) = await Run("cite", _folder.Results, "--format", "csl-json");

        Assert.Equal(ExitCode.Done, code);
        using var json = JsonDocument.Parse(csl);
        string[] ids = [.. json.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
        Assert.Equal(1 + Directory.GetFiles(Path.Combine(_folder.Results, "charts"), "*.json").Length, ids.Length);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Contains($"@misc{{{id},", bibtex, StringComparison.Ordinal));
        Assert.Equal(bibtex.Count(character => character == '{'), bibtex.Count(character => character == '}'));
        Assert.All(json.RootElement.EnumerateArray(), item =>
        {
            Assert.Equal("The Simulation authors", item.GetProperty("author")[0].GetProperty("literal").GetString());
            Assert.Contains("experiment.yaml", item.GetProperty("note").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(item.GetProperty("abstract").GetString()!);
        });
    }

    [Fact]
    public async Task A_caption_says_what_the_chart_shows_and_what_it_rests_on()
    {
        string chart = Charts()[0];
        (_, string caption, _) = await Run("cite", _folder.Results, "--only", chart, "--format", "caption");

        Assert.Contains("n = 5 replicates of ", caption, StringComparison.Ordinal);
        Assert.Contains("seed 3", caption, StringComparison.Ordinal);
        Assert.Contains("Simulation experiment sweep (", caption, StringComparison.Ordinal);
        Assert.Contains($"Simulation {Tool.Version}.", caption, StringComparison.Ordinal);
        Assert.DoesNotContain("..", caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_left_its_folder_is_cited_like_the_chart_in_its_folder()
    {
        string chart = Charts()[0];
        ChartMetadata carried = ChartMetadata.Of(Experiments.Reports.FinishedReport.Open(_folder.Results).Charts.OfType<Chart>().Single(found => found.Id == chart));
        string svg = _folder.Temporary["left.svg"];
        File.WriteAllText(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\">{SvgMetadata.Element(carried.ToJson())}</svg>");
        string png = _folder.Temporary["left.png"];
        File.WriteAllBytes(png, PngText.With(Pixel.Png, 96, [(ChartMetadata.Key, carried.ToJson())]));

        (_, string expected, _) = await Run("cite", _folder.Results, "--only", chart);

        Assert.Equal(expected, (await Run("cite", svg)).Output);
        Assert.Equal(expected, (await Run("cite", png)).Output);
        Assert.Equal(expected, (await Run("cite", Path.Combine(_folder.Results, "charts", chart + ".json"))).Output);
    }

    [Fact]
    public async Task What_cannot_be_cited_is_refused_with_what_to_do()
    {
        string chart = Charts()[0];
        string bare = _folder.Temporary["bare.png"];
        File.WriteAllBytes(bare, Pixel.Png);

        Assert.Contains($"did you mean '{chart}'?", (await Run("cite", _folder.Results, "--only", chart + "s")).Error, StringComparison.Ordinal);
        Assert.Contains("does not say which experiment it comes from", (await Run("cite", bare)).Error, StringComparison.Ordinal);
        Assert.Contains("Name a result folder", (await Run("cite", _folder.Temporary["nothing"])).Error, StringComparison.Ordinal);
        Assert.Contains("is no chart", (await Run("cite", _folder.Temporary["sweep.yaml"])).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Run("cite", bare)).Code);
    }

    private string[] Charts() => [.. Directory.GetFiles(Path.Combine(_folder.Results, "charts"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
