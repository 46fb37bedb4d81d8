using System.CommandLine;
using System.CommandLine.Parsing;
using Experiments.Config;
using Experiments.Running;

namespace Experiments.Cluster;

/// <summary>The verb <c>submit</c>: runs an experiment on a cluster.</summary>
internal static class SubmitCommand
{
    private const string SlurmEngine = "slurm";

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> file = ExperimentArguments.File();
        Option<string> engine = new("--engine") { Description = "What runs the jobs; slurm", HelpName = SlurmEngine, DefaultValueFactory = _ => SlurmEngine };
        engine.AcceptOnlyFromAmong(SlurmEngine);
        Option<int?> nodes = RunArguments.AtLeastOne<int?>(new("--nodes") { Description = "Jobs among which the tasks are divided, each of several processors of one node; without it one job a task", HelpName = "n" });
        Option<int?> tasks = RunArguments.AtLeastOne<int?>(new("--tasks") { Description = "Processors at work at a time, over all nodes; without it what a minute of work for each gives, at most those of the partition", HelpName = "n" });
        Option<string?> time = new("--time") { Description = "Time limit of each job, as Slurm writes it (minutes, or hours:minutes:seconds)", HelpName = "limit" };
        Option<string?> partition = new("--partition") { Description = "The partition; without it Slurm's default", HelpName = "name" };
        Option<string?> more = new("--sbatch") { Description = "More options for sbatch, in quotes: --sbatch \"--account=physics --qos=long\"", HelpName = "options" };
        Option<bool> wait = new("--wait") { Description = "Stay and show progress until the results are there" };
        Option<string[]> set = ExperimentArguments.Set();
        Option<int?> replicates = ExperimentArguments.Replicates();
        Option<int?> seed = ExperimentArguments.Seed();
        Option<string?> folder = new("--out") { Description = "Result folder, instead of results/<name>-<hash>; on a file system that all nodes see", HelpName = "folder" };
        Option<bool> csv = ExperimentArguments.Csv();
        Option<bool> quiet = ExperimentArguments.Quiet();
        var command = new Command("submit", "Run an experiment on a Slurm cluster, or go on where it stopped") { file, engine, nodes, tasks, time, partition, more, wait, set, replicates, seed, folder, csv, quiet };
        command.SetAction(parsed => ClusterCommands.Guarded(parsed.InvocationConfiguration.Error, () =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            ExperimentReading reading = ExperimentFile.Read(
                parsed.GetRequiredValue(file),
                ExperimentArguments.Overrides(parsed.GetValue(set), parsed.GetValue(replicates), parsed.GetValue(seed)));
            reading.Tell(error);
            if (reading.Experiment is not { } experiment)
            {
                return ExitCode.BadInput;
            }

            var request = new SlurmRequest
            {
                Nodes = parsed.GetValue(nodes),
                Time = parsed.GetValue(time),
                Partition = parsed.GetValue(partition),
                More = [.. CommandLineParser.SplitCommandLine(parsed.GetValue(more) ?? "")],
            };
            using var interruption = new Interruption();
            var submitting = new Submitting(ExperimentPlan.Of(reading, experiment), parsed.GetValue(folder), Terminal.Of(parsed.InvocationConfiguration.Output, error, parsed.GetValue(quiet)));
            return submitting.Submit(request, parsed.GetValue(tasks), parsed.GetValue(csv), parsed.GetValue(wait), interruption.Token);
        }));
        return command;
    }
}
