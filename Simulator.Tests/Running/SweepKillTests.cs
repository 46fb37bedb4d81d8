using System.Diagnostics;
using Experiments;
using Experiments.Running;
using Experiments.Store;

namespace Simulator.Tests.Running;

public sealed class SweepKillTests
{
    private const int Kills = 20;

    /// <summary>Longest life of a process after its result file appears: most die amid the runs, some amid the opening of the store.</summary>
    private const int LongestLifeMilliseconds = 300;

    [Theory]
    [InlineData("150", 5)]
    [InlineData("{atLeast: 50, atMost: 250, until: {outcome: net_value, halfWidth: 15}}", 6)]
    public async Task A_sweep_killed_twenty_times_gives_the_results_of_an_undisturbed_one(string replicates, int seed)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(replicates, people: 600));
        SmallExperiment.Run(plan, folder["undisturbed"]);
        var random = new Random(seed);
        for (int kill = 0; kill < Kills; kill++)
        {
            if (Manifest.IsIn(folder["killed"]))
            {
                // On a fast machine it may get to its end in between: then there is nothing left to kill, and it starts anew.
                Directory.Delete(folder["killed"], recursive: true);
            }

            await RunAndKill(folder, random.Next(LongestLifeMilliseconds));
        }

        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, folder["killed"]).ExitCode);
        Assert.Equal(SmallSweep.Csv(folder, "undisturbed"), SmallSweep.Csv(folder, "killed"));
    }

    private static async Task RunAndKill(TemporaryFolder folder, int life)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Experiments.dll");
        var start = new ProcessStartInfo("dotnet", [program, "run", folder["sweep.yaml"], "--out", folder["killed"], "--threads", "1", "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        while (!File.Exists(Path.Combine(folder["killed"], ResultStore.FileName)) && !process.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(life, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
