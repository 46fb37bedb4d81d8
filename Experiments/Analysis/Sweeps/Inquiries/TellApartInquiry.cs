using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Which evidence tells two worlds apart?</summary>
/// <param name="Contrast">The worlds: the lowest and the highest level.</param>
/// <param name="Hints">Every clue, policy and span for which there are results.</param>
internal sealed record TellApartInquiry(Contrast Contrast, IReadOnlyList<Hint> Hints)
{
    /// <summary>Days that count as the case itself: what could be seen within a week.</summary>
    internal const int CaseDays = 7;

    /// <summary>The outcomes it reads.</summary>
    internal static IReadOnlyList<Metric> Needs => Clue.Needs;

    /// <summary>The inquiry; null without a single numeric factor.</summary>
    internal static TellApartInquiry? Of(SweepResults results)
    {
        if (Contrast.Of(results) is not { } contrast)
        {
            return null;
        }

        int[] kept = [.. results.Runs.Days];
        int?[] days = [.. kept.Select(day => (int?)day), .. kept.Contains(results.Facts.Horizon) ? new int?[] { } : [null]];
        Hint[] hints = [.. results.Policies.SelectMany(policy => Clue.All.SelectMany(clue => (clue.IsOnce ? [null] : days).Select(day => Hint(results, contrast, clue, policy, day)))).OfType<Hint>()];
        return hints.Length == 0 ? null : new TellApartInquiry(contrast, hints);
    }

    /// <summary>The hint that tells most of those that satisfy a condition; null without any.</summary>
    internal Hint? Best(Func<Hint, bool> isWanted) => Hints.Where(isWanted).MaxBy(hint => hint.Right.Mean);

    /// <summary>Whether a hint is there within the first week.</summary>
    internal static bool IsEarly(Hint hint) => hint.Days is null ? hint.Clue.IsOnce : hint.Days <= CaseDays;

    private static Hint? Hint(SweepResults results, Contrast contrast, Clue clue, string policy, int? days)
    {
        Separation? separation = Separation.Of(
            clue.In(results.Runs, contrast.Lowest.Index, policy, days),
            clue.In(results.Runs, contrast.Highest.Index, policy, days));
        return separation is null ? null : new Hint(clue, policy, clue.IsOnce ? null : days ?? results.Facts.Horizon, separation);
    }
}
