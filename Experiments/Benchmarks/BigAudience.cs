using System.Diagnostics;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;

namespace Experiments.Benchmarks;

/// <summary>
/// Millions of people founded, and sent one pitch in a year: time and peak memory. Measured once each, from small to big, so that the process' largest working set is that of the run
/// just done.
/// </summary>
/// <param name="People">People at the start.</param>
/// <param name="Threads">Threads of the run.</param>
/// <param name="Founding">Wall time of founding them alone.</param>
/// <param name="Wall">Wall time of the run, founding included.</param>
/// <param name="Processor">Processor time of the run.</param>
/// <param name="Ever">People ever in the audience.</param>
/// <param name="Sent">DMs delivered.</param>
/// <param name="PeakBytes">Largest working set of the process so far, above what it was before anything was measured.</param>
/// <param name="ExpectedBytes">What <see cref="Footprint"/> says of it.</param>
internal sealed record BigAudience(int People, int Threads, TimeSpan Founding, TimeSpan Wall, TimeSpan Processor, long Ever, long Sent, long PeakBytes, long ExpectedBytes)
{
    private static readonly int[] Sizes = [1_000_000, 3_000_000, 10_000_000];

    /// <summary>Measures all sizes with one thread and with two.</summary>
    internal static IReadOnlyList<BigAudience> Measure() => Measure(Sizes);

    /// <summary>Measures some sizes.</summary>
    internal static IReadOnlyList<BigAudience> Measure(IReadOnlyList<int> sizes)
    {
        // A small year first, so that compiling is neither timed nor counted.
        Schedule blast = Schedule.OneBlast(BenchmarkYear.WeeklyPitch.Sends[0].Message);
        new Run(new Scenario(), blast, seed: 1, replicate: 0).Complete(CancellationToken.None);
        long before = Peak();
        return [.. sizes.SelectMany(people => new[] { 1, 2 }.Select(threads => Measure(people, threads, blast, before)))];
    }

    private static BigAudience Measure(int people, int threads, Schedule blast, long before)
    {
        GC.Collect();
        var scenario = new Scenario { Audience = new Audience { Size = people } };
        TimeSpan founding = Found(scenario.Audience, threads);
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Ledger ledger = new Run(scenario, blast, seed: 1, replicate: 0, threads).Complete(CancellationToken.None);
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        long ever = people + (long)BenchmarkYear.Total(ledger, Flow.Arrived);
        return new BigAudience(
            people, threads, founding, wall, process.TotalProcessorTime - processor, ever, BenchmarkYear.Total(ledger, Flow.Sent), Peak() - before, Footprint.BytesOf(scenario, blast));
    }

    private static TimeSpan Found(Audience audience, int threads)
    {
        var founding = new Founding(audience);
        var draws = new Draws(1, 0);
        long start = Stopwatch.GetTimestamp();
        using (var people = new Followers(audience.Size, new TraitsOnDemand(founding, draws)))
        {
            founding.FoundAudience(people, draws, new Crew(threads));
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
