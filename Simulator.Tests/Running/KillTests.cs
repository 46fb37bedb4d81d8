using System.Diagnostics;
using Experiments;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Simulator.Tests.Running;

public sealed class KillTests
{
    private const string Yaml = """
        name: killed
        replicates: 1500
        scenario: {horizon: 30, audience: {size: 3000}}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: weekly, sends: [{message: book, every: 7, times: 4}]}
        """;

    [Fact]
    public async Task A_killed_process_loses_at_most_the_last_second_and_changes_no_result()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = await Undisturbed(folder);

        using Process process = await EndAfterTheFirstRows(folder, process => process.Kill());
        long kept = Rows(folder["ended"]);
        (int code, _, _) = SmallExperiment.Run(plan, folder["ended"]);

        Assert.InRange(kept, 1, plan.Layout().Runs - 1);
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(folder.Csv("undisturbed"), folder.Csv("ended"));
    }

    [Fact]
    public async Task A_signal_ends_the_process_in_order_and_changes_no_result()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by the command kill.");
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = await Undisturbed(folder);

        using Process process = await EndAfterTheFirstRows(folder, process => Process.Start("kill", ["-TERM", $"{process.Id}"]).Dispose());
        SmallExperiment.Run(plan, folder["ended"]);

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Equal(folder.Csv("undisturbed"), folder.Csv("ended"));
    }

    private static async Task<ExperimentPlan> Undisturbed(TemporaryFolder folder)
    {
        await File.WriteAllTextAsync(folder["killed.yaml"], Yaml, TestContext.Current.CancellationToken);
        ExperimentReading reading = ExperimentFile.Read(folder["killed.yaml"], []);
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        SmallExperiment.Run(plan, folder["undisturbed"]);
        return plan;
    }

    private static async Task<Process> EndAfterTheFirstRows(TemporaryFolder folder, Action<Process> end)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Experiments.dll");
        var start = new ProcessStartInfo("dotnet", [program, "run", folder["killed.yaml"], "--out", folder["ended"], "--threads", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        while (Rows(folder["ended"]) == 0)
        {
            Assert.False(process.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        end(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(Manifest.IsIn(folder["ended"]));
        return process;
    }

    private static long Rows(string folder)
    {
        try
        {
            using SqliteConnection store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
            return (long)store.Scalar("SELECT COUNT(*) FROM runs")!;
        }
        catch (SqliteException)
        {
            // Not there yet.
            return 0;
        }
    }
}
