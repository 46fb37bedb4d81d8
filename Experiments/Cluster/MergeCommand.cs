using System.CommandLine;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>The verb <c>merge</c>: puts together what tasks brought, and finishes the experiment when all is there.</summary>
internal static class MergeCommand
{
    /// <summary>Time that submitting the two jobs of a round takes at most, on a busy controller. Chosen, not measured.</summary>
    private static readonly TimeSpan TimeToSubmit = TimeSpan.FromSeconds(20);

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ClusterCommands.Folder();
        Option<bool> goOn = new("--go-on") { Description = "Submit what is still missing, as long as each round brings something" };
        Option<int?> round = new("--round") { Description = "The round that has ended; a later one that is submitted is left alone", HelpName = "n" };
        Option<bool> here = new("--here") { Description = "Run what is still missing on this machine" };
        Option<bool> csv = ExperimentArguments.Csv();
        Option<int> threads = RunArguments.Threads();
        var command = new Command("merge", "Put together what the tasks of an experiment brought, and report when all is there") { folder, goOn, round, here, csv, threads };
        command.SetAction(parsed => ClusterCommands.Guarded(parsed.InvocationConfiguration.Error, () =>
        {
            using var interruption = new Interruption();
            var cluster = ClusterFolder.Open(parsed.GetRequiredValue(folder));
            var terminal = Terminal.Of(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, quiet: false);
            return Merge(
                cluster,
                ClusterCommands.PlanOf(cluster),
                parsed.GetValue(goOn) ? parsed.GetValue(round) ?? cluster.LastRound()?.Number : null,
                parsed.GetValue(here),
                parsed.GetValue(csv),
                parsed.GetValue(threads),
                terminal,
                interruption.Token);
        }));
        return command;
    }

    private static int Merge(ClusterFolder folder, ExperimentPlan plan, int? goesOnAfter, bool here, bool csv, int threads, Terminal terminal, CancellationToken stop)
    {
        if (!Manifest.IsIn(folder.Result))
        {
            using var merge = new Merge(folder, plan, threads);
            Round? missing = merge.Take(stop);
            Tell(merge, terminal);
            if (missing is not null && !here)
            {
                return goesOnAfter is { } round ? GoOn(folder, plan, round, missing, terminal, stop) : Wait(folder, missing, terminal);
            }

            int code = merge.Finish(csv || folder.Submission() is { Csv: true }, here, terminal, stop);
            if (!Manifest.IsIn(folder.Result))
            {
                return code;
            }
        }

        return Show(folder, plan, csv, terminal);
    }

    /// <summary>Says which shard files were left out, and why.</summary>
    internal static void Tell(Merge merge, Terminal terminal)
    {
        foreach (string refused in merge.Refused)
        {
            terminal.Error.WriteLine($"warning: {refused}");
        }
    }

    /// <summary>Prints what a complete experiment says, and writes CSV files where they are wanted and missing; its exit code.</summary>
    internal static int Show(ClusterFolder folder, ExperimentPlan plan, bool csv, Terminal terminal)
    {
        if (!Manifest.IsIn(folder.Result))
        {
            return ExitCode.SomeRunsFailed;
        }

        int code = new ExperimentRun(plan, new RunOptions { Out = folder.Result, Csv = csv, Quiet = !terminal.ShowsProgress }, terminal with { ShowsProgress = false }, _ => { }, (finished, output) =>
        {
            ReportWriter.Compose(finished.Folder, finished.Plan).Show(PlainConsole.On(output));
            output.WriteLine();
        }).Complete(CancellationToken.None);
        IndexFile.Refresh(folder.Result, terminal.Error);
        return code;
    }

    private static int GoOn(ClusterFolder folder, ExperimentPlan plan, int ended, Round missing, Terminal terminal, CancellationToken stop)
    {
        Submission submission = folder.Submission() ?? throw new RefusedException($"{folder.FullPath} was not submitted to Slurm; leave out --go-on.");
        Round last = folder.LastRound()!;
        var jobs = new ClusterJobs(folder, plan.Name);
        if (last.Number > ended && last.Shards > 0)
        {
            // This merge was started a second time, or was ended between writing the round and submitting it; or another is just at it.
            if (JobsOf(folder, last) is null)
            {
                stop.WaitHandle.WaitOne(TimeToSubmit);
                stop.ThrowIfCancellationRequested();
            }

            if (JobsOf(folder, last) is { } submitted)
            {
                terminal.Error.WriteLine($"Round {last.Number} is submitted already: array job {submitted.Array}.");
                return ExitCode.Done;
            }

            return Told(jobs.SubmitAgain(submission, last, stop), last, terminal);
        }

        if (missing.Units == last.Units && missing.UnitsIn(last) == last.Units)
        {
            terminal.Error.WriteLine($"Round {last.Number} brought nothing, so no further one was submitted: {missing.Units:N0} replicates are missing. See {folder.Logs} for what the tasks say; the same submit goes on once the cause is removed.");
            return ExitCode.SomeRunsFailed;
        }

        ShardSizes sizes = plan.Method is null ? ShardSizes.Measure(plan) : ShardSizes.Of(submission.SecondsPerUnit);
        Round round = sizes.Cut(missing, submission.Request.Tasks);
        stop.ThrowIfCancellationRequested();
        return Told(jobs.Submit(submission, round, stop), round, terminal);
    }

    private static RoundJobs? JobsOf(ClusterFolder folder, Round round) => folder.Submission()?.Jobs.FirstOrDefault(jobs => jobs.Round == round.Number);

    private static int Told(Submission submission, Round round, Terminal terminal)
    {
        terminal.Error.WriteLine($"Round {round.Number}: {round.Units:N0} replicates in {Wording.Count(round.Shards, "shard", "shards")}, array job {submission.Jobs[^1].Array}.");
        return ExitCode.Done;
    }

    // By hand: what is missing of the round itself is still to come, so that 'run --shard i/n' goes on meaning the same.
    private static int Wait(ClusterFolder folder, Round missing, Terminal terminal)
    {
        Round? last = folder.LastRound();
        if (folder.Submission() is { Jobs.Count: > 0 })
        {
            ClusterStatus status = ClusterStatus.Of(folder);
            terminal.Error.WriteLine(status.HasJobs
                ? $"{missing.Units:N0} replicates are still missing. Slurm goes on by itself: job {status.Jobs!.Merge} merges."
                : $"{missing.Units:N0} replicates are still missing. The same submit goes on, or 'merge --here' runs them on this machine.");
        }
        else if (last is null || missing.UnitsIn(last) == 0)
        {
            folder.TryWrite(missing);
            terminal.Error.WriteLine($"Round {missing.Number} is next: {missing.Units:N0} replicates. Run its shards, for example by 'work {ProgramCommand.Quoted(folder.Result)}', then merge again.");
        }
        else
        {
            terminal.Error.WriteLine($"{missing.Units:N0} of {last.Units:N0} replicates are still missing. Run the shards that hold them and merge again, or let 'merge --here' run them on this machine.");
        }

        return ExitCode.SomeRunsFailed;
    }
}
