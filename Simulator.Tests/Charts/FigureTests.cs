using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Simulator.Ledgers;
using Simulator.Tests.Reports;
using static Simulator.Tests.Analysis.Synthetic;

namespace Simulator.Tests.Charts;

public sealed class FigureTests
{
    [Fact]
    public void Every_figure_file_has_data_a_title_and_units_on_its_axes()
    {
        using var folder = new ReportFolder();

        Assert.All(folder.Figures, file =>
        {
            using JsonDocument figure = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement layout = figure.RootElement.GetProperty("layout");
            Assert.NotEmpty(layout.GetProperty("title").GetProperty("text").GetString()!);
            Assert.NotEmpty(figure.RootElement.GetProperty("data").EnumerateArray());
            Assert.All(figure.RootElement.GetProperty("data").EnumerateArray(), HasData);
            Assert.All(ScaleAxes(layout), axis => Assert.NotEmpty(axis.Value.GetProperty("title").GetProperty("text").GetString()!));
        });
    }

    [Fact]
    public void Every_trace_names_axes_that_exist()
    {
        using var folder = new ReportFolder();

        Assert.All(folder.Figures, file =>
        {
            using JsonDocument figure = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement layout = figure.RootElement.GetProperty("layout");
            Assert.All(figure.RootElement.GetProperty("data").EnumerateArray(), trace =>
            {
                Assert.True(layout.TryGetProperty("xaxis" + trace.GetProperty("xaxis").GetString()![1..], out _));
                Assert.True(layout.TryGetProperty("yaxis" + trace.GetProperty("yaxis").GetString()![1..], out _));
            });
        });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_JSON_does_not_know_is_refused(double value)
    {
        var figure = new Figure([new ScatterTrace { X = [value], Y = [1] }], new Layout());

        Assert.Throws<InvalidOperationException>(() => FigureJson.Write(figure));
    }

    [Fact]
    public void Every_colour_has_a_counterpart_on_a_dark_page()
    {
        using var folder = new ReportFolder();
        IEnumerable<string> used = folder.Figures.SelectMany(file =>
            System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "#[0-9A-F]{6}").Select(match => match.Value)).Distinct();

        Assert.All(used, colour => Assert.True(Palette.Dark.ContainsKey(colour), colour));
        Assert.All(Palette.Policies, colour => Assert.True(Palette.Dark.ContainsKey(colour), colour));
    }

    [Fact]
    public void Labels_at_the_ends_of_lines_do_not_cover_each_other()
    {
        (string, double)[] ends = [("a", 5), ("b", 5), ("c", 5.1), ("d", 0)];

        double[] places = [.. EndLabels.Spread(ends, [0, 10], 400, Format.Wide).Select(label => label.Place)];

        double line = Format.Wide.FontSize * 1.25 * 10 / 400;
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First - pair.Second >= line - 1e-9));
        Assert.All(places, place => Assert.InRange(place, 0, 10));
    }

    [Fact]
    public void Thinned_days_keep_the_beginning_and_the_end()
    {
        int[] kept = DayThinning.Kept(365);

        Assert.Equal(Enumerable.Range(0, 14), kept.Take(14));
        Assert.Equal(364, kept[^1]);
        Assert.InRange(kept.Length, 50, 200);
        Assert.Equal([0], DayThinning.Kept(1));
    }

    [Theory]
    [InlineData(1100, true)]
    [InlineData(1020, false)]
    public void Newcomers_are_explained_where_they_show(double arrived, bool explained)
    {
        PolicyResults Group(string name, double arrivals) => Policy(
            name, 3, (Metric.Arrived, arrivals), (Metric.Followers, 900), (Metric.TunedOut, 10), (Metric.Unfollows, 5), (Metric.Blocks, 5), (Metric.Drifted, 80));
        StoredResults results = Results(Facts(), Group("silent", 1000), Group(Blast, arrived));

        var chart = (Chart)WhereaboutsChart.Draw(ChartContext.Of(results, Answer.Of(results)));

        Assert.Equal(explained, chart.Reading.EndsWith("Praise seen by outsiders draws newcomers in this model.", StringComparison.Ordinal));
    }

    private static void HasData(JsonElement trace)
    {
        Assert.NotEmpty(trace.GetProperty("x").EnumerateArray());
        Assert.Equal(trace.GetProperty("x").GetArrayLength(), trace.GetProperty("y").GetArrayLength());
    }

    // Axes that name their rows, or repeat a neighbour's scale without labels, need no unit.
    private static IEnumerable<JsonProperty> ScaleAxes(JsonElement layout) => layout.EnumerateObject().Where(axis =>
        (axis.Name.StartsWith("xaxis", StringComparison.Ordinal) || axis.Name.StartsWith("yaxis", StringComparison.Ordinal))
        && axis.Value.GetProperty("showticklabels").GetBoolean()
        && (!axis.Value.TryGetProperty("ticktext", out JsonElement labels) || axis.Value.GetProperty("type").GetString() == "log"));
}
