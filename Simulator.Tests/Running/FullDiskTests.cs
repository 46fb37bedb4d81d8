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
        using var space = new SmallDisk(disk, "3m");
        SmallExperiment.Run(plan, folder["undisturbed"]);
        string results = Path.Combine(disk, "results");

        (int code, _, string error) = SmallExperiment.Run(plan, results);
        Assert.Equal(ExitCode.SomeRunsFailed, code);
        Assert.Contains("the same command goes on", error, StringComparison.Ordinal);

        space.Resize("64m");
        Assert.Equal(ExitCode.Done, SmallExperiment.Run(plan, results).ExitCode);
        Assert.Equal(folder.Csv("undisturbed"), folder.Csv(Path.Combine("disk", "results")));
    }
}
