using System.CommandLine;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Reports;

/// <summary>The verb <c>index</c>: one page over a folder of results.</summary>
internal static class IndexCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        var folder = new Argument<string>("results-folder")
        {
            Description = "Folder with result folders in it",
            DefaultValueFactory = _ => ResultFolder.Default,
        };
        var command = new Command("index", "One page over a folder of results: experiments, questions, findings, links") { folder };
        command.SetAction(parsed => Index(
            parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Index(string folder, TextWriter output, TextWriter error)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Objection(folder, root) is { } objection)
        {
            error.WriteLine(objection);
            return ExitCode.BadInput;
        }

        try
        {
            IReadOnlyList<ResultEntry> entries = IndexFile.Write(root);
            if (entries.Count == 0)
            {
                error.WriteLine($"{folder} holds no results yet. Run an experiment first: list names those that are shipped.");
            }

            foreach (ResultEntry entry in entries.Where(entry => entry.State != ResultState.Finished))
            {
                error.WriteLine($"{entry.Folder}: {entry.Remarks[0].Text} {entry.Remarks[0].Command}".TrimEnd());
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"No page could be written into {folder} ({problem.Message}). Make the folder readable and writable, or copy the results to one that is.");
            return ExitCode.BadInput;
        }

        output.WriteLine(Path.Combine(root, IndexFile.FileName));
        return ExitCode.Done;
    }

    private static string? Objection(string folder, string root) =>
        File.Exists(root) ? $"{folder} is a file. Name the folder that the result folders are in: index <folder>."
        : !Directory.Exists(root) ? $"There is no folder {folder}. Run an experiment first, or name the folder that the result folders are in: index <folder>."
        : Manifest.IsIn(root) || File.Exists(Path.Combine(root, ResultStore.FileName))
            ? $"{folder} is a result folder itself; its page is {ReportWriter.PageName}. Name the folder it is in: index {Path.GetDirectoryName(root)}."
        : IndexFile.IsForeign(root) ? $"{folder} has an {IndexFile.FileName} that this program did not write. Move it away, and give the same command again."
        : null;
}
