namespace Experiments.Analysis.Findings;

/// <summary>The answer to the experiment's question: every finding that its results allow, the most important first.</summary>
/// <param name="Findings">The findings.</param>
internal sealed record Answer(IReadOnlyList<Finding> Findings)
{
    /// <summary>Draws the answer from the results.</summary>
    internal static Answer Of(StoredResults results)
    {
        Finding?[] findings =
        [
            SelectionFinding.Of(results.Selection, results.NameOf),
            ContextFinding.Of(results),
            LearningCostFinding.Of(results),
            LearningSettingsFinding.Of(results),
            LearningWorldsFinding.Of(results),
            PayFinding.Of(results),
            RankFinding.Of(results),
            HasteFinding.Of(results),
            TrustFinding.Of(results),
            NoDipFinding.Of(results),
            IcebergFinding.Of(results),
            PollFinding.Of(results),
            EnsembleFinding.Of(results),
            .. results.WhatIfs.Select(whatIf => WhatIfFinding.Of(results, whatIf)),
        ];
        return new Answer([.. findings.OfType<Finding>()]);
    }

    /// <summary>Findings that only charts tell, by their titles: with many of them the answer would be lost among them.</summary>
    public IReadOnlyList<Finding> OfCharts { get; init; } = [];

    /// <summary>The title of a finding; the fallback when the results do not allow it.</summary>
    internal string Title(string id, string fallback) => Findings.Concat(OfCharts).FirstOrDefault(finding => finding.Id == id)?.Title ?? fallback;
}
