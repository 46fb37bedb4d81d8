using System.Text.Json;
using System.Text.RegularExpressions;
using Experiments.Charts;
using Spectre.Console;

namespace Simulator.Tests.Reports;

public sealed partial class SweepReportTests
{
    /// <summary>Each design with the charts that it calls for.</summary>
    public static TheoryData<string, string[]> Designs => new()
    {
        { "rhythm", ["curve", "overtaking", "fans", "front"] },
        { "worlds", ["map-net-value", "map-trust-debt", "levels", "factors", "overtaking", "fans", "front"] },
        { "additive", ["levels", "factors", "parallel", "overtaking", "fans", "front"] },
        { "alone", ["tornado", "overtaking", "fans", "front"] },
        { "policies", ["curve", "overtaking", "fans", "front", "segment-effects", "segments"] },
        { "tails", ["curve", "overtaking", "fans", "front", "tail-complaints"] },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_design_gets_its_charts_each_with_title_caption_figure_and_table(string design, string[] charts)
    {
        using var folder = new SweepReportFolder(design);

        Assert.Equal(charts.Order(), folder.Files("json"));
        Assert.Equal(charts.Order(), folder.Files("csv"));
        Assert.All(charts, id => Assert.Contains($"data-chart=\"{id}\"", folder.Page, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", Script().Replace(folder.Page, ""), StringComparison.Ordinal);
        string[] captions = [.. Caption().Matches(folder.Page).Select(match => match.Groups[1].Value)];
        Assert.Equal(charts.Length, captions.Length);
        Assert.All(captions, caption =>
        {
            Assert.Contains($"n = {folder.Store.Replicates} replicates", caption, StringComparison.Ordinal);
            Assert.Contains("seed 1", caption, StringComparison.Ordinal);
            Assert.Contains("experiment 01234567", caption, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Figures_have_data_units_and_colours_for_dark_pages(string design, string[] charts)
    {
        using var folder = new SweepReportFolder(design);

        Assert.All(charts, id =>
        {
            string text = File.ReadAllText(Path.Combine(folder.Path, "charts", id + ".json"));
            using JsonDocument figure = JsonDocument.Parse(text);
            JsonElement layout = figure.RootElement.GetProperty("layout");
            Assert.NotEmpty(figure.RootElement.GetProperty("data").EnumerateArray());
            Assert.All(figure.RootElement.GetProperty("data").EnumerateArray(), trace =>
            {
                Assert.NotEmpty(trace.GetProperty("x").EnumerateArray());
                Assert.True(layout.TryGetProperty("xaxis" + trace.GetProperty("xaxis").GetString()![1..], out _));
                Assert.True(layout.TryGetProperty("yaxis" + trace.GetProperty("yaxis").GetString()![1..], out _));
            });
            Assert.All(Colour().Matches(text).Select(match => match.Value).Distinct(), colour => Assert.True(Palette.Dark.ContainsKey(colour), colour));
        });
    }

    [Fact]
    public void Tables_hold_every_combination_with_units_in_the_header()
    {
        using var folder = new SweepReportFolder("worlds");

        string[] cells = File.ReadAllLines(Path.Combine(folder.Path, "tables", "cells.csv"));

        Assert.Equal(16, cells.Length);
        Assert.StartsWith("point,policy,scenario.trust.loss,policies.regular.every,replicates,net value above silence (currency units) mean,net value above silence (currency units) low_95", cells[0], StringComparison.Ordinal);
        Assert.StartsWith("0,regular,0.1,1,12,", cells[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_experiment_is_shown_as_text_and_failures_are_told()
    {
        using var folder = new SweepReportFolder("failed");

        Assert.Contains("<title>How often is &lt;too&gt; often?</title>", folder.Page, StringComparison.Ordinal);
        Assert.Contains("1 run failed and is missing", folder.Page, StringComparison.Ordinal);
        Assert.Contains("the disk &lt;b&gt;is&lt;/b&gt; full", folder.Page, StringComparison.Ordinal);
        Assert.Contains("11 to 12 replicates", folder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_replicate_is_reported_without_intervals()
    {
        using var folder = new SweepReportFolder("single");

        Assert.Contains("This is a single replicate of each combination.", folder.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("(95% interval", Script().Replace(folder.Page, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_gives_the_best_combinations_and_the_findings()
    {
        using var folder = new SweepReportFolder("rhythm");
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 300;

        folder.Report.Show(console);

        string[] rows = [.. text.ToString().Split('\n').Where(line => line.StartsWith("| regular", StringComparison.Ordinal))];
        Assert.Equal(5, rows.Length);
        Assert.Contains(" 10 ", rows[0], StringComparison.Ordinal);
        Assert.All(folder.Report.Answer.Findings, finding => Assert.Contains(finding.Text[..40], text.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<figcaption>(.*?)</figcaption>")]
    private static partial Regex Caption();

    [GeneratedRegex("#[0-9A-F]{6}")]
    private static partial Regex Colour();
}
