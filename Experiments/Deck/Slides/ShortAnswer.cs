using Experiments.Analysis.Findings;
using Experiments.Deck.Sentences;

namespace Experiments.Deck.Slides;

/// <summary>The findings that matter most, a line each; what cannot be told is always among them.</summary>
internal static class ShortAnswer
{
    /// <summary>Findings of the answer in short.</summary>
    internal const int Count = 5;

    /// <summary>Longest sentence that follows a headline without a number. Chosen: two lines.</summary>
    private const int LongestKey = 170;

    /// <summary>Findings about what the results hide or leave open.</summary>
    private static readonly string[] Caveats = ["what-if", "no dip"];

    /// <summary>A finding whose headline also says what the other one's says: who ends with most.</summary>
    private static readonly (string Said, string By) Repeated = ("rank", "haste");

    /// <summary>Chooses among findings, in their order.</summary>
    /// <param name="findings">All that answer the question.</param>
    internal static IEnumerable<Finding> Of(IReadOnlyList<Finding> findings)
    {
        bool isRepeated = findings.Any(finding => finding.Id == Repeated.By);
        HashSet<Finding> chosen = [.. findings
            .OrderBy(finding => IsCaveat(finding) ? 0 : isRepeated && finding.Id == Repeated.Said ? 2 : 1)
            .Take(Count)];
        return findings.Where(chosen.Contains);
    }

    /// <summary>The line of a finding: its headline, and where that has no number a sentence that has one.</summary>
    internal static string Point(Finding finding) =>
        finding.Title.Any(char.IsDigit) || finding.Title.Contains(':', StringComparison.Ordinal) || Key(finding) is not { } key
            ? finding.Title
            : $"{finding.Title}: {key.TrimEnd('.')}";

    private static bool IsCaveat(Finding finding) => Caveats.Contains(finding.Id) || finding.Title.Contains("cannot tell", StringComparison.OrdinalIgnoreCase);

    // What stands against the first impression is the heart of a finding; else its first number.
    private static string? Key(Finding finding)
    {
        const string Against = "Yet ";
        (string Sentence, bool StandsAlone)[] parts = [.. SplitText.Of(finding.Text).Where(part => part.Sentence.Length <= LongestKey && part.Sentence.Any(char.IsDigit) && !part.Sentence.Contains(": ", StringComparison.Ordinal))];
        string? key = parts.Select(part => part.Sentence).FirstOrDefault(sentence => sentence.StartsWith(Against, StringComparison.Ordinal))?[Against.Length..]
            ?? parts.Where(part => part.StandsAlone).Select(part => part.Sentence).FirstOrDefault();
        return key is { Length: > 1 } && char.IsLower(key[1]) ? char.ToLowerInvariant(key[0]) + key[1..] : key;
    }
}
