using System.Diagnostics;
using Experiments;
using Experiments.Running;

namespace Simulator.Tests.Running;

public sealed class FullDiskTests
{
    [Fact]
    public void A_full_disk_in_the_middle_of_a_sweep_keeps_what_was_done_and_space_lets_it_go_on()
    {
        using var folder = new TemporaryFolder();
        KeepsWhatWasDone(folder, SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Until)));
    }

    [Fact]
    public void A_full_disk_keeps_what_was_done_and_space_lets_it_go_on()
    {
        using var folder = new TemporaryFolder();
        KeepsWhatWasDone(folder, SmallExperiment.Plan(200));
    }

    private static void KeepsWhatWasDone(TemporaryFolder folder, ExperimentPlan plan)
    {
        string disk = folder["disk"];
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk), "No small disk can be mounted here.");
        try
        {
            SmallExperiment.Run(plan, folder["undisturbed"]);
            string results = Path.Combine(disk, "results");

            (int code, _, string error) = SmallExperiment.Run(plan, results);
            Assert.Equal(ExitCode.SomeRunsFailed, code);
            Assert.Contains("the same command goes on", error, StringComparison.Ordinal);

            Assert.True(Command("mount", "-o", "remount,size=64m", disk));
            Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, results).ExitCode);
            Assert.Equal(folder.Csv("undisturbed"), folder.Csv(Path.Combine("disk", "results")));
        }
        finally
        {
            Command("umount", disk);
        }
    }

    private static bool Command(string name, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
