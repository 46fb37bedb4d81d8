namespace Experiments.Deck.Layouts;

/// <summary>
/// How much room a text takes. Nobody knows which font will be there when the deck is opened, so widths are those of Arial, which is
/// wider than most, and a little more.
/// </summary>
internal static class TextFit
{
    /// <summary>Height of a line over the font size.</summary>
    internal const double LineHeight = 1.2;

    /// <summary>Added to every width. Chosen: fonts of templates are seldom wider than this.</summary>
    private const double Reserve = 1.09;

    private const double BoldReserve = 1.07;

    /// <summary>Width of a text on one line, points.</summary>
    internal static double Width(string text, double size, bool bold = false) => text.Sum(Em) * size * Reserve * (bold ? BoldReserve : 1);

    /// <summary>Number of lines of a text.</summary>
    internal static int Lines(string text, double size, double width, bool bold = false)
    {
        int lines = 1;
        double used = 0;
        double space = Width(" ", size, bold);
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            double wide = Width(word, size, bold);
            if (used > 0 && used + space + wide > width)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? space : 0) + wide;
            if (wide > width)
            {
                // A word that is wider than the line is broken.
                lines += (int)(used / width);
                used %= width;
            }
        }

        return lines;
    }

    /// <summary>Height of paragraphs, points.</summary>
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="size">Font size.</param>
    /// <param name="width">Width of a line.</param>
    /// <param name="gap">Room between paragraphs over the font size.</param>
    internal static double Height(IEnumerable<string> paragraphs, double size, double width, double gap = 0)
    {
        string[] all = [.. paragraphs];
        return all.Sum(text => Lines(text, size, width) * size * LineHeight) + (Math.Max(0, all.Length - 1) * gap * size);
    }

    /// <summary>The largest font size, in whole points, at which a title fits; the smallest allowed when none does.</summary>
    internal static double Largest(string text, Box box, double from, double to, bool bold = false)
    {
        for (double size = Math.Floor(from); size > to; size--)
        {
            if (Lines(text, size, box.Width, bold) * size * LineHeight <= box.Height)
            {
                return size;
            }
        }

        return to;
    }

    private static double Em(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.23,
        ' ' or '.' or ',' or ':' or ';' or '!' or 'I' or 'f' or 't' or '/' or '’' or '·' => 0.29,
        'r' or '-' or '(' or ')' or '“' or '”' or '"' => 0.35,
        'm' or 'M' or 'W' or '%' or '@' or '—' or '…' => 0.9,
        'w' => 0.73,
        >= 'A' and <= 'Z' => 0.71,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' => 0.51,
        '−' or '+' or '=' or '<' or '>' or '×' => 0.6,
        > '\u2E7F' => 1,
        _ => 0.56,
    };
}
