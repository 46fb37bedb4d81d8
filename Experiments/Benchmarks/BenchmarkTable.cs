using System.Globalization;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Reports;
using Experiments.Analysis;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;

namespace Experiments.Benchmarks;

/// <summary>The figures in the units in which they are discussed.</summary>
internal static class BenchmarkTable
{
    internal static void Write(TextWriter output, IReadOnlyList<Summary> summaries, BigYear? bigYear, IReadOnlyList<BigAudience> audiences, IReadOnlyList<SweepSpeed> sweeps)
    {
        Dictionary<string, double> medians = summaries
            .SelectMany(summary => summary.Reports)
            .Where(report => report.ResultStatistics is not null)
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), report => report.ResultStatistics!.Median);
        HostEnvironmentInfo machine = HostEnvironmentInfo.GetCurrent();
        output.WriteLine($"{machine.CpuInfo.Value.ProcessorName?.Trim()}, {Environment.ProcessorCount} processors, {machine.RuntimeVersion}, {machine.OsVersion.Value}");
        foreach ((string name, string value) in Rows(medians, bigYear))
        {
            output.WriteLine($"{name,-60}{value}");
        }

        foreach ((string name, string value) in audiences.Select(Row).Concat(Extrapolated(audiences)))
        {
            output.WriteLine($"{name,-60}{value}");
        }

        foreach (SweepSpeed sweep in sweeps)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"sweep of " + sweep.Name + "s, runs a second and core",-60}{sweep.RunsPerSecond:0}"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{"  its speed on two threads, as a multiple of one",-60}{sweep.Gain:0.00} ({sweep.GainFrom:0.00}–{sweep.GainTo:0.00})"));
            output.WriteLine($"{"  the part of its time that the store takes",-60}{Wording.Percent(sweep.StoreShare)}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Rows(Dictionary<string, double> medians, BigYear? bigYear)
    {
        double Median(string name) => medians.GetValueOrDefault(name, double.NaN);
        Ledger weekly = BenchmarkYear.Weekly(new Scenario(), 0);
        int sent = BenchmarkYear.Total(weekly, Flow.Sent);
        int peopleEver = BenchmarkYear.PeopleEver();
        (string, double, string)[] figures =
        [
            ("ns per delivered DM (weekly year, all included)", Median(BenchmarkNames.WeeklyYear) / sent, "0.0"),
            ("ns per founded person", Median(BenchmarkNames.Founding) / peopleEver, "0"),
            ("ms per silent year, 21,000 people", Median(BenchmarkNames.SilentYear) / 1e6, "0.0"),
            ("silent year ÷ founding of its people", Median(BenchmarkNames.SilentYear) / Median(BenchmarkNames.Founding), "0.00"),
            ("ms per weekly year, 21,000 people", Median(BenchmarkNames.WeeklyYear) / 1e6, "0.0"),
            ("plain twin ÷ event-driven, weekly year", Median(BenchmarkNames.PlainTwin) / Median(BenchmarkNames.WeeklyYear), "0.0"),
            ("1 thread ÷ 2 threads, 16 weekly years", Median(BenchmarkNames.OneThread) / Median(BenchmarkNames.TwoThreads), "0.00"),
            ("bytes per person: traits", Followers.TraitBytes, "0"),
            ("bytes per person: state, and a bit per offer and copy", Followers.StateBytes, "0"),
        ];
        foreach ((string name, double value, string format) in figures.Where(figure => double.IsFinite(figure.Item2)))
        {
            yield return (name, value.ToString(format, CultureInfo.InvariantCulture));
        }

        if (bigYear is not null)
        {
            yield return ("ms per weekly year, 2,100,000 people", bigYear.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
            yield return ("  its ns per delivered DM", (bigYear.Duration.TotalNanoseconds / bigYear.Sent).ToString("0.0", CultureInfo.InvariantCulture));
            yield return ("  its peak memory of the process, MB", (bigYear.PeakBytes / 1e6).ToString("0", CultureInfo.InvariantCulture));
        }
    }

    private static (string Name, string Value) Row(BigAudience audience) => (
        string.Create(CultureInfo.InvariantCulture, $"blast to {audience.People:N0} people, {Wording.Count(audience.Threads, "thread", "threads")}"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{audience.Wall.TotalSeconds:0.0} s, {audience.Processor.TotalSeconds:0.0} s of processors, {audience.PeakBytes / 1e9:0.00} GB ({audience.PeakBytes / (double)audience.People:0} bytes a person; {audience.ExpectedBytes / 1e9:0.00} GB expected); founding {audience.Founding.TotalSeconds:0.0} s"));

    // A straight line through the two biggest: what a run costs whatever its size is not paid a hundred times.
    private static IEnumerable<(string Name, string Value)> Extrapolated(IReadOnlyList<BigAudience> audiences)
    {
        const double People = 100e6;
        BigAudience[] biggest = [.. audiences.Where(audience => audience.Threads == 1).OrderBy(audience => audience.People).TakeLast(2)];
        if (biggest.Length == 2)
        {
            double At(Func<BigAudience, double> of) =>
                of(biggest[1]) + ((People - biggest[1].People) * (of(biggest[1]) - of(biggest[0])) / (biggest[1].People - biggest[0].People));
            yield return (
                "blast to 100 million people, extrapolated, not measured",
                string.Create(CultureInfo.InvariantCulture, $"{At(audience => audience.Processor.TotalSeconds):0} s of processors, {At(audience => audience.PeakBytes) / 1e9:0.0} GB"));
        }
    }
}
