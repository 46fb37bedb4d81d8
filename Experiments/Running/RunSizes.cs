using Simulator.Engine;

namespace Experiments.Running;

/// <summary>Memory of runs, and the threads that may work on each, as far as a few dozen points of an experiment tell.</summary>
internal sealed class RunSizes
{
    /// <summary>Points that are looked at, from the first to the last.</summary>
    private const int PointsAsked = 64;

    private readonly List<(long Bytes, int Parts)> _sizes = [];

    /// <summary>Looks.</summary>
    internal RunSizes(ExperimentPlan plan)
    {
        int last = plan.Points.Count - 1;
        foreach (int index in Enumerable.Range(0, PointsAsked).Select(part => (int)((long)last * part / (PointsAsked - 1))).Distinct())
        {
            try
            {
                Point point = plan.Points[index];
                _sizes.Add((Memory.OfRun(point), Footprint.PartsOf(point.Scenario)));
            }
            catch (Exception contradiction) when (contradiction is InvalidDataException or ArgumentException or FormatException)
            {
                // A point that contradicts itself is recorded as failed when its turn comes.
            }
        }
    }

    /// <summary>Bytes of the largest run, and the parts of it on which several threads can work at a time.</summary>
    internal (long Bytes, int Parts) Largest => _sizes.Count > 0 ? _sizes.MaxBy(size => size.Bytes) : (0, 1);

    /// <summary>Parts of the run that has fewest: so many threads find work on any of them.</summary>
    internal int Parts => _sizes.Select(size => size.Parts).DefaultIfEmpty(1).Min();

    /// <summary>Memory to ask for, bytes, for a task with some threads: that of the runs that take most side by side.</summary>
    internal long OfTask(int threads) => _sizes.Select(size => Memory.ToAskFor(size.Bytes, Math.Max(1, threads / size.Parts))).DefaultIfEmpty(0).Max();
}
