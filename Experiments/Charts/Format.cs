using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>What a figure is composed for: a width, and of a picture the height too. A figure that serves both a slide and a phone would serve neither.</summary>
/// <param name="IsNarrow">Whether this is a phone, or a picture as narrow for its text.</param>
/// <param name="Width">Width reckoned with, pixels.</param>
/// <param name="FontSize">Size of text, pixels.</param>
internal sealed record Format(bool IsNarrow, double Width, double FontSize)
{
    private const string PageFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

    /// <summary>Average width of a character over the font size, of common sans-serif fonts.</summary>
    private const double CharacterWidth = 0.56;

    /// <summary>Size of text for which charts give distances, pixels.</summary>
    internal const double UsualFontSize = 14;

    /// <summary>A page.</summary>
    internal static Format Wide { get; } = new(false, 1010, UsualFontSize);

    /// <summary>A phone.</summary>
    internal static Format Narrow { get; } = new(true, 335, 12);

    /// <summary>Height of the whole figure, pixels; null on a page, which grows with it.</summary>
    internal double? Height { get; init; }

    /// <summary>Whether the figure is a picture, whose height is given and where no text may be smaller than <see cref="FontSize"/>.</summary>
    internal bool IsPicture => Height is not null;

    /// <summary>Font of the figure.</summary>
    internal Font Font => new() { Family = IsPicture ? PictureFont.Family : PageFamily, Size = FontSize, Color = Palette.Ink };

    /// <summary>Font of secondary text.</summary>
    internal Font Small => new() { Size = Smaller(1), Color = Palette.Muted };

    /// <summary>A picture of a given size.</summary>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    /// <param name="fontSize">Size of text, pixels: the least that can be read.</param>
    internal static Format Picture(double width, double height, double fontSize) => new(width / fontSize < NarrowEms, width, fontSize) { Height = height };

    /// <summary>Below this width in ems a picture is composed as for a phone. Chosen.</summary>
    internal const double NarrowEms = 44;

    /// <summary>Either of two values.</summary>
    internal T Choose<T>(T wide, T narrow) => IsNarrow ? narrow : wide;

    /// <summary>A size of text below the usual one, as far as text may be smaller.</summary>
    internal double Smaller(double pixels) => IsPicture ? FontSize : FontSize - pixels;

    /// <summary>A distance that was chosen for the text of a page, in proportion to the text of this format.</summary>
    internal double Scaled(double pixels) => IsPicture ? pixels * FontSize / UsualFontSize : pixels;

    /// <summary>Margins that were chosen for the text of a page, in proportion to the text of this format.</summary>
    internal Margin Around(double left, double right, double top, double bottom) => new(Scaled(left), Scaled(right), Scaled(top), Scaled(bottom));

    /// <summary>Height of the plotted part: on a page as chosen, in a picture what the margins leave.</summary>
    /// <param name="onPage">Height on a page, pixels.</param>
    /// <param name="margin">Margins above and below.</param>
    internal double Plot(double onPage, Margin margin) => Height is { } height ? Math.Max(height - margin.T - margin.B, FontSize) : onPage;

    /// <summary>How many rows of text there is room for: on a page any number, in a picture as many as can be read.</summary>
    /// <param name="room">Height, pixels.</param>
    /// <param name="lines">Lines of text in a row.</param>
    internal int MostRows(double room, double lines = 1) => IsPicture ? Math.Max(1, (int)(room / (lines * LineHeight))) : int.MaxValue;

    /// <summary>Height of a line of text, pixels.</summary>
    internal double LineHeight => FontSize * 1.25;

    /// <summary>Height of a legend in a row, as many lines as it needs, pixels.</summary>
    internal double Legend(IReadOnlyList<string> names, double width) =>
        LineHeight * Math.Ceiling(names.Count / Math.Max(1, Math.Floor(width / (names.Max(WidthOf) + Scaled(56)))));

    /// <summary>A sentence on what a picture leaves out, in the lower left corner; nothing without such a sentence.</summary>
    /// <param name="text">The sentence; empty when all is drawn.</param>
    /// <param name="margin">Margins, with a line for it below.</param>
    internal IEnumerable<Annotation> Remark(string text, Margin margin) => text.Length == 0
        ? []
        : [new Annotation { Text = text, X = 0, Y = 0, Yanchor = "bottom", Yshift = -margin.B / Scaled(1), Font = Small }];

    /// <summary>Estimated width of a text, pixels.</summary>
    internal double WidthOf(string text) => IsPicture
        ? text.Split("<br>").Max(line => PictureFont.Ems(line)) * FontSize
        : text.Split("<br>").Max(line => line.Length) * CharacterWidth * FontSize;

    /// <summary>A name on as many lines as the format needs.</summary>
    internal string Wrapped(string name) => Wrapped(name, Choose(26, 12), Choose(13, 11) * FontSize);

    /// <summary>A text on as many lines as it needs: on a page by characters, in a picture as measured.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">Most characters of a line on a page.</param>
    /// <param name="pixels">Room for a line in a picture, pixels.</param>
    internal string Wrapped(string text, int characters, double pixels) =>
        IsPicture ? string.Join("<br>", PictureFont.Lines(text, pixels / FontSize)) : Wrapped(text, characters);

    /// <summary>A text on lines of at most so many characters, where its words allow.</summary>
    internal static string Wrapped(string text, int characters)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= characters)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join("<br>", lines);
    }
}
