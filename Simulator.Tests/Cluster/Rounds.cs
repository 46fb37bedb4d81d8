using Experiments;
using Experiments.Cluster;
using Experiments.Running;
using Simulator.Tests.Running;

namespace Simulator.Tests.Cluster;

/// <summary>Works an experiment through as a cluster does, shard by shard and round by round, in this process.</summary>
internal static class Rounds
{
    /// <summary>Plans the first round of an experiment into the folder beside a result folder, by hand and uncut.</summary>
    internal static ClusterFolder Begin(ExperimentPlan plan, string result)
    {
        ClusterFolder folder = ClusterFolder.Beside(result);
        folder.Prepare(plan);
        using var merge = new Merge(folder, plan, 1);
        Assert.True(folder.TryWrite(merge.First(CancellationToken.None)));
        return folder;
    }

    /// <summary>Runs some shards of the round that is next.</summary>
    /// <param name="folder">Where the work is.</param>
    /// <param name="plan">The experiment.</param>
    /// <param name="shards">Shards in all.</param>
    /// <param name="which">Numbers of those to run, from 0; none means all of them.</param>
    internal static void Run(ClusterFolder folder, ExperimentPlan plan, int shards, params int[] which)
    {
        foreach (int shard in which.Length > 0 ? which : [.. Enumerable.Range(0, shards)])
        {
            Assert.True(new ShardWorker(folder, plan, folder.LastRound()!, 2, CancellationToken.None).WorkOn(shard, shards));
        }
    }

    /// <summary>Merges; writes the next round where there is one.</summary>
    /// <returns>What is missing; null when the experiment is complete.</returns>
    internal static Round? Merge(ClusterFolder folder, ExperimentPlan plan)
    {
        using var merge = new Merge(folder, plan, 2);
        Round? missing = merge.Take(CancellationToken.None);
        if (missing is not null)
        {
            folder.TryWrite(missing);
            return missing;
        }

        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, false, false);
        Assert.Equal(ExitCode.Done, merge.Finish(csv: true, here: false, terminal, CancellationToken.None));
        return null;
    }

    /// <summary>Works an experiment through.</summary>
    /// <returns>Rounds it took.</returns>
    internal static int Complete(ExperimentPlan plan, string result, int shards)
    {
        ClusterFolder folder = Begin(plan, result);
        int rounds = 0;
        do
        {
            Run(folder, plan, shards);
            rounds++;
        }
        while (Merge(folder, plan) is not null);
        return rounds;
    }

    /// <summary>Runs a command of the program in this process.</summary>
    internal static async Task<(int ExitCode, string Out, string Error)> Command(params string[] words)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        int code = await Program.RunAsync(words, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The file of a small sweep, and its results in the folder "local", with CSV and without a report.</summary>
    internal static ExperimentPlan Local(TemporaryFolder folder, string replicates = SmallSweep.Fixed)
    {
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(replicates));
        SmallExperiment.Run(plan, folder["local"]);
        return plan;
    }
}
