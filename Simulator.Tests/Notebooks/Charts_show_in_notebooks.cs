using System.Text.Json.Nodes;
using Experiments.Notebooks;
using Microsoft.Playwright;
using Simulator.Ledgers;
using Simulator.Tests.Reports;

namespace Simulator.Tests.Notebooks;

public sealed class Charts_show_in_notebooks(SmallResults small) : IClassFixture<SmallResults>
{
    private const string Library = "plotly.js (cartesian";

    private readonly Results _results = small.Results;

    [Fact]
    public void The_first_chart_of_a_notebook_carries_the_library_and_the_others_use_it()
    {
        NotebookSession.Start();

        string[] pages = [.. Everything().Select(chart => (string)chart.ToMimeBundle()["text/html"])];

        Assert.Contains(Library, pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), page => Assert.DoesNotContain(Library, page, StringComparison.Ordinal));
        Assert.InRange(pages.Sum(page => page.Length), 1_500_000, 1_700_000);
        NotebookSession.Start();
        Assert.Contains(Library, (string)Everything()[1].ToMimeBundle()["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_is_a_plotly_figure_with_its_title_a_page_and_a_text() => Assert.All(Everything(), chart =>
    {
        IReadOnlyDictionary<string, object> bundle = ChartBundle.Of(chart, withLibrary: false);

        var figure = (JsonObject)bundle["application/vnd.plotly.v1+json"];
        Assert.NotEmpty(figure["data"]!.AsArray());
        Assert.Equal(chart.Title, ((string)figure["layout"]!["title"]!["text"]!).Replace("<br>", " ", StringComparison.Ordinal));
        Assert.Equal(figure.ToJsonString(), JsonNode.Parse(chart.Json)!.ToJsonString());
        Assert.Contains(System.Net.WebUtility.HtmlEncode(chart.Title), (string)bundle["text/html"], StringComparison.Ordinal);
        Assert.StartsWith(chart.Title + "\n" + chart.AltText, (string)bundle["text/plain"], StringComparison.Ordinal);
    });

    [Fact]
    public void The_same_chart_is_the_same_bytes() => Assert.Equal(
        Everything().Select(chart => (string)ChartBundle.Of(chart, withLibrary: false)["text/html"]),
        Everything().Select(chart => (string)ChartBundle.Of(chart, withLibrary: false)["text/html"]));

    [Fact]
    public void A_chart_drawn_from_results_says_which()
    {
        Chart chart = Line().From(_results);

        Assert.EndsWith($"n = 30 replicates · seed 3 · experiment {_results.Hash[..8]}", chart.Caption, StringComparison.Ordinal);
        Assert.Equal(Line().ToCsv(), chart.ToCsv());
    }

    [Fact]
    public void A_missing_value_interrupts_a_line()
    {
        var chart = Chart.Line(new double?[] { 1, 2, null, 4, 5 }.Select((y, x) => (x, y)), row => row.x, row => row.y, "gap", "x", "y");

        JsonArray traces = JsonNode.Parse(chart.Json)!["data"]!.AsArray();
        Assert.Equal(["[0,1]", "[3,4]"], traces.Select(trace => trace!["x"]!.ToJsonString()));
    }

    [Fact]
    public void The_text_of_points_does_not_hang_on_their_order()
    {
        (double X, double Y)[] points = [(0, 1), (1, 3), (2, 2), (3, 5), (4, 4), (5, 5)];
        string Text(IEnumerable<(double X, double Y)> rows) => Chart.Scatter(rows, row => row.X, row => row.Y, "t", "x", "y", diagonal: true).AltText;

        Assert.Equal("Points of y over x. 6 points, 1 to 5 high and 0 to 5 across; their correlation is 0.85; 3 lie above the line of equal values, 0 below it.", Text(points));
        Assert.Equal(Text(points), Text(points.Reverse()));
    }

    [Fact]
    public void A_chart_is_saved_into_a_folder_that_is_not_there_yet_and_read_from_the_folder_of_the_results()
    {
        string path = Path.Combine(small.Above, "new", "folder", "chart.json");

        Line().Save(path);

        Assert.Equal(Line().Json, File.ReadAllText(path));
        Assert.Equal(small.Name, Path.GetFileName(_results.Folder));
        Assert.Throws<NotebookException>(() => Line().Save(Path.Combine(path, "below-a-file.json")));
    }

    [Fact]
    public void A_histogram_counts_every_value_once()
    {
        double[] values = [.. _results.Runs.Select(run => run[Metric.Sales]!.Value)];

        string[] rows = Chart.Histogram(values, "sales", "sales", "runs").ToCsv().TrimEnd().Split('\n')[1..];

        Assert.Equal(values.Length, rows.Sum(row => int.Parse(row.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row =>
        {
            double[] cells = [.. row.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
            Assert.Equal(cells[2], values.Count(value => value >= cells[0] - 1e-9 && value < cells[1] - 1e-9));
        });
    }

    [Fact]
    public void Bars_of_shares_are_drawn_in_percent_and_those_that_may_be_zero_are_grey()
    {
        (string, Estimate?)[] bars = [("sure", new Estimate(0.2, 0.1, 0.3, 9, "%")), ("unsure", new Estimate(0.1, -0.1, 0.3, 9, "%")), ("none", null)];

        JsonNode trace = JsonNode.Parse(Chart.Bar(bars, bar => bar.Item1, bar => bar.Item2, "t", "share, %").Json)!["data"]![0]!;

        Assert.Equal("[20,10]", trace["x"]!.ToJsonString());
        Assert.Equal(["#0077BB", "#CBD2D9"], trace["marker"]!["color"]!.AsArray().Select(colour => (string)colour!));
    }

    [Fact]
    public async Task Charts_are_drawn_offline_also_beside_a_module_loader_and_whichever_comes_first()
    {
        string browserPath = BrowserTests.Browser();
        Chart[] charts = Everything();
        IEnumerable<string> outputs = charts.Select((chart, index) => (string)ChartBundle.Of(chart, withLibrary: index == charts.Length - 1)["text/html"]);
        string page = Path.Combine(small.Above, "charts.html");
        File.WriteAllText(page, $"<!doctype html><meta charset=utf-8><script>window.define = () => {{ throw 'loaded as a module'; }}; window.define.amd = {{}};</script>{string.Concat(outputs)}");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browserPath,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        IPage tab = await browser.NewPageAsync();
        var errors = new List<string>();
        var outside = new List<string>();
        tab.Console += (_, message) => { if (message.Type is "error" or "warning") { errors.Add(message.Text); } };
        tab.PageError += (_, error) => errors.Add(error);
        tab.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) { outside.Add(request.Url); } };

        await tab.GotoAsync(new Uri(page).AbsoluteUri);
        await tab.WaitForFunctionAsync($"document.querySelectorAll('[data-simulation-chart][data-drawn] svg.main-svg').length >= {charts.Length}");

        Assert.Empty(errors);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task A_chart_without_the_library_says_what_to_do()
    {
        string browserPath = BrowserTests.Browser();
        string page = Path.Combine(small.Above, "chart.html");
        File.WriteAllText(page, $"<!doctype html><meta charset=utf-8>{ChartBundle.Of(Line(), withLibrary: false)["text/html"]}");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browserPath, Args = ["--no-sandbox"] });
        IPage tab = await browser.NewPageAsync();

        await tab.GotoAsync(new Uri(page).AbsoluteUri);
        await tab.WaitForSelectorAsync("text=To see this chart, run the notebook from the top");

        Assert.Contains(Line().AltText, await tab.InnerTextAsync("[data-simulation-chart]"), StringComparison.Ordinal);
    }

    private Chart Line() => Chart.Line(
        _results.Days(Metric.NetValue).Where(day => day.Point == 0), day => day.Day, day => day.Mean, "Net value by day <and> policy", "day", "net value, currency units", day => day.Policy, day => day.P05, day => day.P95, "Bands: the middle 90% of runs.");

    private Chart[] Everything() =>
    [
        Line(),
        .. _results.ChartNames.Select(_results.Chart),
        Chart.Scatter(_results.Runs, run => run[Metric.Sales]!.Value, run => run[Metric.NetValue], "Sales make money", "sales", "net value, currency units", run => run.Policy, diagonal: true),
        Chart.Bar(_results.Policies, policy => policy, policy => _results.Of(policy).Mean(Metric.NetValue), "Net value of each policy", "net value, currency units"),
        Chart.Histogram(_results.Of("weekly").Select(run => run[Metric.Complaints]!.Value), "How many complain", "complaints", "runs", mark: 0),
    ];
}
