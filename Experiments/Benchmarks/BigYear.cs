using System.Diagnostics;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;

namespace Experiments.Benchmarks;

/// <summary>One weekly year of a hundred times the case's audience, with the memory it takes. Measured once, first, in a fresh process.</summary>
/// <param name="Duration">Wall time.</param>
/// <param name="Sent">DMs delivered.</param>
/// <param name="PeakBytes">Largest working set of the process.</param>
internal sealed record BigYear(TimeSpan Duration, long Sent, long PeakBytes)
{
    internal const int People = 2_100_000;

    internal static BigYear Measure()
    {
        // A small year first, so that compiling is not timed.
        BenchmarkYear.Weekly(new Scenario(), 0);
        var scenario = new Scenario { Audience = new Audience { Size = People } };
        long start = Stopwatch.GetTimestamp();
        Ledger ledger = BenchmarkYear.Weekly(scenario, 0);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        using var process = Process.GetCurrentProcess();
        return new BigYear(duration, BenchmarkYear.Total(ledger, Flow.Sent), process.PeakWorkingSet64);
    }
}
