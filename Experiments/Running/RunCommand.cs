using System.CommandLine;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running.Methods;

namespace Experiments.Running;

/// <summary>
/// The verb <c>run</c>: runs an experiment file into a result folder, or goes on where it stopped. The verbs of methods do the same with files that
/// hold their settings.
/// </summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create() => Create("run", "Run an experiment, or go on where it stopped", ExperimentArguments.File(), null);

    /// <summary>Makes the command of a method.</summary>
    internal static Command Of(MethodKind kind)
    {
        Argument<string> file = ExperimentArguments.File();
        file.Description = $"The experiment file; without one the shipped '{kind.Shipped}'";
        file.DefaultValueFactory = _ => Path.Combine(ShippedExperiments.Folder, kind.Shipped + ".yaml");
        return Create(kind.Verb, kind.Description, file, kind);
    }

    private static Command Create(string verb, string description, Argument<string> file, MethodKind? kind)
    {
        Option<string[]> set = ExperimentArguments.Set();
        Option<int?> replicates = ExperimentArguments.Replicates();
        Option<int?> seed = ExperimentArguments.Seed();
        Option<int> threads = RunArguments.Threads();
        Option<string?> folder = new("--out") { Description = "Result folder, instead of results/<name>-<hash>", HelpName = "folder" };
        Option<bool> csv = ExperimentArguments.Csv();
        Option<bool> quiet = ExperimentArguments.Quiet();
        Option<bool> dry = new("--plan") { Description = "Only tell what would be run: points, runs, expected time and disk" };
        Option<string?> shard = new("--shard")
        {
            Description = "Run one part of so many, for a scheduler of your own: --shard 3/200. 'merge' puts the parts together",
            HelpName = "i/n",
        };
        shard.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && ShardRun.Part(result.Tokens[0].Value) is null)
            {
                result.AddError("--shard names a part and their number, for example 3/200: from 1/200 to 200/200.");
            }
        });
        var command = new Command(verb, description) { file, set, replicates, seed, threads, folder, csv, quiet, dry, shard };

        // Not asynchronous: the library would then end the process some time after Ctrl-C, and the store might not be done.
        command.SetAction(parsed => Run(
            kind,
            parsed.GetRequiredValue(file),
            ExperimentArguments.Overrides(parsed.GetValue(set), parsed.GetValue(replicates), parsed.GetValue(seed)),
            new RunOptions { Out = parsed.GetValue(folder), Threads = parsed.GetValue(threads), Csv = parsed.GetValue(csv), Quiet = parsed.GetValue(quiet) },
            parsed.GetValue(dry),
            parsed.GetValue(shard),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(MethodKind? kind, string file, IReadOnlyList<string> overrides, RunOptions options, bool dry, string? shard, TextWriter output, TextWriter error)
    {
        ExperimentReading reading = ExperimentFile.Read(file, overrides);
        reading.Tell(error);
        if (reading.Experiment is not { } experiment)
        {
            return ExitCode.BadInput;
        }

        if (kind is not null && !kind.IsAsked(experiment))
        {
            error.WriteLine($"{file} has no settings for it: '{kind.Verb}' needs a group of that name in the file. The shipped '{kind.Shipped}' has one.");
            return ExitCode.BadInput;
        }

        var plan = ExperimentPlan.Of(reading, experiment);
        if (dry)
        {
            new DryRun(plan, options.Threads).Write(output);
            return ExitCode.Done;
        }

        using var interruption = new Interruption();
        if (shard is not null)
        {
            return ClusterCommands.Guarded(error, () => new ShardRun(plan, options, error).Run(shard, interruption.Token));
        }

        int code = new ExperimentRun(plan, options, Terminal.Of(output, error, options.Quiet), Report, Show).Complete(interruption.Token);
        IndexFile.Refresh(ResultFolder.Of(plan, options.Out), error);
        return code;
    }

    private static void Report(FinishedExperiment finished) => ReportWriter.Write(finished.Folder, finished.Plan);

    private static void Show(FinishedExperiment finished, TextWriter output)
    {
        ReportWriter.Compose(finished.Folder, finished.Plan).Show(PlainConsole.On(output));
        output.WriteLine();
    }
}
