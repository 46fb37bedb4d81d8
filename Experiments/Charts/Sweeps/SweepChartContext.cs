using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>What every chart of a sweep's report is drawn from.</summary>
/// <param name="Results">The results; at least one cell.</param>
/// <param name="Answer">The findings, which give titles.</param>
/// <param name="Styles">The look of each policy.</param>
internal sealed record SweepChartContext(SweepResults Results, Answer Answer, IReadOnlyDictionary<string, PolicyStyle> Styles)
{
    /// <summary>The context of a report.</summary>
    internal static SweepChartContext Of(SweepResults results, Answer answer) => new(results, answer, PolicyStyle.Of(results.Policies));

    /// <summary>What matching gained in the differences between combinations.</summary>
    internal MatchingGain? Matching { get; } = MatchingFinding.Across(Results);

    /// <summary>Whose results a chart of one policy shows; empty where there is only one.</summary>
    internal string Whose => Results.Policies.Count > 1 ? $" of {Wording.Quote(Results.Subject)}" : "";

    /// <summary>What a chart rests on whose intervals were computed by these methods.</summary>
    internal Provenance Provenance(string methods)
    {
        (int fewest, int most) = (Results.FewestReplicates, Results.MostReplicates);
        string count = fewest == most ? Wording.Count(most, "replicate", "replicates") : $"{Wording.Number(fewest)} to {Wording.Number(most)} replicates";
        string precision = most > 1 ? methods : "one replicate, so no interval or band";
        if (most > 1 && methods.Contains("paired", StringComparison.Ordinal) && Matching is { Runs: > 1 } gain)
        {
            precision += $" (matched runs: as precise as {gain.RunsText} times as many unmatched ones)";
        }

        string combinations = Wording.Count(Results.Cells.Count, "combination", "combinations");
        return Charts.Provenance.Of(Results.Facts, $"all {combinations}", $"{count} of {combinations}", precision);
    }

    /// <summary>A chart drawn for both widths.</summary>
    internal Chart Draw(string id, string title, string reading, string methods, string altText, Func<Format, Figure> draw, TidyTable? table = null) =>
        new(id, title, reading, Provenance(methods), altText, draw) { Table = table };

    /// <summary>A look for the n-th of several lines that are not policies.</summary>
    internal static PolicyStyle LineStyle(int line) => PolicyStyle.Of(Enumerable.Range(0, line + 1).Select(index => $"line {index}"))[$"line {line}"];

    /// <summary>How labels of an axis are written: 12k for large numbers, but 0.3 rather than 300m for small ones.</summary>
    internal static string? Tickformat(AnswerOutcome outcome, double[] range) => outcome.IsShare ? null : range.Max(Math.Abs) < 1 ? "~r" : "~s";

    /// <summary>A range with room at both ends.</summary>
    internal static double[] Padded(IEnumerable<double> values, double share = 0.08)
    {
        double[] all = [.. values.Where(double.IsFinite)];
        double span = Math.Max(all.Max() - all.Min(), Math.Max(Math.Abs(all.Max()) * 1e-3, 1e-6));
        return [all.Min() - (share * span), all.Max() + (share * span)];
    }
}
