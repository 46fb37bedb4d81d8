using System.Diagnostics;
using System.Globalization;
using Experiments.Analysis;
using Experiments.Running.Methods;
using Experiments.Store;
using Simulator.Engine;

namespace Experiments.Running;

/// <summary>What running an experiment would mean: its points, its runs, and an estimate of time and disk. Writes nothing.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="threads">Threads that would run.</param>
internal sealed class DryRun(ExperimentPlan plan, int threads)
{
    private const int PointsShown = 3;
    private const int PointsMeasured = 5;

    /// <summary>Bytes of a run from which its memory is told.</summary>
    private const long WorthTelling = 1_000_000_000;

    /// <summary>People to whom a bigger audience is cut down for measuring. Chosen: seconds instead of an hour, and more people than caches hold.</summary>
    private const int PeopleMeasured = 200_000;

    /// <summary>Time after which no further point is measured.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Time the store takes for a run of the smallest kind, on the thread that writes. Measured on a virtual machine.</summary>
    private static readonly TimeSpan StorePerRun = TimeSpan.FromMicroseconds(60);

    /// <summary>Bytes of a row of each table, measured on experiments of all sizes.</summary>
    private const int RunBytes = 210, DayBytes = 70, HorizonBytes = 160, SegmentBytes = 120;

    private readonly StoreLayout _layout = plan.Layout();
    private bool _isScaled;

    /// <summary>Writes it all.</summary>
    internal void Write(TextWriter output)
    {
        output.WriteLine(plan.Question.Length > 0 ? $"{plan.Name}: {plan.Question}" : plan.Name);
        if (plan.Method is { } method)
        {
            WriteMethod(method, output);
            return;
        }

        string design = plan.Sweep is { } sweep ? $" ({sweep.Sweep.Design.Kind} of {Wording.Count(sweep.Sweep.Factors.Count, "factor", "factors")})" : "";
        output.WriteLine($"Points: {_layout.Points.Count:N0}{design}. Policies: {string.Join(", ", _layout.Policies)}.");
        WriteMemory(output);
        output.WriteLine($"Replicates: {plan.Replicates.InWords()}. Runs: {Range(_layout.Runs, _layout.MostRuns, runs => $"{runs:N0}")}.");
        WritePoints(output);
        List<(StoredPoint Point, TimeSpan Replicate, int Segments)> measured = Measure(output);
        if (measured.Count > 0)
        {
            WriteTime(measured, output);
            WriteDisk(measured, output);
        }

        output.WriteLine("Nothing was run for good, and nothing was written.");
    }

    private void WriteMethod(IMethod method, TextWriter output)
    {
        output.WriteLine($"Policies: {string.Join(", ", _layout.Policies)}. What is run next is decided while running: at most {method.MostEvaluations:N0} times all policies.");
        WriteMemory(output);
        List<(StoredPoint Point, TimeSpan Replicate, int Segments)> measured = Measure(output);
        if (measured.Count > 0)
        {
            double seconds = measured.Average(one => one.Replicate.TotalSeconds);
            output.WriteLine($"Time: at most about {Wording.Duration(TimeSpan.FromSeconds(seconds * method.MostEvaluations / threads))} on {Wording.Count(threads, "thread", "threads")}. An estimate from one run of the values as written.");
        }

        output.WriteLine("Nothing was run for good, and nothing was written.");
    }

    private void WriteMemory(TextWriter output)
    {
        (long bytes, int parts) = new RunSizes(plan).Largest;
        if (bytes >= WorthTelling)
        {
            long forRuns = Memory.ForRuns(Memory.Available);
            int threadsOfRun = Math.Min(parts, threads);
            long atATime = Math.Clamp(forRuns / bytes, 1, threads / threadsOfRun);
            string each = threadsOfRun > 1 ? $", each on {Wording.Count(threadsOfRun, "thread", "threads")}" : "";
            string goes = atATime > 1 ? $"{Wording.Count(atATime, "run goes", "runs go")} on at a time{each}." : $"runs follow each other{each}.";
            string fits = $"about {InBytes(bytes)} a run, with {InBytes(forRuns)} here for runs: {goes}";
            output.WriteLine($"Memory: {Memory.Shortage(bytes, forRuns) ?? fits}");
        }
    }

    private void WritePoints(TextWriter output)
    {
        int count = _layout.Points.Count;
        for (int point = 0; point < count; point++)
        {
            if (point == PointsShown && count > 2 * PointsShown)
            {
                output.WriteLine("     …");
                point = count - PointsShown;
            }

            output.WriteLine($"  {point,6}  {_layout.Points[point].Name}");
        }
    }

