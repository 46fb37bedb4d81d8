namespace Experiments.Analysis.Findings;

/// <summary>Under how many of the parameter sets that agree with the case does one policy lead another?</summary>
internal static class EnsembleFinding
{
    internal const string Id = "ensemble";

    /// <summary>The finding; null without an ensemble.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (results.Facts.Ensemble is not { } ensemble)
        {
            return null;
        }

        List<PolicyResults> ranked = [.. results.AsWritten.Policies
            .Where(policy => policy.Mean(Simulator.Ledgers.Metric.NetValue) is not null)
            .OrderByDescending(policy => policy.Mean(Simulator.Ledgers.Metric.NetValue)!.Value.Mean)];
        List<Lead> leads = [.. ranked.SelectMany((one, index) => ranked.Skip(index + 1).Select(other => Lead.Of(one, other))).OfType<Lead>()];
        if (leads.Count == 0)
        {
            return new Finding(Id, $"Every replicate lives in another of {Wording.Number(ensemble.Members)} parameter sets", Note(ensemble));
        }

        Lead first = leads[0];
        string title = $"{Capital(Name(first.One))} ends ahead of {Name(first.Other)} under {Wording.Percent(first.ShareAhead.Mean)} of parameter sets {ensemble.Kind}";
        string pairs = string.Join("; ", leads.Select(lead => $"{Name(lead.One)} ahead of {Name(lead.Other)} under {Wording.PercentEstimate(lead.ShareAhead)}"));
        return new Finding(Id, title, $"{Note(ensemble)} By net value at the end: {pairs}.");
    }

    /// <summary>The same of a sweep, whose findings compare combinations: what its intervals hold.</summary>
    internal static Finding? Of(ExperimentFacts facts) => facts.Ensemble is { } ensemble
        ? new Finding(Id, $"Every replicate lives in another of {Wording.Number(ensemble.Members)} parameter sets {ensemble.Kind}", Note(ensemble))
        : null;

    private static string Note(EnsembleFacts ensemble) =>
        $"Each replicate takes its parameters from one of {Wording.Number(ensemble.Members)} sets {ensemble.Kind} (reading {Wording.Quote(ensemble.Reading)}{(ensemble.Agreeing is { } agreeing ? $"; {Wording.Percent(agreeing.Mean)} of single runs meet all its facts at once" : "")}), the same for all policies. "
        + $"So intervals over replicates hold what is unknown about these parameters, not only the luck of the draw, and the share of replicates in which one policy leads is the probability that it does, given {(ensemble.Agrees ? "the case and the model" : "these sets – not given the case, which they do not bring about")}.";

    private static string Name(string policy) => policy == Simulator.Policies.Schedule.SilentName ? "sending nothing" : Wording.Quote(policy);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
