using Experiments.Analysis;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>Submits what is missing of an experiment, and follows it if wanted.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="wantedFolder">The result folder asked for; null means the usual one.</param>
/// <param name="terminal">Where results and messages go.</param>
internal sealed class Submitting(ExperimentPlan plan, string? wantedFolder, Terminal terminal)
{
    /// <summary>Work for which a processor is worth asking for, seconds. Chosen: a job waits and starts for some seconds.</summary>
    private const double WorthATask = 60;

    private readonly ClusterFolder _folder = ClusterFolder.Beside(ResultFolder.Of(plan, wantedFolder));

    /// <summary>Submits.</summary>
    /// <param name="request">What is asked of Slurm; the number of tasks is worked out where none is given.</param>
    /// <param name="tasks">Processors at a time; null means as many as the work is worth.</param>
    /// <param name="csv">Whether CSV files are wanted too.</param>
    /// <param name="waits">Whether to stay until the results are there.</param>
    /// <param name="stop">Ends the waiting, not the jobs.</param>
    internal int Submit(SlurmRequest request, int? tasks, bool csv, bool waits, CancellationToken stop)
    {
        if (Manifest.IsIn(_folder.Result))
        {
            Say("Complete already: nothing was submitted.");
            return MergeCommand.Show(_folder, plan, csv, terminal);
        }

        RefuseHalfDone();
        Slurm.Find();
        _folder.Prepare(plan);
        ClusterCommands.PlanOf(_folder);
        if (IsAtWork())
        {
            Say($"It is submitted already. 'status {Name}' tells how far it is, 'cancel {Name}' ends it.");
        }
        else if (Begin(request, tasks, csv, stop) is { } done)
        {
            return done;
        }

        if (waits)
        {
            return new Following(_folder, plan, csv, terminal).Follow(stop);
        }

        Say($"'status {Name}' tells how far it is, 'cancel {Name}' ends it; the results will be in");
        terminal.Out.WriteLine(_folder.Result);
        return ExitCode.Done;
    }

    /// <summary>Plans what is missing and submits it; an exit code when nothing is.</summary>
    private int? Begin(SlurmRequest request, int? tasks, bool csv, CancellationToken stop)
    {
        WarnOfLocalFolder();
        using var merge = new Merge(_folder, plan, Environment.ProcessorCount);
        Round? missing = merge.Take(stop);
        MergeCommand.Tell(merge, terminal);
        if (missing is null)
        {
            merge.Finish(csv, false, terminal, stop);
            return MergeCommand.Show(_folder, plan, csv, terminal);
        }

        var sizes = ShardSizes.Measure(plan);
        double seconds = sizes.SecondsOf(missing);
        int worth = (int)Math.Clamp(Math.Ceiling(seconds / WorthATask), 1, Slurm.Processors(request.Partition) ?? 1);
        var runs = new RunSizes(plan);
        request = request with { RunParts = runs.Parts, NodeProcessors = Slurm.ProcessorsOfNode(request.Partition) };

        // More processors than runs are of use only where several work on one run.
        request = request with { Tasks = (int)Math.Min(tasks ?? Math.Max(worth, request.Nodes ?? 1), missing.Units * request.RunParts) };
        request = request with { TaskBytes = runs.OfTask(request.Threads) };
        Round round = sizes.Cut(missing, request.Tasks);
        if (IsAtWork())
        {
            throw new RefusedException($"It was submitted by another process while this one measured. 'status {Name}' tells how far it is.");
        }

        var submission = new Submission
        {
            Hash = plan.Hash,
            ToolVersion = Tool.Version,
            Commit = Tool.Commit,
            Program = ProgramCommand.Words(),
            Submitted = _folder.Submission()?.Submitted ?? DateTimeOffset.UtcNow,
            SecondsPerUnit = sizes.SecondsPerUnit,
            Request = request,
            Csv = csv,
            Jobs = _folder.Submission()?.Jobs ?? [],
        };
        submission = new ClusterJobs(_folder, plan.Name).Submit(submission, round, stop);
        Say(
            $"{round.Units:N0} replicates in {Wording.Count(round.Shards, "shard", "shards")}, about {Wording.Duration(TimeSpan.FromSeconds(seconds))} of processor time, on {Wording.Count(request.Elements * request.Threads, "processor", "processors")}: "
            + $"array job {submission.Jobs[^1].Array}, then job {submission.Jobs[^1].Merge} merges{(plan.Method is null && plan.Replicates.Number is not null ? "" : ", decides what is run next, submits that")} and reports.");
        return null;
    }

    private string Name => ProgramCommand.Quoted(_folder.Result);

    // Where Slurm does not answer nobody knows, and everything would be submitted a second time.
    private bool IsAtWork()
    {
        if (_folder.Submission() is not { Jobs.Count: > 0 })
        {
            return false;
        }

        ClusterStatus status = ClusterStatus.Of(_folder);
        return status.SlurmObjection is { } objection
            ? throw new RefusedException($"Whether job {status.Jobs!.Merge} still works on it cannot be found out, so nothing was submitted. {objection}")
            : status.HasJobs;
    }

    // Results that are half done on this machine would be lost, or would stand in the way at the end.
    private void RefuseHalfDone()
    {
        if (Directory.Exists(_folder.Result) && Directory.EnumerateFileSystemEntries(_folder.Result).Any())
        {
            throw new RefusedException($"{_folder.Result} holds a run that is not finished, or something else. Finish it with run, or submit into another folder with --out.");
        }

        if (Directory.Exists(_folder.Result))
        {
            Directory.Delete(_folder.Result);
        }
    }

    private void WarnOfLocalFolder()
    {
        string[] others = [.. Slurm.Machines().Where(machine => machine is not ("localhost" or "127.0.0.1") && machine != Environment.MachineName)];
        if (others.Length > 0 && SharedFileSystem.IsSurelyLocal(_folder.FullPath, out string kind))
        {
            Say($"warning: {_folder.FullPath} is on {kind}, which other machines ({others[0]}{(others.Length > 1 ? ", …" : "")}) cannot see unless it is exported from here. Submit from a folder on the file system that the nodes share, or name one with --out.");
        }
    }

    private void Say(string message)
    {
        if (terminal.ShowsProgress)
        {
            terminal.Error.WriteLine(message);
        }
    }
}
