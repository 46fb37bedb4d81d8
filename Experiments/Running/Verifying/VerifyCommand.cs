using System.CommandLine;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running.Methods;
using Experiments.Store;
using Spectre.Console;

namespace Experiments.Running.Verifying;

/// <summary>The verb <c>verify</c>: checks the files of a result folder, and runs stored runs again.</summary>
internal static class VerifyCommand
{
    private const int UsualSample = 20;
    private const int MostShown = 50;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The result folder" };
        Option<bool> all = new("--all") { Description = "Run every run again" };
        Option<int> sample = RunArguments.AtLeastOne<int>(new("--sample") { Description = "Runs to run again, always the same ones", HelpName = "n", DefaultValueFactory = _ => UsualSample });
        Option<int> threads = RunArguments.Threads();
        var command = new Command("verify", "Check a result folder: its files against their hashes, and runs again, bit for bit") { folder, all, sample, threads };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Verify(
                Path.GetFullPath(parsed.GetRequiredValue(folder)),
                parsed.GetValue(all) ? null : parsed.GetValue(sample),
                parsed.GetValue(threads),
                Terminal.Of(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, quiet: false),
                interruption.Token);
        });
        return command;
    }

    /// <summary>Verifies a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sample">Runs to run again; null means all.</param>
    /// <param name="threads">Threads that run.</param>
    /// <param name="terminal">Where results and messages go.</param>
    /// <param name="interruption">Stops it.</param>
    /// <returns>0 when all is equal, 1 when something differs, 2 when this is no result folder of this version.</returns>
    internal static int Verify(string path, int? sample, int threads, Terminal terminal, CancellationToken interruption)
    {
        try
        {
            using var folder = FinishedFolder.Open(path);
            return Verify(folder, sample, threads, terminal, interruption);
        }
        catch (Exception refusal) when (refusal is RefusedException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(refusal.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Interrupted; nothing was changed.");
            return ExitCode.Interrupted;
        }
    }

    private static int Verify(FinishedFolder folder, int? sample, int threads, Terminal terminal, CancellationToken interruption)
    {
        List<string> changed = [.. folder.Manifest.Changed(folder.Path, thoroughly: true)];
        foreach (string name in changed)
        {
            terminal.Out.WriteLine(
                $"{name} is not as it was written: its SHA-256 differs from the manifest's. Restore it from a copy, or move {folder.Path} away and run the experiment anew.");
        }

        ExperimentReading reading = ExperimentFile.Read(folder.Experiment, []);
        if (reading.Experiment is not { } experiment)
        {
            reading.Tell(terminal.Error);
            terminal.Error.WriteLine($"The experiment of {folder.Path} cannot be read again, so no run can be repeated.");
            return changed.Count > 0 ? ExitCode.SomeRunsFailed : ExitCode.BadInput;
        }

        var plan = ExperimentPlan.Of(reading, experiment);
        if (folder.Meta.ExperimentHashIsNot(plan.Hash))
        {
            terminal.Out.WriteLine($"{ResultFolder.ExperimentName} is not the experiment that the results were made from; no run was repeated.");
            return ExitCode.SomeRunsFailed;
        }

        if (!folder.Meta.IsSameBuild)
        {
            terminal.Error.WriteLine($"The runs were made by a program built from commit {folder.Meta.Commit}; this one was built from {Tool.Commit}.");
        }

        if (plan.Method is { } method)
        {
            return VerifyMethod(folder, plan, method, sample is null, threads, changed.Count, terminal, interruption);
        }

        var runs = new RunsToCheck(folder.Store);
        long all = runs.All();
        var verification = new Verification(plan, new StoredRuns(folder.Store), threads);
        ProgressDisplay.Around(terminal, sample is null ? all : Math.Min(all, sample.Value), isFixed: true, progress =>
        {
            verification.Compare(sample is { } size && size < all ? runs.Sample(size) : runs.Everything(), progress, interruption);
            return true;
        });
        Tell(folder, verification, all, changed.Count, terminal.Out);
        return changed.Count > 0 || verification.DeviatingRuns > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    private static int VerifyMethod(
        FinishedFolder folder, ExperimentPlan plan, IMethod method, bool all, int threads, int changed, Terminal terminal, CancellationToken interruption)
    {
        TellFiles(folder, changed, terminal.Out);
        if (!all)
        {
            terminal.Out.WriteLine("Evaluations: not kept one by one; --all works everything through again and compares the tables.");
            return changed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
        }

        var verification = new MethodVerification(plan, method, threads);
        ProgressDisplay.Around(terminal, method.MostEvaluations, isFixed: false, progress =>
        {
            verification.Compare(folder.Store, progress, interruption);
            return true;
        });
        terminal.Out.WriteLine($"Worked through again: {verification.Rows - verification.DeviatingRows:N0} of {verification.Rows:N0} rows of its tables are equal, bit for bit.");
        return changed > 0 || verification.DeviatingRows > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    private static void TellFiles(FinishedFolder folder, int changed, TextWriter output) =>
        output.WriteLine($"Files: {folder.Manifest.Files.Count - changed:N0} of {folder.Manifest.Files.Count:N0} have the SHA-256 of the manifest.");

    private static void Tell(FinishedFolder folder, Verification verification, long all, int changed, TextWriter output)
    {
        TellFiles(folder, changed, output);
        output.WriteLine(
            $"Runs: {verification.Runs:N0} of {all:N0} were run again; {verification.Runs - verification.DeviatingRuns:N0} are equal in every outcome, bit for bit, "
            + "horizons and segments included. Daily statistics are covered by the SHA-256 alone.");
        if (verification.Deviations.Count == 0)
        {
            return;
        }

        IAnsiConsole console = PlainConsole.On(output);
        Table table = PlainConsole.Table(console, "point", "policy", "replicate", "outcome", "stored", "recomputed");
        foreach (Deviation deviation in verification.Deviations.Take(MostShown))
        {
            table.AddRow($"{deviation.Point}", Markup.Escape(deviation.Policy), $"{deviation.Replicate}", Markup.Escape(deviation.Outcome), Shown(deviation.Stored), Shown(deviation.Recomputed));
        }

        console.Write(table);
        if (verification.Deviations.Count > MostShown)
        {
            output.WriteLine($"Only the first {MostShown} values that differ are shown.");
        }
    }

    private static string Shown(string value) => value.Length == 0 ? "–" : Markup.Escape(value);
}
