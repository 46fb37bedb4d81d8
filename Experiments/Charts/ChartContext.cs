using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>What every chart of a report is drawn from.</summary>
/// <param name="Results">The results.</param>
/// <param name="Answer">The findings, which give titles.</param>
/// <param name="Styles">The look of each policy.</param>
internal sealed record ChartContext(StoredResults Results, Answer Answer, IReadOnlyDictionary<string, PolicyStyle> Styles)
{
    /// <summary>The context of a report.</summary>
    internal static ChartContext Of(StoredResults results, Answer answer) =>
        new(results, answer, PolicyStyle.Of(results.AsWritten.Policies.Select(policy => policy.Name)));

    /// <summary>The days, as a title says them.</summary>
    internal string Period => Wording.Count(Results.Facts.Horizon, "day", "days");

    /// <summary>What a chart rests on whose intervals were computed by these methods.</summary>
    internal Provenance Provenance(string methods)
    {
        int runs = Results.ReplicatesRun;
        string precision = runs > 1 ? methods : "one replicate, so no interval or band";
        if (runs > 1 && methods.Contains(PairedDifference.Method, StringComparison.Ordinal) && Results.Matching is { Runs: > 1 } gain)
        {
            precision += $" (matched runs: as precise as {gain.RunsText} times as many unmatched ones)";
        }

        return Charts.Provenance.Of(Results.Facts, "point 0, the experiment as written", Wording.Count(runs, "replicate", "replicates"), precision);
    }

    /// <summary>A chart drawn for both widths.</summary>
    internal Chart Draw(string id, string title, string reading, string methods, string altText, Func<Format, Figure> draw) =>
        new(id, title, reading, Provenance(methods), altText, draw);
}
