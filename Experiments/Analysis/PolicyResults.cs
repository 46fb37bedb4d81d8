using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis;

/// <summary>The runs of one policy in one world.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Runs">Outcomes by replicate, in the order of <see cref="MetricInfo.All"/>; null where not computed.</param>
/// <param name="Days">Statistics per day, of the outcomes that charts draw.</param>
internal sealed record PolicyResults(string Name, IReadOnlyDictionary<int, double?[]> Runs, IReadOnlyDictionary<Metric, DaySeries> Days)
{
    /// <summary>Whether this is the twin to whom nothing is sent.</summary>
    internal bool IsSilent => Name == Schedule.SilentName;

    /// <summary>An outcome of all runs that have it.</summary>
    internal IReadOnlyList<double> Values(Metric metric) => [.. ByReplicate(metric).Values];

    /// <summary>An outcome by replicate, of the runs that have it.</summary>
    internal IReadOnlyDictionary<int, double> ByReplicate(Metric metric) => Runs
        .Where(run => run.Value[(int)metric] is { } value && double.IsFinite(value))
        .ToDictionary(run => run.Key, run => run.Value[(int)metric]!.Value);

    /// <summary>Interval of the mean of an outcome; null when no run has it.</summary>
    internal Interval? Mean(Metric metric) => MeanInterval.Of(Values(metric));

    /// <summary>Interval of the mean of a quotient, run by run; null when no run has both with a positive denominator.</summary>
    internal Interval? Ratio(Metric numerator, Metric denominator) => MeanInterval.Of(Quotients(numerator, denominator));

    /// <summary>A quotient of all runs that have both, with a positive denominator.</summary>
    internal IReadOnlyList<double> Quotients(Metric numerator, Metric denominator)
    {
        IReadOnlyDictionary<int, double> below = ByReplicate(denominator);
        return [.. ByReplicate(numerator)
            .Where(run => below.TryGetValue(run.Key, out double divisor) && divisor > 0)
            .Select(run => run.Value / below[run.Key])];
    }
}
