using Microsoft.Playwright;

namespace Simulator.Tests.Reports;

/// <summary>Opens a report in a real browser: what is drawn, and what is asked of the network, only a browser knows.</summary>
public sealed class BrowserTests
{
    private static readonly string[] Candidates =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    public async Task A_report_is_drawn_without_error_or_outside_request_and_fits_the_screen(int width, ColorScheme scheme)
    {
        using var folder = new ReportFolder();
        await Check(folder.Report.Page, folder.Figures.Count, width, scheme);
    }

    [Theory]
    [InlineData("rhythm", 1280, ColorScheme.Light)]
    [InlineData("rhythm", 375, ColorScheme.Dark)]
    [InlineData("worlds", 1280, ColorScheme.Dark)]
    [InlineData("worlds", 375, ColorScheme.Light)]
    [InlineData("additive", 375, ColorScheme.Light)]
    [InlineData("alone", 375, ColorScheme.Light)]
    [InlineData("policies", 375, ColorScheme.Light)]
    [InlineData("tails", 1280, ColorScheme.Light)]
    public async Task A_report_of_a_sweep_is_drawn_without_error_or_outside_request_and_fits_the_screen(string design, int width, ColorScheme scheme)
    {
        using var folder = new SweepReportFolder(design);
        await Check(folder.Report.Page, folder.Files("json").Length, width, scheme);
    }

    private static async Task Check(string address, int charts, int width, ColorScheme scheme)
    {
        string browserPath = Browser();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browserPath,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
        });
        var errors = new List<string>();
        var outside = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { errors.Add(message.Text); } };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) { outside.Add(request.Url); } };

        await page.GotoAsync(new Uri(address).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-drawn=true]");
        string[] empty = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-chart]')].filter(plot => !plot.querySelector('svg .point, svg .js-line, svg .hm image, svg .heatmaplayer image')).map(plot => plot.dataset.chart)");
        int drawn = await page.EvaluateAsync<int>("document.querySelectorAll('[data-chart] svg.main-svg').length");
        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        string before = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.ClickAsync("#theme");
        string after = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        Assert.Empty(errors);
        Assert.Empty(outside);
        Assert.Empty(empty);
        Assert.True(drawn >= charts);
        Assert.True(overflow <= 0, $"the page is {overflow} pixels wider than the screen");
        Assert.NotEqual(before, after);
    }

    internal static string Browser()
    {
        string? path = Candidates.FirstOrDefault(File.Exists);
        if (path is null)
        {
            const string Missing = "no Chromium, Chrome or Edge is installed";
            Assert.False(Environment.GetEnvironmentVariable("SIMULATION_REQUIRE_BROWSER") == "1", Missing);
            Assert.Skip(Missing);
        }

        return path;
    }
}
