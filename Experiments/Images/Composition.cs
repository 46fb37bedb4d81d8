using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Images;

/// <summary>A picture laid out: what stands above and below the figure, and the figure composed for the room between.</summary>
internal sealed partial record Composition
{
    private const double TitleSize = 1.4;
    private const double TitleLeading = 1.25;
    private const double FooterLeading = 1.3;

    private const double ReadingLeading = 1.3;

    // Distances, in ems of the text.
    private const double Side = 1.4;
    private const double Top = 1.1;
    private const double BelowTitle = 0.25;
    private const double BelowHeading = 0.4;
    private const double AboveFooter = 0.7;
    private const double Bottom = 0.9;

    /// <summary>The figure.</summary>
    internal required Figure Figure { get; init; }

    /// <summary>Left and upper edge, width and height of the figure, pixels in which the picture is composed.</summary>
    internal required (double X, double Y, double Width, double Height) Place { get; init; }

    /// <summary>The SVG file up to the figure.</summary>
    internal required string Head { get; init; }

    /// <summary>The SVG file from the figure on.</summary>
    internal required string Tail { get; init; }

    /// <summary>Lays a chart out.</summary>
    internal static Composition Of(Chart chart, PictureSize size, PictureFrame frame)
    {
        bool isWhole = frame == PictureFrame.Whole;
        double em = size.FontSize;
        double side = isWhole ? Side * em : 0;
        double room = size.Width - (2 * side);
        IReadOnlyList<string> title = isWhole ? PictureFont.Lines(chart.Title, room / (TitleSize * em), isBold: true) : [];
        IReadOnlyList<string> reading = isWhole ? Sentences(chart.Reading, room / em, most: room / em < Format.NarrowEms ? 3 : 2) : [];
        IReadOnlyList<string> footer = isWhole ? PictureFont.Lines(chart.Provenance.Footer, room / em) : [];
        double top = isWhole ? (Top + (title.Count * TitleSize * TitleLeading) + BelowTitle + (reading.Count * ReadingLeading) + BelowHeading) * em : 0;
        double bottom = isWhole ? (AboveFooter + (footer.Count * FooterLeading) + Bottom) * em : 0;
        var format = Format.Picture(room, size.Height - top - bottom, em);
        var tail = new StringBuilder();
        if (isWhole)
        {
            double line = size.Height - bottom + (AboveFooter / 2 * em);
            tail.Append($"""<path d="M{N(side)} {N(line)}H{N(size.Width - side)}" stroke="{Palette.Grid}" fill="none"/>""");
            Text(tail, footer, side, size.Height - bottom + (AboveFooter * em), em, FooterLeading, Palette.Muted, 400);
        }

        return new Composition
        {
            Figure = chart.Draw(format),
            Place = (side, top, room, format.Height!.Value),
            Head = Start(chart, size, title, reading, side),
            Tail = tail.Append("</svg>\n").ToString(),
        };
    }

    private static string Start(Chart chart, PictureSize size, IReadOnlyList<string> title, IReadOnlyList<string> reading, double side)
    {
        var head = new StringBuilder();
        head.Append($"""<svg xmlns="http://www.w3.org/2000/svg" width="{N(size.Width)}" height="{N(size.Height)}" viewBox="0 0 {N(size.Width)} {N(size.Height)}" """);
        head.Append($"""role="img" aria-labelledby="{chart.Id}-title {chart.Id}-alt">""");
        head.Append($"""<title id="{chart.Id}-title">{Escaped(chart.Title)}</title><desc id="{chart.Id}-alt">{Escaped(chart.AltText)}</desc>""");
        head.Append(SvgMetadata.Element(ChartMetadata.Of(chart).ToJson()));
        head.Append($"<style>{FontFace.Css}</style>");
        head.Append($"""<rect width="{N(size.Width)}" height="{N(size.Height)}" fill="{Palette.Paper}"/>""");
        Text(head, title, side, Top * size.FontSize, TitleSize * size.FontSize, TitleLeading, Palette.Ink, PictureFont.Bold);
        Text(head, reading, side, (Top + (title.Count * TitleSize * TitleLeading) + BelowTitle) * size.FontSize, size.FontSize, ReadingLeading, Palette.Muted, 400);
        return head.ToString();
    }

    private static void Text(StringBuilder svg, IReadOnlyList<string> lines, double x, double top, double fontSize, double leading, string colour, int weight)
    {
        // The baseline of a line stands so far below its upper edge.
        const double Ascent = 0.95;
        for (int line = 0; line < lines.Count; line++)
        {
            double y = top + (fontSize * (((leading - 1) / 2) + Ascent + (line * leading)));
            svg.Append($"""<text x="{N(x)}" y="{N(y)}" font-family="{PictureFont.Family}" font-size="{N(fontSize)}px" font-weight="{weight}" fill="{colour}">{Escaped(lines[line])}</text>""");
        }
    }

    // As many whole sentences as fit: a chart that left its report says how to be read. Without the key to its labels nobody could.
    private static IReadOnlyList<string> Sentences(string text, double ems, int most)
    {
        string[] sentences = EndOfSentence().Split(text);
        bool hasKey = sentences.Length > 1 && sentences[^1].StartsWith("Labels:", StringComparison.Ordinal);
        string key = hasKey ? " " + sentences[^1] : "";
        return Enumerable.Range(0, sentences.Length + (hasKey ? 0 : 1))
            .Reverse()
            .Select(count => PictureFont.Lines(string.Join(' ', sentences.Take(count)) + key, ems))
            .FirstOrDefault(lines => lines.Count <= most, []);
    }

    private static string Escaped(string text) => new XText(string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar))).ToString();

    [GeneratedRegex(@"(?<=[.?!]) (?=[\p{Lu}“])")]
    private static partial Regex EndOfSentence();

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
