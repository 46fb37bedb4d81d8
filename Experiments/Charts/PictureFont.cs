namespace Experiments.Charts;

/// <summary>
/// The font of pictures, and how wide its characters are. A picture that stands alone carries its font (Roboto, SIL Open Font Licence 1.1,
/// two weights of its Latin part, 60 kB in a picture), so that it looks the same on every machine and texts can be measured before they
/// are drawn. Reports keep the fonts of the reader's system. Programs that ignore fonts in an SVG (PowerPoint, Inkscape) take the next of
/// the family: Liberation Sans and Arial are hardly wider.
/// </summary>
internal static class PictureFont
{
    /// <summary>Families: the embedded one, and what stands in for characters it lacks.</summary>
    internal const string Family = "Roboto, 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif";

    /// <summary>Weight of titles.</summary>
    internal const int Bold = 600;

    /// <summary>Width of characters that are not in the tables, ems; wide, since text that is too long is clipped.</summary>
    private const double Other = 0.72;

    /// <summary>First character of the tables.</summary>
    private const char First = ' ';

    /// <summary>Advance widths of the characters from the space to the tilde, thousandths of an em, regular.</summary>
    private static readonly short[] Regular =
    [
        248, 258, 320, 616, 562, 732, 622, 175, 342, 348, 431, 567, 197, 276, 264, 413, 562, 562, 562, 562, 562, 562, 562, 562, 562, 562, 242, 211,
        508, 549, 523, 473, 898, 652, 623, 651, 656, 568, 553, 681, 713, 272, 552, 627, 539, 873, 713, 688, 631, 688, 616, 594, 597, 648, 637, 887,
        627, 601, 599, 265, 411, 265, 418, 451, 309, 544, 562, 523, 564, 530, 348, 562, 551, 243, 239, 507, 243, 877, 552, 570, 562, 568, 339, 516,
        327, 551, 484, 751, 496, 473, 496, 338, 244, 338, 680,
    ];

    /// <summary>The same, semibold.</summary>
    private static readonly short[] Semibold =
    [
        249, 268, 319, 598, 571, 738, 649, 164, 348, 351, 449, 550, 235, 367, 284, 380, 571, 571, 571, 571, 571, 571, 571, 571, 571, 571, 272, 251,
        509, 568, 518, 492, 896, 667, 635, 654, 651, 564, 550, 682, 708, 288, 557, 634, 541, 875, 708, 689, 642, 689, 635, 610, 615, 657, 649, 878,
        633, 615, 605, 274, 419, 274, 434, 446, 325, 537, 563, 521, 563, 538, 355, 569, 558, 260, 255, 528, 260, 869, 559, 566, 563, 565, 360, 514,
        336, 558, 501, 738, 506, 497, 506, 332, 250, 332, 655,
    ];

    /// <summary>Width of a line of text, in ems.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isBold">Whether it is semibold.</param>
    internal static double Ems(ReadOnlySpan<char> text, bool isBold = false)
    {
        short[] widths = isBold ? Semibold : Regular;
        double sum = 0;
        foreach (char character in text)
        {
            sum += character - First is >= 0 and var index && index < widths.Length
                ? widths[index] / 1000.0
                : character is '·' or '’' or '‘' ? 0.29 : character is '“' or '”' ? 0.4 : character is '…' or '–' ? 0.67 : Other;
        }

        return sum;
    }

    /// <summary>A text on lines that are no wider than a number of ems, broken at spaces; a word that is too wide is broken too.</summary>
    internal static IReadOnlyList<string> Lines(string text, double ems, bool isBold = false)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            if (lines.Count > 0 && Ems($"{lines[^1]} {word}", isBold) <= ems)
            {
                lines[^1] += " " + word;
                continue;
            }

            while (Ems(rest, isBold) > ems && rest.Length > 1)
            {
                int fits = Enumerable.Range(1, rest.Length - 1).Last(length => length == 1 || Ems(rest.AsSpan(0, length), isBold) <= ems);
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }

            lines.Add(rest);
        }

        return lines;
    }
}
