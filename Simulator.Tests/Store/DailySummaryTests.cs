using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Tests.Running;

namespace Simulator.Tests.Store;

public sealed class DailySummaryTests
{
    private const int Replicates = 9;

    [Fact]
    public void Daily_statistics_are_those_of_a_naive_computation()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(Replicates);
        SmallExperiment.Run(plan, folder["results"]);
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        Point point = plan.Points[0];
        Outcome[][] outcomes = [.. Enumerable.Range(0, Replicates).Select(replicate => Simulation.Compare(point.Scenario, point.Policies, plan.Seed, replicate).ToArray())];
        double[] series = new double[SmallExperiment.Days];
        for (int policy = 0; policy < point.Policies.Count; policy++)
        {
            foreach (MetricInfo metric in SeriesLayout.Metrics)
            {
                List<double>[] days = [.. series.Select(_ => new List<double>())];
                foreach (Outcome[] replicate in outcomes)
                {
                    replicate[policy].Daily(metric.Metric, series);
                    for (int day = 0; day < series.Length; day++)
                    {
                        if (!double.IsNaN(series[day]))
                        {
                            days[day].Add(series[day]);
                        }
                    }
                }

                Compare(store, point.Policies[policy].Name, metric.Name, days);
            }
        }
    }

    [Theory, InlineData(1), InlineData(100), InlineData(5_000)]
    public void Small_chunks_give_the_same_rows_as_one_large_chunk(long chunkBytes)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan(5);
        StoreLayout layout = plan.Layout();
        using SqliteConnection store = StoreConnection.Open(folder["store"], SqliteOpenMode.ReadWriteCreate);
        StoreFile.Prepare(store, folder.Path, layout);
        StoreFile.AttachScratch(store, folder["scratch"]);
        using (var rows = new RowInserts(store, layout))
        {
            // Last replicate first: rows are summarised in the order of replicates, not of arrival.
            for (int replicate = 4; replicate >= 0; replicate--)
            {
                rows.Insert(ReplicateRun.Complete(plan.Points[0], plan.Seed, replicate, plan.Kept(), TestContext.Current.CancellationToken));
            }
        }

        new DailySummary(store, threads: 1).Write(layout.Points[0]);
        store.Execute("CREATE TEMP TABLE large AS SELECT * FROM days; DELETE FROM days");
        new DailySummary(store, threads: 2, chunkBytes).Write(layout.Points[0]);

        Assert.Equal(3L * SmallExperiment.Days * SeriesLayout.Metrics.Count, store.Scalar("SELECT COUNT(*) FROM days"));
        Assert.Equal(0L, store.Scalar("SELECT COUNT(*) FROM (SELECT * FROM days EXCEPT SELECT * FROM large)"));
    }

    [Theory]
    [InlineData(365, 200, 12_775)]
    [InlineData(365, 100_000, 167)]
    [InlineData(365, 10_000_000, 1)]
    [InlineData(65_000, 10_000, 1_677)]
    public void A_chunk_stays_within_its_bytes_whatever_the_number_of_replicates(int days, int runs, int cells)
    {
        int chunk = DailySummary.CellsPerChunk(days * SeriesLayout.Metrics.Count, runs, DailySummary.ChunkBytes);

        Assert.Equal(cells, chunk);
        Assert.InRange((long)chunk * runs * sizeof(double), 1, Math.Max(DailySummary.ChunkBytes, (long)runs * sizeof(double)));
    }

    private static void Compare(SqliteConnection store, string policy, string metric, List<double>[] days)
    {
        using SqliteCommand command = store.Query(
            "SELECT mean, sd, p05, p25, p50, p75, p95 FROM days WHERE point = 0 AND policy = $0 AND metric = $1 ORDER BY day", policy, metric);
        using SqliteDataReader row = command.ExecuteReader();
        foreach (List<double> values in days)
        {
            Assert.True(row.Read());
            Near(values.Count > 0 ? values.Average() : null, row, 0);
            Near(values.Count > 1 ? Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Count - 1)) : null, row, 1);
            foreach ((double share, int column) in new[] { (0.05, 2), (0.25, 3), (0.5, 4), (0.75, 5), (0.95, 6) })
            {
                Near(values.Count > 0 ? MathNet.Numerics.Statistics.Statistics.QuantileCustom(values, share, MathNet.Numerics.Statistics.QuantileDefinition.R7) : null, row, column);
            }
        }

        Assert.False(row.Read());
    }

    private static void Near(double? expected, SqliteDataReader row, int column)
    {
        Assert.Equal(expected is null, row.IsDBNull(column));
        if (expected is { } value)
        {
            Assert.Equal(value, row.GetDouble(column), 1e-9 * Math.Max(1, Math.Abs(value)));
        }
    }
}
