using System.Diagnostics;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Simulator.Engine;
using Simulator.Policies;

namespace Experiments.Benchmarks;

/// <summary>Speed of a sweep as a user runs it: silent twins, store and daily series included.</summary>
/// <param name="Name">What was run.</param>
/// <param name="RunsPerSecond">Runs a second on one thread, silent runs counted.</param>
/// <param name="Gain">Speed of two threads as a multiple of one thread's: the median over rounds.</param>
/// <param name="GainFrom">The smallest of the rounds.</param>
/// <param name="GainTo">The largest of the rounds.</param>
/// <param name="StoreShare">The store's part of the working time of one thread.</param>
internal sealed record SweepSpeed(string Name, double RunsPerSecond, double Gain, double GainFrom, double GainTo, double StoreShare)
{
    private const int Points = 2;
    private const int Rounds = 5;

    /// <summary>Sweeps over how much trust a message costs: a month of one blast, and a year with a pitch every week.</summary>
    internal static IReadOnlyList<SweepSpeed> Measure()
    {
        Schedule blast = Schedule.OneBlast(BenchmarkYear.WeeklyPitch.Sends[0].Message, over: 3);
        return
        [
            Measure("30-day blast", Plan(new Scenario { Horizon = 30 }, blast, replicates: 200)),
            Measure("weekly year", Plan(new Scenario(), BenchmarkYear.WeeklyPitch, replicates: 50)),
        ];
    }

    // One thread and two in turn: the machine may be busy with other things, and a ratio within a round suffers least from it.
    private static SweepSpeed Measure(string name, ExperimentPlan plan)
    {
        long runs = plan.Layout().Runs;
        Time(plan, threads: 2);
        var rounds = new (Sweep One, Sweep Two)[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            rounds[round] = (Time(plan, threads: 1), Time(plan, threads: 2));
        }

        double[] gains = [.. rounds.Select(round => round.One.Total / round.Two.Total).Order()];
        return new SweepSpeed(
            name,
            runs / Median(rounds.Select(round => round.One.Total.TotalSeconds)),
            Median(gains),
            gains[0],
            gains[^1],
            Median(rounds.Select(round => round.One.Store / round.One.Total)));
    }

    private static Sweep Time(ExperimentPlan plan, int threads)
    {
        string folder = Directory.CreateTempSubdirectory("sweep-speed-").FullName;
        try
        {
            using var store = ResultStore.Open(folder, plan.Layout(), threads);
            var runner = new Runner(plan, store, threads, _ => { });
            long start = Stopwatch.GetTimestamp();
            runner.Run(CancellationToken.None);
            long ran = Stopwatch.GetTimestamp();
            store.Finish();
            return new Sweep(Stopwatch.GetElapsedTime(start), runner.StoreTime + Stopwatch.GetElapsedTime(ran));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ExperimentPlan Plan(Scenario scenario, Schedule policy, int replicates) => new()
    {
        Name = "sweep speed",
        Seed = 1,
        Replicates = Replication.Fixed(replicates),
        ResolvedYaml = "name: sweep speed\n",
        Hash = "sweep speed",
        Points =
        [
            .. Enumerable.Range(0, Points).Select(index => new Point(
                index,
                $"point {index}",
                new Dictionary<string, string> { ["scenario.trust.loss"] = $"{TrustLoss(index)}" },
                scenario with { Trust = scenario.Trust with { Loss = TrustLoss(index) } },
                [Schedule.Silent, policy])),
        ],
    };

    private static double TrustLoss(int point) => 0.4 + (0.1 * point);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private readonly record struct Sweep(TimeSpan Total, TimeSpan Store);
}
