using Experiments.Running;
using Experiments.Store;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Notebooks;

/// <summary>
/// Policies – also policies of one's own – compared on the same people with the same luck, beside the silent twin. The rows are those of a
/// result folder: the same scenario, policies and seed give the same numbers.
/// </summary>
public sealed class Comparison
{
    private readonly PointRow _point = new(0, "as written", VariedValues.None);
    private readonly IReadOnlyList<Outcome>[] _outcomes;

    private Comparison(IReadOnlyList<string> policies, IReadOnlyList<Outcome>[] outcomes)
    {
        (Policies, _outcomes) = (policies, outcomes);
        Runs = [.. policies.SelectMany((policy, index) => outcomes.Select((replicate, number) => new RunRow(
            _point, policy, number, [.. MetricInfo.All.Select(info => replicate[index][info.Metric] ?? double.NaN)])))];
    }

    /// <summary>The policies, the silent twin first.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>All runs at their end: policies in order, replicates within them.</summary>
    public IReadOnlyList<RunRow> Runs { get; }

    /// <summary>Runs policies on all processors.</summary>
    /// <param name="scenario">The world.</param>
    /// <param name="policies">The policies, with different names; the silent twin goes along by itself.</param>
    /// <param name="replicates">Replicates of every policy, at least 1. A year of one policy takes about 50 kB each.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotebookException">There is no policy, two have the same name, the scenario or a policy has problems, or a run needs more memory than there is.</exception>
    public static Comparison Run(
        Scenario scenario, IReadOnlyList<IPolicy> policies, int replicates = 40, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        IPolicy[] all = [Schedule.Silent, .. policies.Where(policy => !ReferenceEquals(policy, Schedule.Silent))];
        if (all.Length == 1)
        {
            throw new NotebookException("There is no policy to compare with silence.");
        }

        if (all.GroupBy(policy => policy.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new NotebookException($"Two policies are called {Words.Quote(twice.Key)}; results tell policies apart by their names.");
        }

        var outcomes = new IReadOnlyList<Outcome>[replicates];
        try
        {
            // The first one alone: what is wrong with a policy is then told once, and not once a thread.
            Simulation.Refuse(scenario, all);
            long need = all.Max(policy => Footprint.BytesOf(scenario, policy));
            outcomes[0] = Admitted(0);
            Parallel.For(1, replicates, new ParallelOptions { CancellationToken = cancellation }, replicate => outcomes[replicate] = Admitted(replicate));

            // Big audiences wait for each other's memory.
            IReadOnlyList<Outcome> Admitted(int replicate)
            {
                using Admission.Place place = Admission.OfMachine.Enter(Footprint.PartsOf(scenario), need, cancellation);
                return Simulation.Compare(scenario, all, seed, replicate, place.Threads, cancellation);
            }
        }
        catch (Exception problem) when (problem is ArgumentException or InsufficientMemoryException)
        {
            throw new NotebookException(problem.Message, problem);
        }

        return new Comparison([.. all.Select(policy => policy.Name)], outcomes);
    }

    /// <summary>The runs of one policy.</summary>
    /// <exception cref="NotebookException">There is no policy of that name.</exception>
    public IReadOnlyList<RunRow> Of(string policy) => Policies.Contains(policy)
        ? [.. Runs.Where(run => run.Policy == policy)]
        : throw new NotebookException($"There is no policy '{policy}'{Config.NearestName.Hint(policy, Policies)}");

    /// <summary>Some outcomes by day: one row a policy, outcome and day.</summary>
    /// <param name="metrics">Outcomes that exist by day.</param>
    /// <exception cref="NotebookException">An outcome does not exist by day.</exception>
    public IReadOnlyList<DayRow> Days(params IReadOnlyCollection<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Select(MetricInfo.Of).FirstOrDefault(info => !info.IsDaily) is { } never)
        {
            throw new NotebookException($"'{never.Name}' does not exist by day; it is in the table of runs.");
        }

        return [.. Policies.SelectMany((policy, index) => metrics.SelectMany(metric => Days(policy, index, metric)))];
    }

    private IEnumerable<DayRow> Days(string policy, int index, Metric metric)
    {
        double[][] courses = [.. _outcomes.Select(replicate =>
        {
            var days = new double[replicate[index].Ledger.Days];
            replicate[index].Daily(metric, days);
            return days;
        })];
        for (int day = 0; day < courses[0].Length; day++)
        {
            var of = SampleSummary.Of([.. courses.Select(course => course[day])]);
            yield return new DayRow(0, _point.Varied, policy, day, metric, of.Mean, of.Sd, of.P05, of.P25, of.P50, of.P75, of.P95);
        }
    }
}
