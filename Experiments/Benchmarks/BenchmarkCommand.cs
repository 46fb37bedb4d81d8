using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Experiments.Benchmarks;

/// <summary>The verb <c>benchmark</c>: speed on this machine.</summary>
internal static class BenchmarkCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string?> filter = new("filter")
        {
            Description = "Only what has this in its name: founding, silent, weekly, twin, threads, big, millions, sweeps, cost",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("benchmark", "Measure the engine's speed on this machine (about four minutes)") { filter };
        command.SetAction(parsed => Run(parsed.GetValue(filter) ?? "", parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string filter, TextWriter output, TextWriter error)
    {
        if (!BenchmarkNames.All.Any(name => name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            error.WriteLine($"Nothing to measure has '{filter}' in its name. There is: {string.Join("; ", BenchmarkNames.All)}.");
            return ExitCode.BadInput;
        }

        BigYear? bigYear = BenchmarkNames.BigYear.Contains(filter, StringComparison.OrdinalIgnoreCase) ? Announce(BenchmarkNames.BigYear, BigYear.Measure, error) : null;
        IReadOnlyList<BigAudience> audiences = BenchmarkNames.Millions.Contains(filter, StringComparison.OrdinalIgnoreCase) ? Announce(BenchmarkNames.Millions, BigAudience.Measure, error) : [];
        IReadOnlyList<SweepSpeed> sweeps = BenchmarkNames.Sweeps.Contains(filter, StringComparison.OrdinalIgnoreCase)
            ? Announce(BenchmarkNames.Sweeps, SweepSpeed.Measure, error) : [];
        if (BenchmarkNames.Cost.Contains(filter, StringComparison.OrdinalIgnoreCase))
        {
            CostTable.Write(output, Announce(BenchmarkNames.Cost, RunCost.Grid, error));
        }

        IConfig config = Config(filter, error);
        Summary[] summaries = [.. new[] { typeof(YearBenchmarks), typeof(ThreadBenchmarks) }.Select(type => BenchmarkRunner.Run(type, config))];
        BenchmarkTable.Write(output, summaries, bigYear, audiences, sweeps);
        return ExitCode.Done;
    }

    private static T Announce<T>(string name, Func<T> measure, TextWriter error)
    {
        error.WriteLine($"{name} …");
        return measure();
    }

    // In this process: the program is its own harness, so nothing is generated or built.
    private static IConfig Config(string filter, TextWriter error) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15))
        .AddLogger(new TextLogger(error))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddFilter(new BenchmarkDotNet.Filters.SimpleFilter(
            benchmark => benchmark.Descriptor.WorkloadMethodDisplayInfo.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "simulation-benchmarks"))
        .WithOptions(ConfigOptions.DisableLogFile);
}
