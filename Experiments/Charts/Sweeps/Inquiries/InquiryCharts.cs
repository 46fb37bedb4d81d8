using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Config;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>The charts of the analyses that an experiment asks for.</summary>
internal static class InquiryCharts
{
    /// <summary>Names of all of them, in the order of a page.</summary>
    internal static IReadOnlyList<string> Ids { get; } = [PowerChart.Id, EvidenceChart.Id, TellApartChart.Id, VoiceChart.Id, PollStepsChart.Id, WorstCasesChart.Id, EmulatorEffectsChart.Id, EmulatorFitChart.Id, BoxChart.Id, BoxMapChart.Id, BoxTradeOffChart.Id, BoxTreeChart.Id];

    private static readonly IReadOnlyList<(string Analysis, Func<SweepChartContext, IEnumerable<ChartEntry>> Draw)> Kinds =
    [
        (AnalysisNames.Power, context => [PowerChart.Draw(context)]),
        (AnalysisNames.Evidence, context => [EvidenceChart.Draw(context)]),
        (AnalysisNames.TellApart, context => [TellApartChart.Draw(context)]),
        (AnalysisNames.Filters, context => [VoiceChart.Draw(context)]),
        (AnalysisNames.Filters, context => [PollStepsChart.Draw(context)]),
        (AnalysisNames.Tail, context => [WorstCasesChart.Draw(context)]),
        (AnalysisNames.Emulator, EmulatorEffectsChart.Draw),
        (AnalysisNames.Emulator, EmulatorFitChart.Draw),
        (AnalysisNames.Discovery, BoxChart.Draw),
        (AnalysisNames.Discovery, BoxMapChart.Draw),
        (AnalysisNames.Discovery, BoxTradeOffChart.Draw),
        (AnalysisNames.Discovery, BoxTreeChart.Draw),
    ];

    /// <summary>Draws those asked for.</summary>
    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) =>
        Kinds.Where(kind => Inquiry.IsAsked(context.Results.Facts, kind.Analysis)).SelectMany(kind => kind.Draw(context));
}
