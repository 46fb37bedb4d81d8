using Experiments.Store;

namespace Experiments.Running.Verifying;

/// <summary>Runs stored runs again and compares every value bit for bit.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="stored">What the store holds.</param>
/// <param name="threads">Threads that run.</param>
internal sealed class Verification(ExperimentPlan plan, StoredRuns stored, int threads)
{
    /// <summary>Deviations kept to be told; more are only counted.</summary>
    internal const int MostKept = 1_000;

    /// <summary>Replicates a thread takes between two comparisons with the store. Chosen, not measured.</summary>
    private const int ItemsPerThread = 16;

    /// <summary>Runs compared.</summary>
    internal long Runs { get; private set; }

    /// <summary>Runs with at least one deviation.</summary>
    internal long DeviatingRuns { get; private set; }

    /// <summary>The first deviations, in the order of the store.</summary>
    internal List<Deviation> Deviations { get; } = [];

    /// <summary>Runs again and compares.</summary>
    /// <param name="runs">Which ones.</param>
    /// <param name="progress">Told how many runs were compared, now and then.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal void Compare(
        IEnumerable<(int Point, int Replicate, IReadOnlyList<Cell> Cells)> runs, Action<long> progress, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        foreach ((int Point, int Replicate, IReadOnlyList<Cell> Cells)[] some in runs.Chunk(threads * ItemsPerThread))
        {
            var results = new (FinishedReplicate Runs, IReadOnlyList<string> Addresses)[some.Length];
            Parallel.For(0, some.Length, options, index => results[index] = Again(some[index].Point, some[index].Replicate, some[index].Cells, cancellation));
            for (int index = 0; index < some.Length; index++)
            {
                Compare(some[index].Cells, results[index].Runs, results[index].Addresses);
            }

            progress(Runs);
        }
    }

    private (FinishedReplicate Runs, IReadOnlyList<string> Addresses) Again(int index, int replicate, IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        Point point;
        try
        {
            point = plan.Points[index];
        }
        catch (InvalidDataException contradiction)
        {
            StoredPoint impossible = plan.Layout().Points[index];
            return (ReplicateRun.Impossible(impossible, Positions(impossible.Policies, cells), replicate, contradiction), [.. cells.Select(_ => "")]);
        }

        IReadOnlyList<int> positions = Positions([.. point.Policies.Select(policy => policy.Name)], cells);
        IReadOnlyList<string> addresses = RunAddress.Of(point, plan.Seed);
        return (ReplicateRun.Complete(point, positions, plan.Seed, replicate, new KeptDays(false, plan.Horizons), cancellation), [.. positions.Select(position => addresses[position])]);
    }

    private static IReadOnlyList<int> Positions(IReadOnlyList<string> policies, IReadOnlyList<Cell> cells) =>
        [.. cells.Select(cell => policies.ToList().IndexOf(cell.Policy))];

    private void Compare(IReadOnlyList<Cell> cells, FinishedReplicate again, IReadOnlyList<string> addresses)
    {
        for (int index = 0; index < cells.Count; index++)
        {
            FinishedRun run = again.Runs[index];
            SortedDictionary<string, string> old = stored.Read(again.Point, run.Policy, again.Replicate);
            SortedDictionary<string, string> now = stored.Of(run);
            (old["content address"], now["content address"]) = (cells[index].Hash, addresses[index]);
            string[] different = [.. old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))];
            Runs++;
            DeviatingRuns += different.Length > 0 ? 1 : 0;
            Deviations.AddRange(different
                .Take(MostKept - Deviations.Count)
                .Select(name => new Deviation(again.Point, run.Policy, again.Replicate, name, old.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""))));
        }
    }
}
