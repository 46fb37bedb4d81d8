using Experiments.Analysis.Context;

namespace Experiments.Analysis.Findings;

/// <summary>Words that the findings about learned targeting share.</summary>
internal static class ContextWords
{
    private const string Explained = "95% interval ";

    /// <summary>An estimate with its interval in the digits a sentence needs.</summary>
    internal static string Estimate(Interval interval, bool percent = false) => interval.HasBounds
        ? $"{Wording.Glance(interval, percent)} ({Explained}{Wording.GlanceBounds(interval, percent)})"
        : Wording.Glance(interval, percent);

    /// <summary>Sentences as a paragraph, in which the first interval alone says what it is.</summary>
    internal static string Paragraph(IEnumerable<string> sentences)
    {
        string text = string.Join(" ", sentences);
        int first = text.IndexOf(Explained, StringComparison.Ordinal);
        return first < 0 ? text : text[..(first + Explained.Length)] + text[(first + Explained.Length)..].Replace(Explained, "", StringComparison.Ordinal);
    }

    /// <summary>That knowing relationships gains nothing.</summary>
    internal static string Nothing(Interval whole) => whole.SideOf(0) < 0
        ? "Even knowing every relationship earns less than writing to everybody here"
        : "Whether knowing every relationship is worth anything here cannot be told";

    /// <summary>A policy's name in quotation marks.</summary>
    internal static string Name(PolicyResults policy) => Wording.Quote(policy.Name);

    /// <summary>The value of knowing in the experiment as written; null where no policy learns.</summary>
    internal static ContextValue? Value(StoredResults results) => ContextValue.Of(results.AsWritten, results.Facts.ContextRoles);
}
