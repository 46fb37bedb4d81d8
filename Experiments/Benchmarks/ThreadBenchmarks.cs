using BenchmarkDotNet.Attributes;
using Simulator.Engine;

namespace Experiments.Benchmarks;

/// <summary>The same weekly years on one thread and on two.</summary>
public class ThreadBenchmarks
{
    private const int Years = 16;

    /// <summary>One after the other.</summary>
    [Benchmark(Description = BenchmarkNames.OneThread)]
    public void OneThread() => RunYears(1);

    /// <summary>Two at a time.</summary>
    [Benchmark(Description = BenchmarkNames.TwoThreads)]
    public void TwoThreads() => RunYears(2);

    private static void RunYears(int threads) => Parallel.For(
        0, Years, new ParallelOptions { MaxDegreeOfParallelism = threads }, replicate => BenchmarkYear.Weekly(new Scenario(), replicate));
}
