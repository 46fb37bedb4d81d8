using Experiments.Running;
using Experiments.Running.Stopping;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>Cuts a round into shards that take about equally long, by the time that a replicate took at a few of its points.</summary>
internal sealed class ShardSizes
{
    /// <summary>Shards for each processor, where runs are short enough: the last one to end then costs a few percent at most. Chosen, not measured.</summary>
    private const int ShardsPerTask = 16;

    /// <summary>Shortest and longest time of a shard, seconds: a file is written after each, and what a kill takes is one. Chosen, not measured.</summary>
    private const double Shortest = 1, Longest = 60;

    /// <summary>Most shards: each is a file, and file servers dislike folders of more. Chosen, not measured.</summary>
    private const int Most = 20_000;

    private readonly int[] _points;
    private readonly double[] _seconds;

    private ShardSizes(IReadOnlyList<(int Point, double Seconds)> measured)
    {
        _points = [.. measured.Select(one => one.Point)];
        _seconds = [.. measured.Select(one => one.Seconds)];
    }

    /// <summary>Mean time of a unit over the points that were tried, seconds.</summary>
    internal double SecondsPerUnit => _seconds.Length > 0 ? _seconds.Average() : Shortest;

    /// <summary>Runs a replicate at a few points; of a big audience a part of it.</summary>
    internal static ShardSizes Measure(ExperimentPlan plan)
    {
        List<(StoredPoint Point, TimeSpan Replicate, int Segments)> measured = new DryRun(plan, 1).Measure(TextWriter.Null);
        return new ShardSizes([.. measured.Select(one => (one.Point.Index, Math.Max(one.Replicate.TotalSeconds, 1e-6)))]);
    }

    /// <summary>Sizes where the time of a unit is known and the same at all points.</summary>
    internal static ShardSizes Of(double secondsPerUnit) => Of([(0, Math.Max(secondsPerUnit, 1e-6))]);

    /// <summary>Sizes where the time of a unit is known at some points, ascending.</summary>
    internal static ShardSizes Of(IReadOnlyList<(int Point, double Seconds)> measured) => new(measured);

    /// <summary>Time of the whole round on one processor, seconds.</summary>
    internal double SecondsOf(Round round) =>
        round.Evaluations.Count > 0 ? round.Units * SecondsPerUnit : round.Blocks.Sum(block => (block.End - (double)block.First) * SecondsAt(block.Point));

    /// <summary>The round, cut.</summary>
    /// <param name="round">The round.</param>
    /// <param name="tasks">Processors that work on it.</param>
    internal Round Cut(Round round, int tasks)
    {
        double all = SecondsOf(round);
        double seconds = Math.Clamp(all / tasks / ShardsPerTask, Shortest, Longest);
        long shards = Math.Clamp((long)Math.Ceiling(all / seconds), Math.Min(tasks, round.Units), Math.Min(Most, round.Units));
        return round.Evaluations.Count > 0 ? round.InEqualShards((int)shards) : round with { Ends = Ends(round, all / shards) };
    }

    private List<long> Ends(Round round, double secondsPerShard)
    {
        var ends = new List<long>();
        long unit = 0;
        double seconds = 0;
        foreach (Block block in round.Blocks)
        {
            double each = SecondsAt(block.Point);
            int left = block.End - block.First;
            while (left > 0)
            {
                // Ends are set by the time from the beginning, so that what one shard is too short the next is longer.
                double end = (ends.Count + 1) * secondsPerShard;
                int fits = (int)Math.Clamp(Math.Round((end - seconds) / each), 1, left);
                unit += fits;
                left -= fits;
                seconds += fits * each;
                if (seconds >= end - (each / 2))
                {
                    ends.Add(unit);
                }
            }
        }

        if (ends.Count == 0 || ends[^1] < unit)
        {
            ends.Add(unit);
        }

        return ends;
    }

    // Between two points that were tried the time changes in a straight line: rows of a grid are in order.
    private double SecondsAt(int point)
    {
        if (_points.Length == 0)
        {
            return Shortest;
        }

        int after = Array.BinarySearch(_points, point) is var found && found >= 0 ? found : ~found;
        if (found >= 0 || after == 0 || after == _points.Length)
        {
            return _seconds[Math.Clamp(after, 0, _seconds.Length - 1)];
        }

        double part = (point - _points[after - 1]) / (double)(_points[after] - _points[after - 1]);
        return _seconds[after - 1] + (part * (_seconds[after] - _seconds[after - 1]));
    }
}
