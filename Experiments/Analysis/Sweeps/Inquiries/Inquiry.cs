using Experiments.Analysis.Findings;
using Experiments.Config;
using Experiments.Emulation;
using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>The analyses that an experiment may ask for by name: what each reads, and what it finds.</summary>
/// <param name="Name">Its name in experiment files.</param>
/// <param name="Needs">The outcomes it reads.</param>
/// <param name="Findings">Its findings; null among them where results do not allow one.</param>
internal sealed record Inquiry(string Name, IReadOnlyList<Metric> Needs, Func<SweepResults, IEnumerable<Finding?>> Findings)
{
    private static readonly IReadOnlyList<Inquiry> All =
    [
        new(AnalysisNames.Power, PowerInquiry.Needs, PowerFinding.Of),
        new(AnalysisNames.TellApart, TellApartInquiry.Needs, results => [TellApartFinding.Of(results)]),
        new(AnalysisNames.Evidence, EvidenceInquiry.Needs, results => [EvidenceFinding.Of(results)]),
        new(AnalysisNames.Filters, FilterInquiry.Needs, FilterFinding.Of),
        new(AnalysisNames.Tail, [], TailFinding.Of),
        new(AnalysisNames.Emulator, [], EmulatorFinding.Of),
        new(AnalysisNames.Discovery, [], DiscoveryFinding.Of),
    ];

    /// <summary>Whether an experiment asks for an analysis.</summary>
    internal static bool IsAsked(ExperimentFacts facts, string name) => facts.Analyses.Contains(name);

    /// <summary>The outcomes that the analyses asked for read.</summary>
    internal static IReadOnlyList<Metric> NeedsOf(ExperimentFacts facts) =>
        [.. Asked(facts).SelectMany(inquiry => inquiry.Needs).Concat(IsAsked(facts, AnalysisNames.Discovery) ? DiscoveryInquiry.NeedsOf(facts) : []).Distinct()];

    /// <summary>The findings of the analyses asked for.</summary>
    internal static IEnumerable<Finding?> FindingsOf(SweepResults results) => Asked(results.Facts).SelectMany(inquiry => inquiry.Findings(results));

    // In the order of the file: the analysis named first answers first.
    private static IEnumerable<Inquiry> Asked(ExperimentFacts facts) => facts.Analyses.SelectMany(name => All.Where(inquiry => inquiry.Name == name));
}
