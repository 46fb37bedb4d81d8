using Experiments.Config;
using Experiments.Running;
using Simulator.Engine;
using Simulator.Ledgers;

namespace Simulator.Tests.Questions;

/// <summary>A shipped experiment with fewer people and replicates: enough for the direction of its finding.</summary>
internal sealed class ReducedRun
{
    private readonly IReadOnlyList<Point> _points;
    private readonly Outcome[][][] _outcomes;

    private ReducedRun(IReadOnlyList<Point> points, Outcome[][][] outcomes) => (_points, _outcomes) = (points, outcomes);

    /// <summary>Runs an experiment.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="replicates">Replicates.</param>
    /// <param name="overrides">What is reduced, <c>path=value</c>.</param>
    internal static ReducedRun Of(string name, int replicates, params string[] overrides)
    {
        ExperimentReading reading = ExperimentFile.Read(Path.Combine(ShippedExperiments.Folder, name + ".yaml"), overrides);
        Assert.Empty(reading.Problems);
        Point[] points = [.. reading.Points];
        var outcomes = new Outcome[points.Length][][];
        for (int point = 0; point < points.Length; point++)
        {
            outcomes[point] = new Outcome[replicates][];
        }

        Parallel.For(0, points.Length * replicates, item =>
        {
            (int point, int replicate) = Math.DivRem(item, replicates);
            outcomes[point][replicate] = [.. Simulation.Compare(points[point].Scenario, points[point].Policies, 1, replicate)];
        });
        return new ReducedRun(points, outcomes);
    }

    /// <summary>The values of a varied path, in the order of the points.</summary>
    internal IReadOnlyList<string> Levels(string path) => [.. _points.Select(point => point.Varied[path])];

    /// <summary>Number of the point at which varied paths have these values.</summary>
    internal int At(params (string Path, string Value)[] values) =>
        _points.Single(point => values.All(value => point.Varied[value.Path] == value.Value)).Index;

    /// <summary>An outcome of all replicates.</summary>
    internal double[] Values(int point, Metric metric, string? policy = null) =>
        [.. _outcomes[point].Select(outcomes => outcomes[Policy(point, policy)][metric]!.Value)];

    /// <summary>An outcome on one day, of all replicates.</summary>
    internal double[] OnDay(int point, Metric metric, int day, string? policy = null) => [.. _outcomes[point].Select(outcomes =>
    {
        Outcome outcome = outcomes[Policy(point, policy)];
        var days = new double[outcome.Ledger.Days];
        outcome.Daily(metric, days);
        return days[day];
    })];

    /// <summary>A ratio of two outcomes' totals over replicates.</summary>
    internal double Share(int point, Metric part, Metric whole, string? policy = null) => Values(point, part, policy).Sum() / Values(point, whole, policy).Sum();

    /// <summary>Asserts that one sample lies above another by more than three standard errors of the matched difference.</summary>
    internal static void IsAbove(double[] higher, double[] lower)
    {
        double[] differences = [.. higher.Zip(lower, (one, other) => one - other)];
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (differences.Length - 1) / differences.Length);
        Assert.True(mean > 3 * error, $"{mean} is not above 0 by three standard errors of {error}");
    }

    private int Policy(int point, string? name) =>
        name is null ? 1 : _points[point].Policies.Select(policy => policy.Name).ToList().IndexOf(name);
}
