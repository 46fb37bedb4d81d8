using Simulator.Ledgers;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>The best to find: of all policies at all points, the one whose mean is highest (or lowest).</summary>
internal sealed record Ranking : ParameterSet
{
    /// <summary>More is better.</summary>
    internal const string Highest = "highest";

    /// <summary>Less is better.</summary>
    internal const string Lowest = "lowest";

    /// <summary>Name of the outcome.</summary>
    [Parameter("name of the outcome, as in result files")]
    public string Outcome { get; init; } = "net_value";

    /// <summary>Which end is best.</summary>
    [Parameter("highest or lowest")]
    public string Best { get; init; } = Highest;

    /// <summary>Probability of correct selection at which to stop.</summary>
    [Parameter("probability of correct selection at which to stop", From = 0.5, To = 1, Exclusive = true)]
    public double Probability { get; init; } = 0.95;

    /// <summary>The outcome.</summary>
    internal Metric Metric => MetricInfo.Find(Outcome)!.Metric;

    /// <summary>1 when more is better, −1 when less is.</summary>
    internal int Sign => Best == Lowest ? -1 : 1;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        foreach (Problem problem in OutcomeNames.Problems(Outcome, Child(path, "outcome")))
        {
            yield return problem;
        }

        if (MetricInfo.Find(Outcome) is { } info && OutcomeNames.MayBeEmpty(info))
        {
            yield return new Problem(Child(path, "outcome"), $"'{Outcome}' is empty in runs where it cannot be computed, so it ranks nothing; choose another outcome.");
        }

        if (Best is not (Highest or Lowest))
        {
            yield return new Problem(Child(path, "best"), $"'{Best}' is no order; known: {Highest}, {Lowest}.");
        }
    }
}
