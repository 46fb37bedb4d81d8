using Experiments.Analysis;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Simulator.Tests.Analysis;

/// <summary>Results made up for a test, so that each sentence can be asked what it says of numbers that no run would give.</summary>
internal static class Synthetic
{
    internal const string Blast = "one blast";

    internal static ExperimentFacts Facts(string? theCase = Blast, int replicates = 5, int horizon = 365) =>
        new("made-up", "Does it pay?", 1, replicates, theCase, horizon, 1000, "0123456789abcdef");

    internal static StoredResults Results(ExperimentFacts facts, params PolicyResults[] policies) =>
        new(facts, [new PointResults(0, "as written", policies)], []);

    internal static StoredResults WithWhatIf(this StoredResults results, string name, params PolicyResults[] policies) =>
        results with { Points = [.. results.Points, new PointResults(results.Points.Count, name, policies)] };

    /// <summary>A policy whose outcomes scatter a little about the given means, the same way in every policy.</summary>
    internal static PolicyResults Policy(string name, int replicates, params (Metric Metric, double Mean)[] outcomes) =>
        Policy(name, replicates, 0, outcomes);

    /// <summary>The same with noise of the given size that is the policy's own.</summary>
    internal static PolicyResults Policy(string name, int replicates, double noise, params (Metric Metric, double Mean)[] outcomes)
    {
        var runs = new Dictionary<int, double?[]>();
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            var values = new double?[MetricInfo.All.Count];
            double shared = 0.001 * (replicate - ((replicates - 1) / 2.0));
            double own = noise * (((replicate * 7) + name.Length) % 5 - 2);
            foreach ((Metric metric, double mean) in outcomes)
            {
                values[(int)metric] = mean + shared + own;
            }

            runs[replicate] = values;
        }

        return new PolicyResults(name, runs, new Dictionary<Metric, DaySeries>());
    }

    internal static PolicyResults Silent(int replicates, params (Metric Metric, double Mean)[] outcomes) =>
        Policy(Schedule.SilentName, replicates, outcomes);

    /// <summary>Adds a course over days, with a small deviation.</summary>
    internal static PolicyResults With(this PolicyResults policy, Metric metric, params double[] means)
    {
        int[] days = [.. Enumerable.Range(0, means.Length)];
        double[] deviation = [.. means.Select(_ => 0.001)];
        var series = new DaySeries(days, means, deviation, [.. means.Select(mean => mean - 0.002)], [.. means.Select(mean => mean + 0.002)]);
        return policy with { Days = new Dictionary<Metric, DaySeries>(policy.Days) { [metric] = series } };
    }
}
