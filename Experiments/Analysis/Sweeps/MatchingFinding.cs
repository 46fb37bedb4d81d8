using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>What did it gain that all combinations meet the same people with the same luck?</summary>
internal static class MatchingFinding
{
    internal const string Id = "matching";

    /// <summary>Points beyond which matching is a matter of method, told beside it, and no answer any more. Chosen.</summary>
    internal const int MostPoints = 50;

    /// <summary>The finding; null where nothing can be compared.</summary>
    internal static Finding? Of(SweepResults results) => Gain(results) is { } told
        ? new Finding(Id, told.Gain.Runs switch { > 1 => $"Same people, same luck: as good as {told.Gain.RunsText} times as many runs", < 0.995 => "Matching made these comparisons less precise", _ => "Matching gained nothing here" }, told.Text)
        : null;

    /// <summary>The same in sentences for a note on the method; empty where nothing can be compared.</summary>
    internal static string Note(SweepResults results) => Gain(results)?.Text ?? "";

    private static (MatchingGain Gain, string Text)? Gain(SweepResults results)
    {
        MatchingGain? silence = MatchingGain.Median(results.Cells.Select(cell => cell.Matching).OfType<MatchingGain>());
        MatchingGain? points = Across(results);
        string[] sentences =
        [
            silence is { } one ? $"{one.Sentence("the differences from sending nothing")} (median over all combinations)." : "",
            points is { } other ? $"{other.Sentence("the differences between combinations")} (median of the differences from the best)." : "",
        ];
        string text = string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
        return (points ?? silence) is { } gain && text.Length > 0
            ? (gain, text)
            : null;
    }

    /// <summary>The gain in comparing the best cell with every other.</summary>
    internal static MatchingGain? Across(SweepResults results)
    {
        IReadOnlyList<SweepCell> ranked = results.Ranked(results.Main);
        return ranked.Count < 2 ? null : MatchingGain.Median(ranked.Skip(1).Select(cell => Between(ranked[0].Of(results.Main), cell.Of(results.Main))).OfType<MatchingGain>());
    }

    private static MatchingGain? Between(ReplicateSample one, ReplicateSample other)
    {
        int count = Math.Min(one.Values.Count, other.Values.Count);
        return MatchingGain.Of([.. Enumerable.Range(0, count).Where(run => double.IsFinite(one[run] - other[run])).Select(run => (one[run], other[run]))]);
    }
}
