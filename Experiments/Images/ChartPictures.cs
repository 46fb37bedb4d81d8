using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Reports;

namespace Experiments.Images;

/// <summary>
/// Pictures of charts, drawn by plotly.js in an installed browser that is started once for all of them. The page needs nothing but itself:
/// the library, the font and the figures are in it. The same charts give the same bytes on the same machine.
/// </summary>
internal static partial class ChartPictures
{
    private static readonly JsonSerializerOptions Embedded = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Draws charts.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="size">Size of the pictures.</param>
    /// <param name="browser">Path of the browser; null means to look for one.</param>
    /// <param name="frame">What a picture holds besides its figure.</param>
    /// <param name="interruption">Stops it.</param>
    /// <returns>A picture a chart, in their order.</returns>
    /// <exception cref="BrowserMissingException">There is no browser.</exception>
    /// <exception cref="BrowserFailedException">The browser drew nothing.</exception>
    internal static IReadOnlyList<ChartPicture> Draw(
        IReadOnlyList<Chart> charts, PictureSize size, string? browser, PictureFrame frame, CancellationToken interruption)
    {
        string path = Browser.Find(browser);
        if (charts.Count == 0)
        {
            return [];
        }

        string page = BrowserPage.Print(path, Page(charts, size, frame), charts.Count, interruption);
        Dictionary<string, string> results = Result().Matches(page).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["text"].Value);
        return results.TryGetValue("problem-0", out string? problem)
            ? throw new BrowserFailedException($"The browser {path} could not draw the charts: {Uri.UnescapeDataString(problem)}. Try another one with --browser, or a newer one.")
            : [.. charts.Select((chart, place) => results.TryGetValue($"svg-{place}", out string? svg) && results.TryGetValue($"png-{place}", out string? png)
                ? new ChartPicture(chart, Uri.UnescapeDataString(svg), Labelled(chart, size, Convert.FromBase64String(png)))
                : throw new BrowserFailedException($"The browser {path} printed no picture of {chart.Id}. Try another one with --browser, or a newer one."))];
    }

    private static byte[] Labelled(Chart chart, PictureSize size, byte[] png)
    {
        var metadata = ChartMetadata.Of(chart);
        return PngText.With(png, size.DotsPerInch, [
            ("Title", metadata.Title),
            ("Description", metadata.Alt),
            ("Software", $"Simulation {metadata.Provenance.Version}"),
            ("Source", metadata.Provenance.Command),
            (ChartMetadata.Key, metadata.ToJson()),
        ]);
    }

    private static string Page(IReadOnlyList<Chart> charts, PictureSize size, PictureFrame frame)
    {
        var jobs = new JsonArray([.. charts.Select(chart => Job(chart, Composition.Of(chart, size, frame), size))]);
        return $"""
            <!doctype html><html><head><meta charset="utf-8"><style>{FontFace.Css}</style></head><body>
            <script>{PageTemplate.Read("plotly.js")}</script>
            <script type="application/json" id="jobs">{jobs.ToJsonString(Embedded)}</script>
            <script>{Script()}</script></body></html>
            """;
    }

    private static JsonObject Job(Chart chart, Composition composition, PictureSize size) => new()
    {
        ["id"] = chart.Id,
        ["figure"] = FigureScale.Scale(JsonNode.Parse(FigureJson.Write(composition.Figure))!, size.FontSize / Format.UsualFontSize, size.FontSize),
        ["x"] = composition.Place.X,
        ["y"] = composition.Place.Y,
        ["width"] = composition.Place.Width,
        ["height"] = composition.Place.Height,
        ["head"] = composition.Head,
        ["tail"] = composition.Tail,
        ["pixelsWide"] = (int)Math.Round(size.Width * size.Density),
        ["pixelsHigh"] = (int)Math.Round(size.Height * size.Density),
    };

    private static string Script()
    {
        using Stream stream = typeof(ChartPictures).Assembly.GetManifestResourceStream("Images.pictures.js") ?? throw new InvalidOperationException("The script of pictures is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<pre id=\"(?<id>[a-z]+-[0-9]+)\">(?<text>[^<]*)</pre>")]
    private static partial Regex Result();
}
