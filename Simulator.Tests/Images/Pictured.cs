using System.Globalization;
using Experiments.Charts;
using Experiments.Images;
using Microsoft.Playwright;
using Simulator.Tests.Reports;

namespace Simulator.Tests.Images;

/// <summary>Pictures of reports, drawn once a test, and what a browser measures in them.</summary>
internal static class Pictured
{
    // Every line of text: its smallest letters and its box, in pixels of the picture.
    private const string Measure = """
        () => {
          const svg = document.querySelector('svg');
          const origin = svg.getBoundingClientRect();
          const shown = text => text.textContent.trim() !== '' && getComputedStyle(text).opacity !== '0';
          const lines = text => {
            const spans = [...text.querySelectorAll('tspan.line')].filter(shown);
            return spans.length ? spans : [text];
          };
          return [...svg.querySelectorAll('text')].filter(shown).flatMap(lines).map(line => {
            const box = line.getBoundingClientRect();
            const sizes = [line, ...line.querySelectorAll('tspan')].filter(part => part.textContent.trim() !== '').map(part => parseFloat(getComputedStyle(part).fontSize));
            const scale = line.closest('text').getScreenCTM();
            return [line.textContent, box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top,
              Math.min(...sizes) * Math.hypot(scale.a, scale.b), getComputedStyle(line).fontFamily.includes('Roboto') ? 1 : 0].map(String);
          });
        }
        """;

    /// <summary>Draws charts.</summary>
    internal static IReadOnlyList<ChartPicture> Draw(IEnumerable<ChartEntry> charts, PictureSize size, PictureFrame frame = PictureFrame.Whole) =>
        ChartPictures.Draw([.. charts.OfType<Chart>()], size, BrowserTests.Browser(), frame, TestContext.Current.CancellationToken);

    /// <summary>All lines of text of pictures, as a browser shows them.</summary>
    internal static async Task<IReadOnlyList<(ChartPicture Picture, IReadOnlyList<Line> Lines)>> Lines(IReadOnlyList<ChartPicture> pictures)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserTests.Browser(),
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync();
        var measured = new List<(ChartPicture, IReadOnlyList<Line>)>();
        foreach (ChartPicture picture in pictures)
        {
            await page.SetContentAsync("<!doctype html><body style=\"margin:0\">" + picture.Svg);
            await page.EvaluateAsync("() => Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 20px Roboto`)))");
            string[][] lines = await page.EvaluateAsync<string[][]>(Measure);
            measured.Add((picture, [.. lines.Select(Line.Of)]));
        }

        return measured;
    }

    internal sealed record Line(string Text, double Left, double Top, double Right, double Bottom, double Size, bool IsOurFont)
    {
        internal static Line Of(string[] values)
        {
            double[] numbers = [.. values[1..].Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
            return new Line(values[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5] > 0);
        }

        /// <summary>Boxes hold the room of the tallest letters, so lines may share a few pixels of their height.</summary>
        internal bool Covers(Line other) =>
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.1 * Size && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.2 * Size;
    }
}
