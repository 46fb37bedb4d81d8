using Experiments.Charts.Sweeps.Inquiries;
using Experiments.Charts.Sweeps.Sensitivity;

namespace Experiments.Charts.Sweeps;

/// <summary>The charts of a sweep's report, in the order of its argument. New charts go into the list.</summary>
internal static class SweepChartSet
{
    private static readonly IReadOnlyList<Func<SweepChartContext, IEnumerable<ChartEntry>>> Kinds =
    [
        InquiryCharts.Draw,
        context => [CurveChart.Draw(context)],
        context => context.Results.Outcomes.Select(outcome => MapChart.Draw(context, outcome)),
        context => [LevelsChart.Draw(context)],
        context => [TornadoChart.Draw(context)],
        context => [FactorPanelsChart.Draw(context)],
        context => context.Results.Outcomes.Select(outcome => DistributionsChart.Draw(context, outcome)),
        context => [ParallelChart.Draw(context)],
        context => [HorizonMapChart.Draw(context)],
        context => [FanChart.Draw(context)],
        context => [FrontChart.Draw(context)],
        context => context.Results.Outcomes.Where(outcome => !WorstCasesChart.Shows(context.Results, outcome)).Select(outcome => TailChart.Draw(context, outcome)),
        context => SegmentEffectChart.Draw(context) is { } chart ? [chart] : [],
        context => SegmentChart.Draw(context.Results.Segments, context.Styles, context.Provenance, "Averaged over all combinations that were run.") is { } chart ? [chart] : [],
    ];

    /// <summary>Draws every chart that makes sense, and says of the others why they do not.</summary>
    internal static IReadOnlyList<ChartEntry> Draw(SweepChartContext context) =>
        context.Results.Cells.Count == 0 ? [] : [.. Kinds.SelectMany(kind => kind(context))];
}
