using System.CommandLine;
using Experiments.Notebooks.Cells;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Notebooks.Running;

/// <summary>The verb <c>notebook run</c>: runs notebooks from top to bottom and saves what they show, or compares it with what was saved.</summary>
internal static class NotebookRunCommand
{
    private const int DefaultTimeout = 600;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string[]> files = new("file.ipynb") { Description = "Notebooks, each run in its own folder", Arity = ArgumentArity.OneOrMore };
        Option<bool> check = new("--check") { Description = "Compare with the saved outputs and write nothing; cells and outputs tagged 'varies' are not compared" };
        Option<int> timeout = new("--timeout") { Description = "Seconds that each cell has", HelpName = "seconds", DefaultValueFactory = _ => DefaultTimeout };
        Option<string?> folder = new("--out") { Description = "Write the notebooks into this folder instead of over themselves", HelpName = "folder" };
        var command = new Command("run", "Run notebooks from top to bottom and save their outputs, or compare them with the saved ones") { files, check, timeout, folder };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(files),
            parsed.GetValue(check),
            parsed.GetValue(timeout),
            parsed.GetValue(folder),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string[] paths, bool check, int timeout, string? folder, TextWriter output, TextWriter error)
    {
        if (timeout < 1)
        {
            error.WriteLine($"--timeout needs a number of seconds from 1; found {timeout}.");
            return ExitCode.BadInput;
        }

        if (check && folder is not null)
        {
            error.WriteLine("--check writes nothing, so that --out has no use with it. Leave one of them out.");
            return ExitCode.BadInput;
        }

        if (Read(paths, error) is not { } notebooks)
        {
            return ExitCode.BadInput;
        }

        using var interruption = new Interruption();
        var run = new NotebookRun(TimeSpan.FromSeconds(timeout), error);
        int code = ExitCode.Done;
        foreach (NotebookFile notebook in notebooks)
        {
            IReadOnlyList<CellRun?> runs = run.Run(notebook, interruption.Token);
            if (interruption.Token.IsCancellationRequested)
            {
                error.WriteLine($"Interrupted. {notebook.Path} is as it was.");
                return ExitCode.Interrupted;
            }

            bool fine = !Failed(notebook, runs, error) && (check ? IsAsSaved(notebook, runs, output) : Save(notebook, runs, folder, output, error));
            code = fine ? code : ExitCode.SomeRunsFailed;
        }

        return code;
    }

    // All of them, before the first is run.
    private static List<NotebookFile>? Read(string[] paths, TextWriter error)
    {
        var notebooks = new List<NotebookFile>();
        foreach (string path in paths)
        {
            try
            {
                notebooks.Add(NotebookFile.Read(path));
            }
            catch (RefusedException refusal)
            {
                error.WriteLine(refusal.Message);
            }
        }

        return notebooks.Count == paths.Length ? notebooks : null;
    }

    private static bool Failed(NotebookFile notebook, IReadOnlyList<CellRun?> runs, TextWriter error)
    {
        if (runs is not [.., { Error: { } found } last] || notebook.Code[runs.Count - 1].MayEndWith(found))
        {
            return false;
        }

        List<string> lines = [.. found.Lines, .. last.Outputs.Where(output => (string?)output["output_type"] == "error")
            .SelectMany(output => output["traceback"]!.AsArray().Select(line => (string?)line ?? ""))];
        string name = CellName.Of(last.Number);
        string first = lines[0].StartsWith(name, StringComparison.Ordinal) ? lines[0] : $"{name}: {lines[0]}";
        error.WriteLine($"{notebook.Path}, {first}");
        lines.Skip(1).ToList().ForEach(line => error.WriteLine($"  {line}"));
        error.WriteLine($"{notebook.Path} is as it was.");
        return true;
    }

    private static bool IsAsSaved(NotebookFile notebook, IReadOnlyList<CellRun?> runs, TextWriter output)
    {
        IReadOnlyList<string> differences = NotebookComparison.Differences(notebook, runs);
        if (differences.Count == 0)
        {
            output.WriteLine($"{notebook.Path}: the outputs are as they were saved.");
            return true;
        }

        foreach (string difference in differences)
        {
            output.WriteLine($"{notebook.Path}, {difference}");
        }

        output.WriteLine($"{notebook.Path} shows something else than what was saved. If that is right, save it: notebook run {notebook.Path}");
        return false;
    }

    private static bool Save(NotebookFile notebook, IReadOnlyList<CellRun?> runs, string? folder, TextWriter output, TextWriter error)
    {
        foreach ((CodeCell cell, CellRun? run) in notebook.Code.Zip(runs))
        {
            cell.Save(run);
        }

        notebook.Complete();
        string path = folder is null ? notebook.Path : Path.Combine(folder, Path.GetFileName(notebook.Path));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            notebook.Write(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{path} cannot be written: {problem.Message}");
            return false;
        }

        output.WriteLine(path);
        return true;
    }
}
