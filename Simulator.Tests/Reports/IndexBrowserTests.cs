using Experiments.Analysis.Findings;
using Microsoft.Playwright;

namespace Simulator.Tests.Reports;

/// <summary>Opens the page of all results in a real browser.</summary>
public sealed class IndexBrowserTests
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_page_fits_the_screen_asks_nothing_of_the_network_and_finds_and_sorts(int width, ColorScheme scheme)
    {
        string browserPath = BrowserTests.Browser();
        using IndexFolder folder = Results();
        folder.Write();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browserPath,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        var errors = new List<string>();
        var outside = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { errors.Add(message.Text); } };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal)) { outside.Add(request.Url); } };

        await page.GotoAsync(new Uri(folder["index.html"]).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-drawn=true]");
        Assert.Equal(["zebra", "cadence", "half"], await Shown(page));
        Assert.True(await Overflow(page) <= 0, $"the page is {await Overflow(page)} pixels wider than the screen");

        // By keyboard alone: the button, then the field, then the list of orders.
        await page.FocusAsync("#theme");
        string before = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.Keyboard.PressAsync("Enter");
        Assert.NotEqual(before, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("CAFÉ rhythm");
        Assert.Equal(["cadence"], await Shown(page));
        Assert.Equal("1 of 3", await page.InnerTextAsync("#found"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.older').open"), "what was looked for is in a run that is folded away");
        Assert.True(await Overflow(page) <= 0, "the page with the older run open is wider than the screen");
        await page.FillAsync("#search", "xyzzy");
        Assert.Empty(await Shown(page));
        Assert.Equal("Nothing has all these words.", await page.InnerTextAsync("#found"));
        await page.FillAsync("#search", "");
        await page.SelectOptionAsync("#sort", "name");
        Assert.Equal(["cadence", "zebra", "half"], await Shown(page));

        await page.ClickAsync("article h2 a");
        Assert.Equal("report", await page.TitleAsync());
        Assert.Empty(errors);
        Assert.Empty(outside);
    }

    private static IndexFolder Results()
    {
        var folder = new IndexFolder();
        string longWord = new('w', 90);
        folder.Add("cadence", "How often can a sender write?", "cadence-1", 1, $"name: cadence\nscenario: {{rhythm: {longWord}}}\n", [new Finding("a", "In the cafe it does", "")]);
        folder.Add("cadence", "How often can a sender write?", "cadence-2", 2, "name: cadence\nscenario: {rhythm: 1}\n");
        string odd = folder.Add("zebra", $"Is {longWord} a word?", "zebra #1", 3, change: manifest => manifest with { Failures = 1, ToolVersion = "0.0.9" });
        File.Delete(Path.Combine(odd, "results.sqlite"));
        File.Delete(Path.Combine(folder.Add("half", folder: longWord, yaml: "name: half\n"), "manifest.json"));
        return folder;
    }

    private static Task<string[]> Shown(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.card')].filter(card => card.offsetHeight > 0).map(card => card.querySelector('.name').textContent)");

    private static Task<int> Overflow(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
}
