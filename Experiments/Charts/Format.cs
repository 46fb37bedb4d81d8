using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>The width a figure is composed for. A figure that serves both a slide and a phone would serve neither.</summary>
/// <param name="IsNarrow">Whether this is the phone.</param>
/// <param name="Width">Width reckoned with, pixels.</param>
/// <param name="FontSize">Size of text, pixels.</param>
internal sealed record Format(bool IsNarrow, double Width, double FontSize)
{
    private const string Family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

    /// <summary>Average width of a character over the font size, of common sans-serif fonts.</summary>
    private const double CharacterWidth = 0.56;

    /// <summary>A page or a slide.</summary>
    internal static Format Wide { get; } = new(false, 1010, 14);

    /// <summary>A phone.</summary>
    internal static Format Narrow { get; } = new(true, 335, 12);

    /// <summary>Font of the figure.</summary>
    internal Font Font => new() { Family = Family, Size = FontSize, Color = Palette.Ink };

    /// <summary>Font of secondary text.</summary>
    internal Font Small => new() { Size = FontSize - 1, Color = Palette.Muted };

    /// <summary>Either of two values.</summary>
    internal T Choose<T>(T wide, T narrow) => IsNarrow ? narrow : wide;

    /// <summary>Estimated width of a text, pixels.</summary>
    internal double WidthOf(string text) => text.Split("<br>").Max(line => line.Length) * CharacterWidth * FontSize;

    /// <summary>A name on as many lines as the format needs.</summary>
    internal string Wrapped(string name) => Wrapped(name, Choose(26, 12));

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
