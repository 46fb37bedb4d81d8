using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Config;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>The charts of the analyses that an experiment asks for.</summary>
internal static class InquiryCharts
{
    /// <summary>Names of all of them, in the order of a page.</summary>
    internal static IReadOnlyList<string> Ids { get; } = [PowerChart.Id, EvidenceChart.Id, TellApartChart.Id, VoiceChart.Id, PollStepsChart.Id, WorstCasesChart.Id];

    private static readonly IReadOnlyList<(string Analysis, Func<SweepChartContext, ChartEntry> Draw)> Kinds =
    [
        (AnalysisNames.Power, PowerChart.Draw),
        (AnalysisNames.Evidence, EvidenceChart.Draw),
        (AnalysisNames.TellApart, TellApartChart.Draw),
        (AnalysisNames.Filters, VoiceChart.Draw),
        (AnalysisNames.Filters, PollStepsChart.Draw),
        (AnalysisNames.Tail, WorstCasesChart.Draw),
    ];

    /// <summary>Draws those asked for.</summary>
    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) =>
        Kinds.Where(kind => Inquiry.IsAsked(context.Results.Facts, kind.Analysis)).Select(kind => kind.Draw(context));
}
