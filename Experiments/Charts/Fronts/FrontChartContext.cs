using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Fronts;

/// <summary>What every chart of a search for policies is drawn from.</summary>
/// <param name="Results">What was found; at least one policy.</param>
/// <param name="Answer">The findings, which give titles.</param>
internal sealed record FrontChartContext(FrontResults Results, Answer Answer)
{
    /// <summary>All charts, in the order of the argument.</summary>
    internal IReadOnlyList<ChartEntry> Charts() => Results.Front.Count == 0
        ? []
        : [ExchangeFrontChart.Draw(this), FrontLeversChart.Draw(this), FrontRobustnessChart.Draw(this), HypervolumeChart.Draw(this)];

    /// <summary>A chart of the re-evaluation, drawn for both widths.</summary>
    internal Chart Draw(string id, string title, string reading, string methods, string altText, Func<Format, Figure> draw, TidyTable table) => new(
        id,
        title,
        reading,
        Provenance.Of(
            Results.Facts,
            $"the front of {Wording.Number(Results.Candidates.Count(candidate => candidate.Number > 0))} policies",
            $"{Wording.Number(Results.FreshReplicates)} {Results.Drawn} of {Wording.Count(Results.Front.Count, "policy", "policies")}",
            methods),
        altText,
        draw)
    {
        Table = table,
    };
}
