using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Experiments.Store;

/// <summary>
/// Summarises the daily series of a point over its replicates, a policy at a time, in chunks of consecutive cells (a cell is
/// one metric on one day) that are gathered from all replicates, in replicate order.
/// </summary>
/// <remarks>
/// Memory: one chunk of at most max(<see cref="ChunkBytes"/>, 8 bytes × replicates), plus the chunk's part of one run. More
/// replicates mean more passes over the scratch file, not more memory.
/// </remarks>
internal sealed class DailySummary(SqliteConnection connection, int threads, long chunkBytes = DailySummary.ChunkBytes)
{
    /// <summary>Bytes of a chunk: large enough that 1,000 replicates of a month, or 100 of a year, take one pass. Chosen, not measured.</summary>
    internal const long ChunkBytes = 128L << 20;

    /// <summary>Cells gathered in one pass.</summary>
    /// <param name="cells">Cells of a run.</param>
    /// <param name="runs">Runs, at least 1.</param>
    /// <param name="chunkBytes">Bytes of a chunk.</param>
    internal static int CellsPerChunk(int cells, long runs, long chunkBytes) =>
        (int)Math.Clamp(chunkBytes / sizeof(double) / runs, 1, cells);

    /// <summary>Writes the daily rows of a point.</summary>
    internal void Write(StoredPoint point)
    {
        for (int policy = 0; policy < point.Policies.Count; policy++)
        {
            long runs = (long)connection.Scalar("SELECT COUNT(*) FROM scratch.series WHERE point = $0 AND policy = $1", point.Index, policy)!;
            if (runs > 0)
            {
                Write(point, policy, (int)runs);
            }
        }
    }

    private void Write(StoredPoint point, int policy, int runs)
    {
        int cells = point.Days * SeriesLayout.Metrics.Count;
        int chunk = CellsPerChunk(cells, runs, chunkBytes);
        double[] samples = new double[(long)chunk * runs];
        var summaries = new SampleSummary[chunk];
        using var rows = new DayRows(connection, point.Index, point.Policies[policy]);
        for (int first = 0; first < cells; first += chunk)
        {
            int count = Math.Min(chunk, cells - first);
            Gather(point.Index, policy, runs, first, count, samples);
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                cell => summaries[cell] = SampleSummary.Of(samples.AsSpan(cell * runs, runs)));
            for (int cell = 0; cell < count; cell++)
            {
                rows.Insert(first + cell, summaries[cell]);
            }
        }
    }

    /// <summary>Reads some consecutive cells of every run; afterwards the sample of a cell is contiguous.</summary>
    private void Gather(int point, int policy, int runs, int first, int count, double[] samples)
    {
        byte[] bytes = new byte[count * sizeof(double)];
        using SqliteCommand command = connection.Query(
            "SELECT rowid FROM scratch.series WHERE point = $0 AND policy = $1 ORDER BY replicate", point, policy);
        using SqliteDataReader rows = command.ExecuteReader();
        for (int run = 0; rows.Read(); run++)
        {
            using (var blob = new SqliteBlob(connection, "scratch", "series", "days", rows.GetInt64(0), readOnly: true))
            {
                blob.Position = (long)first * sizeof(double);
                blob.ReadExactly(bytes);
            }

            ReadOnlySpan<double> values = MemoryMarshal.Cast<byte, double>(bytes);
            for (int cell = 0; cell < values.Length; cell++)
            {
                samples[((long)cell * runs) + run] = values[cell];
            }
        }
    }
}
