using System.CommandLine;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Exporting;

/// <summary>The verb <c>export</c>: results for other programs.</summary>
internal static class ExportCommand
{
    private const string Csv = "csv";
    private const string Sqlite = "sqlite";
    private const string Json = "json";

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The result folder" };
        Option<string> format = new("--format") { Description = "csv: a file a table; sqlite, json: one file with everything", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, Sqlite, Json);
        Option<string?> tables = new("--tables") { Description = "Only these, with commas: points, runs, days, horizons, segments, ranking, failures", HelpName = "names" };
        Option<string?> target = new("--out") { Description = "Where files go, instead of the result folder", HelpName = "folder" };
        var command = new Command("export", "Results for R, Python and spreadsheets, with what each column means") { folder, format, tables, target };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(
                parsed.GetRequiredValue(folder),
                parsed.GetRequiredValue(format),
                parsed.GetValue(tables),
                parsed.GetValue(target),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                interruption.Token);
        });
        return command;
    }

    private static int Run(string path, string format, string? names, string? target, TextWriter output, TextWriter error, CancellationToken interruption)
    {
        string folder = Path.GetFullPath(target ?? path);
        try
        {
            using var source = FinishedFolder.Open(path);
            ExperimentPlan plan = source.Plan();
            Directory.CreateDirectory(folder);
            var export = new Export(plan, source.Store, Wanted(ExportedTable.All(plan, source.Store), names), folder);
            foreach (string file in Write(export, format, interruption))
            {
                output.WriteLine(file);
            }

            return ExitCode.Done;
        }
        catch (RefusedException refusal)
        {
            error.WriteLine(refusal.Message);
            return ExitCode.BadInput;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            error.WriteLine($"Nothing could be written into {folder} ({problem.Message}). Free the disk, or choose another folder with --out.");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Interrupted; files that were not whole are not there.");
            return ExitCode.Interrupted;
        }
    }

    private static IReadOnlyList<string> Write(Export export, string format, CancellationToken interruption) => format switch
    {
        Sqlite => [SqliteFormat.Write(export, interruption)],
        Json => [JsonFormat.Write(export, interruption)],
        _ => [.. CsvFormat.Write(export, interruption), CsvFormat.WriteCodebook(export)],
    };

    private static IReadOnlyList<ExportedTable> Wanted(IReadOnlyList<ExportedTable> all, string? names)
    {
        if (names is null)
        {
            return all;
        }

        string[] wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] known = [.. all.Select(table => table.Name)];
        foreach (string name in wanted.Except(known))
        {
            throw new RefusedException($"The results have no table '{name}'{NearestName.Hint(name, known)}");
        }

        return wanted.Length > 0 ? [.. all.Where(table => wanted.Contains(table.Name))] : throw new RefusedException($"--tables names none. There are: {string.Join(", ", known)}.");
    }
}
