using System.Text.RegularExpressions;

namespace Experiments.Deck.Sentences;

/// <summary>Texts taken apart into sentences that can stand alone on a slide.</summary>
internal static partial class SplitText
{
    /// <summary>Longest sentence that is left whole; longer ones are taken apart at semicolons. Chosen: six lines beside a chart.</summary>
    internal const int Longest = 210;

    // Such a sentence speaks of the one before it.
    private static readonly string[] Following =
        ["There", "It ", "Its ", "They", "That ", "This ", "These", "Yet ", "And ", "But ", "One other", "Interpolated", "Every other", "In the middle", "Without it", "The two ", "The mailbox", "The highest,", "Most in doubt", "A coin", "Both ", "The same ", "Those ", "So "];

    // This one looks the same and does not.
    private static readonly string[] Opening = ["That trust "];

    // Nor can one stand alone that points back further on.
    private static readonly string[] Pointing = ["overtake it", " from them", " does so"];

    private static readonly string[] Verbs = [" is ", " are ", " was ", " were ", " has ", " have ", " does ", " brings ", " bring ", " brought ", " ends ", " shows ", " follow ", " needs ", " would "];

    /// <summary>The sentences of a text, each with whether it can stand without the one before.</summary>
    internal static IEnumerable<(string Sentence, bool StandsAlone)> Of(string text)
    {
        bool isFirst = true;
        foreach (string sentence in Boundary().Split(Spaces().Replace(text, " ").Trim()).Where(part => part.Length > 0))
        {
            string[] parts = sentence.Length > Longest ? [.. Clauses(sentence)] : [sentence];
            for (int index = 0; index < parts.Length; index++)
            {
                // An item of a list is no sentence.
                if (index > 0 && !Verbs.Any(verb => parts[index].Contains(verb, StringComparison.Ordinal)))
                {
                    break;
                }

                yield return (Finished(parts[index]), index == 0 && (isFirst || !PointsBack(sentence)));
            }

            isFirst = false;
        }
    }

    /// <summary>The sentences of a text, those that speak of the one before them joined with it.</summary>
    internal static IReadOnlyList<string> Joined(string text)
    {
        var joined = new List<string>();
        foreach (string sentence in Boundary().Split(Spaces().Replace(text, " ").Trim()).Where(part => part.Length > 0))
        {
            if (joined.Count > 0 && PointsBack(sentence))
            {
                joined[^1] += " " + sentence;
            }
            else
            {
                joined.Add(sentence);
            }
        }

        return joined;
    }

    private static bool PointsBack(string sentence) =>
        char.IsDigit(sentence[0])
        || (Following.Any(start => sentence.StartsWith(start, StringComparison.Ordinal)) && !Opening.Any(start => sentence.StartsWith(start, StringComparison.Ordinal)))
        || Pointing.Any(words => sentence.Contains(words, StringComparison.Ordinal));

    /// <summary>The clauses of a list whose parts are separated by semicolons, as sentences.</summary>
    internal static IEnumerable<string> Clauses(string text) => Semicolon().Split(Spaces().Replace(text, " ").TrimEnd('.')).Where(part => part.Length > 0).Select(Finished);

    /// <summary>With a capital and a full stop.</summary>
    internal static string Finished(string text)
    {
        string trimmed = text.Trim();
        string capital = Capital(trimmed);
        return capital.Length == 0 || capital[^1] is '.' or '!' or '?' ? capital : capital + ".";
    }

    /// <summary>With a capital.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z“0-9−])")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Not within brackets.
    [GeneratedRegex(@";\s+(?![^(]*\))")]
    private static partial Regex Semicolon();
}
