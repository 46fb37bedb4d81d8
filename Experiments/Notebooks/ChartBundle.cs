using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Reports;

namespace Experiments.Notebooks;

/// <summary>A chart as a notebook shows it: as a plotly figure, as a piece of a page that works offline, as text.</summary>
internal static class ChartBundle
{
    private const int TitleCharacters = 92;
    private const int CaptionCharacters = 150;
    private const double TitleLine = 26;
    private const double CaptionLine = 17;
    private const double TitlePadding = 26;

    /// <summary>All forms.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="withLibrary">Whether the page's piece carries plotly.js.</param>
    internal static IReadOnlyDictionary<string, object> Of(Chart chart, bool withLibrary) => new Dictionary<string, object>
    {
        ["application/vnd.plotly.v1+json"] = JsonNode.Parse(FigureJson.Write(Titled(chart)))!,
        ["text/html"] = Html(chart, withLibrary),
        ["text/plain"] = Text(chart),
    };

    /// <summary>The figure with its title and caption inside, on as many lines as they need: whoever shows a bare figure shows nothing around it.</summary>
    internal static Figure Titled(Chart chart)
    {
        Layout layout = chart.Figure.Layout;
        string title = Format.Wrapped(chart.Title, TitleCharacters);
        string caption = Format.Wrapped(chart.Caption, CaptionCharacters);
        double room = TitlePadding + (Lines(title) * TitleLine) + (chart.Caption.Length > 0 ? Lines(caption) * CaptionLine : 0);
        return chart.Figure with
        {
            Layout = layout with
            {
                Title = new FigureTitle(title, caption),
                Height = layout.Height + room,
                Margin = layout.Margin with { T = layout.Margin.T + room },
            },
        };
    }

    private static string Text(Chart chart) => string.Join("\n", new[] { chart.Title, chart.AltText, chart.Caption }.Where(line => line.Length > 0));

    // Until the figure is drawn – and where scripts are not run, as in a preview – the text says what it shows.
    private static string Html(Chart chart, bool withLibrary)
    {
        string figure = FigureJson.Write(chart.Figure).Replace("</", "<\\/", StringComparison.Ordinal);
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..12];
        string library = withLibrary
            ? $"<script>if (!window.Plotly) {{ (function (module, exports, define) {{\n{PageTemplate.Read("plotly.js")}\n}}).call(window); }}</script>"
            : "";
        string caption = chart.Caption.Length > 0 ? PageTemplate.Load("notebook-caption.html").Fill(("caption", chart.Caption)) : "";
        return PageTemplate.Load("notebook-chart.html").Fill(
            ("title", chart.Title),
            ("alt", chart.AltText),
            ("key", key),
            ("height", chart.Figure.Layout.Height.ToString("0", System.Globalization.CultureInfo.InvariantCulture)),
            ("caption", caption),
            ("library", library),
            ("figure", figure));
    }

    private static int Lines(string text) => text.Split("<br>").Length;
}