    /// <summary>Runs one replicate of a few points spread over the design.</summary>
    /// <param name="output">Is told of points that cannot be run.</param>
    internal List<(StoredPoint Point, TimeSpan Replicate, int Segments)> Measure(TextWriter output)
    {
        int last = _layout.Points.Count - 1;
        var measured = new List<(StoredPoint, TimeSpan, int)>();
        var watch = Stopwatch.StartNew();
        foreach (int index in Enumerable.Range(0, PointsMeasured).Select(part => (int)((long)last * part / (PointsMeasured - 1))).Distinct())
        {
            if (measured.Count > 0 && watch.Elapsed > Patience)
            {
                break;
            }

            try
            {
                Point point = Smaller(plan.Points[index], out double times);
                if (measured.Count == 0)
                {
                    // The first run of all pays for compiling the program.
                    ReplicateRun.Complete(point, plan.Seed, 0, plan.Kept(), CancellationToken.None);
                }

                long start = Stopwatch.GetTimestamp();
                FinishedReplicate replicate = ReplicateRun.Complete(point, plan.Seed, 0, plan.Kept(), CancellationToken.None);
                measured.Add((_layout.Points[index], times * Stopwatch.GetElapsedTime(start), replicate.Runs[0].Segments.Count));
            }
            catch (InvalidDataException contradiction)
            {
                output.WriteLine($"Point {index} cannot be run: {contradiction.Message} Its runs would be recorded as failed.");
            }
        }

        return measured;
    }

    // A big audience takes minutes and much memory; what it costs grows with its people.
    private Point Smaller(Point point, out double times)
    {
        int size = point.Scenario.Audience.Size;
        times = 1;
        if (Footprint.PartsOf(point.Scenario) == 1 || point.Scenario.Graph is not null || point.Worlds is not null)
        {
            return point;
        }

        _isScaled = true;
        times = (double)size / PeopleMeasured;
        return point with { Scenario = point.Scenario with { Audience = point.Scenario.Audience with { Size = PeopleMeasured } } };
    }

    private void WriteTime(List<(StoredPoint Point, TimeSpan Replicate, int Segments)> measured, TextWriter output)
    {
        double secondsPerRun = measured.Sum(one => one.Replicate.TotalSeconds) / measured.Sum(one => one.Point.Policies.Count);
        string Time(long runs) => Wording.Duration(TimeSpan.FromSeconds(runs * Math.Max(secondsPerRun / threads, StorePerRun.TotalSeconds)));
        output.WriteLine(
            $"Time: about {Range(_layout.Runs, _layout.MostRuns, Time)} on {Wording.Count(threads, "thread", "threads")}. An estimate from one replicate of "
            + $"{Wording.Count(measured.Count, "point", "points")}, which took {Milliseconds(measured.Min(one => one.Replicate))} to {Milliseconds(measured.Max(one => one.Replicate))}{(_isScaled ? $", scaled up from {PeopleMeasured:N0} people" : "")}.");
    }

    private void WriteDisk(List<(StoredPoint Point, TimeSpan Replicate, int Segments)> measured, TextWriter output)
    {
        double days = measured.Average(one => one.Point.Days);
        double segments = measured.Average(one => one.Segments);
        double perRun = RunBytes + (HorizonBytes * _layout.Horizons.Count) + (SegmentBytes * segments) + (16 * _layout.VariedPaths.Count);
        double perCell = _layout.KeepsDays ? DayBytes * SeriesLayout.Metrics.Count * days : 0;
        string Disk(long runs) => InBytes((_layout.Series * perCell) + (runs * perRun));

        // A ranking may ask for more of any point until its end; otherwise a point's daily series go when the point is done.
        double series = _layout.KeepsDays ? SeriesLayout.Bytes(1) * days : 0;
        double open = plan.Replicates.Rank is not null ? _layout.MostRuns : Math.Min(_layout.MostRuns, 4.0 * threads * _layout.Policies.Count * _layout.MostReplicates);
        output.WriteLine($"Disk: about {Range(_layout.Runs, _layout.MostRuns, Disk)}{(_layout.KeepsDays ? $", and at most {InBytes(open * series)} more while it runs" : "")}.");
    }

    private static string Range(long least, long most, Func<long, string> text) =>
        text(least) == text(most) ? text(least) : $"{text(least)} to {text(most)}";

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture)} ms";

    private static string InBytes(double bytes) => bytes switch
    {
        < 1e6 => "1 MB",
        < 1e9 => $"{bytes / 1e6:N0} MB",
        < 1e12 => $"{bytes / 1e9:N1} GB",
        _ => $"{bytes / 1e12:N1} TB",
    };
}
