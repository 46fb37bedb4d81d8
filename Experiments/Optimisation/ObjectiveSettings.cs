using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Simulator.Ledgers;
using Simulator.Parameters;

namespace Experiments.Optimisation;

/// <summary>An outcome that a search is after.</summary>
internal sealed record ObjectiveSettings : ParameterSet
{
    private const string Maximise = "maximise", Minimise = "minimise";

    /// <summary>The outcome.</summary>
    [Parameter("name of the outcome; what goes on without messages is counted above silence")]
    public string Outcome { get; init; } = "";

    /// <summary>Whether much or little of it is wanted; null means what is better for a sender.</summary>
    [Parameter("maximise or minimise; left out, what is better for the sender")]
    public string? Goal { get; init; }

    /// <summary>1 when more is wanted, −1 when less is.</summary>
    internal int Sign => Goal switch { Maximise => 1, Minimise => -1, _ => AnswerOutcome.Of(MetricInfo.Find(Outcome)!.Metric, true).Sign };

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        foreach (Problem problem in Named(Outcome, Child(path, "outcome"), "objective"))
        {
            yield return problem;
        }

        if (Goal is not (null or Maximise or Minimise))
        {
            yield return new Problem(Child(path, "goal"), $"there is no goal '{Goal}'{NearestName.Hint(Goal, [Maximise, Minimise])}");
        }
    }

    /// <summary>A problem with the name of an outcome that every run has to have.</summary>
    internal static IEnumerable<Problem> Named(string outcome, string path, string role)
    {
        if (MetricInfo.Find(outcome) is not { } info)
        {
            yield return new Problem(path, outcome.Length == 0 ? $"missing; name the outcome of this {role}, for example net_value." : $"there is no outcome '{outcome}'{NearestName.Hint(outcome, MetricInfo.All.Select(known => known.Name))}");
        }
        else if (OutcomeNames.MayBeEmpty(info))
        {
            yield return new Problem(path, $"'{outcome}' has no value in some runs, so means of it cannot be compared; take an outcome that every run has, for example net_value or trust_debt.");
        }
    }
}
