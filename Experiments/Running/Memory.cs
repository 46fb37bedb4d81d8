using System.Globalization;
using Experiments.Store;
using Simulator.Engine;

namespace Experiments.Running;

/// <summary>Memory: what a run needs, and what there is.</summary>
internal static class Memory
{
    /// <summary>The program itself and its store, bytes. Measured: 0.1 GB for a small experiment, three times that while a large one is summarised.</summary>
    private const long OfProgram = 300_000_000;

    /// <summary>The part of what a machine or a job has that a run may take; the collector begins to fear for the rest.</summary>
    private const double Usable = 0.9;

    /// <summary>The part that runs may take of very little memory, less than half a gigabyte: there the program is small too, since its experiments are.</summary>
    private const double UsableOfLittle = 0.25;

    /// <summary>What the collector takes for itself of a control group, and the load from which it fears for the rest, as parts of what the group may have.</summary>
    private const double HeapOfGroup = 0.75, HighLoad = 0.9;

    /// <summary>Limits are in whole pages.</summary>
    private const long PageBytes = 4096;

    /// <summary>Memory is asked for in units of 2²⁰ bytes.</summary>
    private const long AskedUnit = 1L << 20;

    /// <summary>Bytes that there are for this process, itself included: those of the machine, or of the control group (a container, a job of a cluster) that it runs in.</summary>
    internal static long Available
    {
        get
        {
            GCMemoryInfo known = GC.GetGCMemoryInfo();
            return Total(known.TotalAvailableMemoryBytes, known.HighMemoryLoadThresholdBytes);
        }
    }

    /// <summary>Bytes that runs may take together where so many are there for the program, its runs, and whatever else there is: the same for a machine, a control group and a job of a cluster.</summary>
    internal static long ForRuns(long available) =>
        Math.Max((long)(available * UsableOfLittle), (long)(available * Usable) - OfProgram);

    /// <summary>Bytes of the machine or control group, from what the collector tells: in a control group it keeps a quarter from its own heap, but people are not on that heap.</summary>
    /// <param name="heap">Bytes that the collector may take.</param>
    /// <param name="highLoad">Bytes in use from which it fears for the rest.</param>
    internal static long Total(long heap, long highLoad) => heap >= highLoad
        ? heap
        : (long)Math.Ceiling(Math.Max(highLoad, Math.Min(heap / HeapOfGroup, highLoad / HighLoad)) / PageBytes) * PageBytes;

    /// <summary>Bytes of a run of some policies of a point: they run one after the other, so the largest counts.</summary>
    internal static long OfRun(Point point) => point.Policies.Max(policy => Footprint.BytesOf(point.Scenario, policy));

    /// <summary>Bytes of the largest run of an experiment, as far as a few dozen of its points tell.</summary>
    internal static long OfRun(ExperimentPlan plan) => new RunSizes(plan).Largest.Bytes;

    /// <summary>Bytes to ask a cluster for: just enough that as many runs are let in side by side.</summary>
    /// <param name="bytesOfRun">Bytes of one run.</param>
    /// <param name="atATime">Runs at a time, from 1.</param>
    internal static long ToAskFor(long bytesOfRun, int atATime) =>
        (long)Math.Ceiling((OfProgram + (bytesOfRun * (double)atATime) + 1) / Usable / AskedUnit) * AskedUnit;

    /// <summary>Why a run cannot be had here; null where it can.</summary>
    /// <param name="bytesOfRun">Bytes of the run.</param>
    /// <param name="forRuns">Bytes that runs may take together: <see cref="ForRuns"/>.</param>
    internal static string? Shortage(long bytesOfRun, long forRuns) => bytesOfRun <= forRuns
        ? null
        : $"A run needs {InGigabytes(bytesOfRun)} of memory, and there are {InGigabytes(forRuns)} for runs. Make audience.size smaller, horizon shorter, or run it on a machine (or ask the cluster for a job) with {InGigabytes(ToAskFor(bytesOfRun, 1))}.";

    /// <summary>Refuses an experiment whose runs do not fit, before anything is run.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="available">Bytes that there are, the program itself included.</param>
    /// <exception cref="RefusedException">They do not; the message says what to do.</exception>
    internal static void Refuse(ExperimentPlan plan, long available)
    {
        if (Shortage(OfRun(plan), ForRuns(available)) is { } shortage)
        {
            throw new RefusedException($"Nothing was run. {shortage}");
        }
    }

    /// <summary>Gigabytes (10⁹ bytes) in words, one decimal.</summary>
    internal static string InGigabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB");
}
