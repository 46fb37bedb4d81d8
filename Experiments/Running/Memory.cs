using System.Globalization;
using Experiments.Store;
using Simulator.Engine;

namespace Experiments.Running;

/// <summary>Memory: what a run needs, and what there is.</summary>
internal static class Memory
{
    /// <summary>Points of a design that are looked at, from its first to its last.</summary>
    private const int PointsAsked = 64;

    /// <summary>The program itself and its store, bytes. Measured: 0.1 GB for a small experiment, three times that while a large one is summarised.</summary>
    private const long OfProgram = 300_000_000;

    /// <summary>The part of what a machine or a job has that a run may take; the collector begins to fear for the rest.</summary>
    private const double Usable = 0.9;

    /// <summary>
    /// Bytes that this process may take: those of the machine, or of the control group (a container, a job of a cluster) that it runs in. In a control group the collector
    /// keeps a quarter from its own heap, but people are not on that heap.
    /// </summary>
    internal static long Available
    {
        get
        {
            GCMemoryInfo known = GC.GetGCMemoryInfo();
            return Math.Max(known.TotalAvailableMemoryBytes, known.HighMemoryLoadThresholdBytes);
        }
    }

    /// <summary>Bytes of a run of some policies of a point: they run one after the other, so the largest counts.</summary>
    internal static long OfRun(Point point) => point.Policies.Max(policy => Footprint.BytesOf(point.Scenario, policy));

    /// <summary>Bytes of the largest run of an experiment, as far as a few dozen of its points tell.</summary>
    internal static long OfRun(ExperimentPlan plan)
    {
        int last = plan.Points.Count - 1;
        long most = 0;
        foreach (int index in Enumerable.Range(0, PointsAsked).Select(part => (int)((long)last * part / (PointsAsked - 1))).Distinct())
        {
            try
            {
                most = Math.Max(most, OfRun(plan.Points[index]));
            }
            catch (Exception contradiction) when (contradiction is InvalidDataException or ArgumentException or FormatException)
            {
                // A point that contradicts itself is recorded as failed when its turn comes.
            }
        }

        return most;
    }

    /// <summary>Bytes to ask a cluster for, so that as many runs fit side by side.</summary>
    /// <param name="bytesOfRun">Bytes of one run.</param>
    /// <param name="atATime">Runs at a time, from 1.</param>
    internal static long ToAskFor(long bytesOfRun, int atATime) => OfProgram + (long)(bytesOfRun * (double)atATime / Usable);

    /// <summary>Why a run cannot be had here; null where it can.</summary>
    internal static string? Shortage(long bytesOfRun, long available) => bytesOfRun <= available
        ? null
        : $"A run needs {InGigabytes(bytesOfRun)} of memory, and there are {InGigabytes(available)}. Make audience.size smaller, horizon shorter, or run it on a machine (or ask the cluster for a job) with {InGigabytes(ToAskFor(bytesOfRun, 1))}.";

    /// <summary>Refuses an experiment whose runs do not fit, before anything is run.</summary>
    /// <exception cref="RefusedException">They do not; the message says what to do.</exception>
    internal static void Refuse(ExperimentPlan plan, long available)
    {
        if (Shortage(OfRun(plan), available) is { } shortage)
        {
            throw new RefusedException($"Nothing was run. {shortage}");
        }
    }

    /// <summary>Gigabytes (10⁹ bytes) in words, one decimal.</summary>
    internal static string InGigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB");
}
