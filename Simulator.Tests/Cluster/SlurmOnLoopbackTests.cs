namespace Simulator.Tests.Cluster;

/// <summary>What the tests of the cluster build on: Slurm itself behaves as it does on a real cluster.</summary>
[Collection(SlurmCluster.Name)]
public sealed class SlurmOnLoopbackTests(SlurmOnLoopback slurm)
{
    [Fact]
    public async Task An_array_runs_on_both_nodes()
    {
        await slurm.Ready();

        string job = await slurm.Submit("--array 1-4 --output array-%a --wrap 'echo task $SLURM_ARRAY_TASK_ID; sleep 2'");
        IReadOnlyList<(string State, string Node)> tasks = await slurm.Ended(job);

        Assert.Equal(4, tasks.Count);
        Assert.All(tasks, task => Assert.Equal("COMPLETED", task.State));
        Assert.Equal(SlurmOnLoopback.Nodes, tasks.Select(task => task.Node).Distinct().Order());
        Assert.Equal(["task 1", "task 2", "task 3", "task 4"], Enumerable.Range(1, 4).Select(task => File.ReadAllText(Path.Combine(slurm.SharedFolder, $"array-{task}")).TrimEnd()));
    }

    [Fact]
    public async Task A_job_that_depends_on_an_array_runs_after_it_although_a_task_failed()
    {
        await slurm.Ready();

        string array = await slurm.Submit("--array 1-2 --output /dev/null --wrap 'sleep 1; touch first-$SLURM_ARRAY_TASK_ID; exit $((SLURM_ARRAY_TASK_ID - 1))'");
        string merge = await slurm.Submit($"--dependency afterany:{array} --output second --wrap 'ls first-*'");

        Assert.Equal(["COMPLETED"], (await slurm.Ended(merge)).Select(task => task.State));
        Assert.Equal(["COMPLETED", "FAILED"], (await slurm.Ended(array)).Select(task => task.State).Order());
        Assert.Equal("first-1\nfirst-2\n", File.ReadAllText(Path.Combine(slurm.SharedFolder, "second")));
    }

    [Fact]
    public async Task The_job_of_a_lost_node_runs_again_on_the_other()
    {
        await slurm.Ready();
        string job = await slurm.Submit("--nodelist node2 --output /dev/null --wrap 'echo $SLURMD_NODENAME >> places; [ $(wc -l < places) -gt 1 ] || sleep 600'");
        await slurm.Until("the job runs", async () => await slurm.Run("cat places 2>/dev/null || true") == "node2");

        await slurm.Until("its process runs", IsAsleep);

        await slurm.Lose("node2", noticed: false);
        await slurm.Until("its process is gone", async () => !await IsAsleep());
        await slurm.Until("the job is back in the queue", async () => (await slurm.States(job)).Single().State == "PENDING");
        await slurm.Run($"scontrol update JobId={job} ReqNodeList=");

        Assert.Equal([("COMPLETED", "node1")], await slurm.Ended(job));
        Assert.Equal("node2\nnode1\n", File.ReadAllText(Path.Combine(slurm.SharedFolder, "places")));

        async Task<bool> IsAsleep() => (await slurm.Try("pgrep --full 'sleep 600'")).ExitCode == 0;
    }
}
