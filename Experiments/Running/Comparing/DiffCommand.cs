using System.CommandLine;
using System.Globalization;
using CsvHelper;
using Experiments.Analysis;
using Experiments.Reports;
using Experiments.Store;
using Spectre.Console;

namespace Experiments.Running.Comparing;

/// <summary>The verb <c>diff</c>: what changed between two experiments, and in their results.</summary>
internal static class DiffCommand
{
    private const int MostShown = 20;

    /// <summary>Differences kept before the smaller ones are dropped: memory does not grow with the experiments.</summary>
    private const int MostKept = 2_000;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> old = new("folder") { Description = "A result folder" };
        Argument<string> changed = new("other") { Description = "Another one" };
        Option<bool> csv = new("--csv") { Description = "Print every outcome that differs as CSV, in the order of the first folder" };
        var command = new Command("diff", "What changed between two result folders: parameters, program, results") { old, changed, csv };
        command.SetAction(parsed => Compare(
            Path.GetFullPath(parsed.GetRequiredValue(old)),
            Path.GetFullPath(parsed.GetRequiredValue(changed)),
            parsed.GetValue(csv),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Compares two folders.</summary>
    /// <returns>0 when they are identical, 1 when something differs, 2 when one is no result folder of this version.</returns>
    internal static int Compare(string one, string other, bool csv, TextWriter output, TextWriter error)
    {
        try
        {
            using var old = ComparedFolder.Open(one);
            using var changed = ComparedFolder.Open(other);
            var comparison = new Comparison(old, changed);
            bool differ = csv ? WriteCsv(comparison, output) : Tell(comparison, output);
            return differ || comparison.Parameters.Count + comparison.Programs.Count + comparison.OldCells + comparison.NewCells > 0 || comparison.Tables.Any(table => !table.IsSame)
                ? ExitCode.SomeRunsFailed
                : ExitCode.Done;
        }
        catch (Exception refusal) when (refusal is RefusedException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(refusal.Message);
            return ExitCode.BadInput;
        }
    }

    private static bool Tell(Comparison comparison, TextWriter output)
    {
        (List<OutcomeChange> largest, long count) = Largest(comparison.Outcomes());
        IReadOnlyList<ParameterChange> changes = [.. comparison.Programs, .. comparison.Parameters];
        if (changes.Count + count + comparison.OldCells + comparison.NewCells == 0 && comparison.Tables.All(table => table.IsSame))
        {
            output.WriteLine("The two experiments and their results are identical.");
            return false;
        }

        IAnsiConsole console = PlainConsole.On(output);
        TellChanges(changes, console, output);
        TellTables(comparison.Tables, console);
        if (comparison.Tables.Count > 0 && comparison.CommonCells + comparison.OldCells + comparison.NewCells == 0)
        {
            return false;
        }

        string missing = comparison.OldCells + comparison.NewCells == 0
            ? ""
            : $" {Wording.Count(comparison.OldCells, "cell is", "cells are")} only in the first, {Wording.Number(comparison.NewCells)} only in the second.";
        output.WriteLine($"{Wording.Count(comparison.CommonCells, "cell (a policy at a point) is", "cells (a policy at a point) are")} in both.{missing}");
        if (count == 0)
        {
            output.WriteLine("The runs that both have are identical.");
            return false;
        }

        TellOutcomes(largest, count, console, output);
        return true;
    }

    private static void TellChanges(IReadOnlyList<ParameterChange> changes, IAnsiConsole console, TextWriter output)
    {
        if (changes.Count == 0)
        {
            output.WriteLine("All parameters and the program are the same.");
            return;
        }

        Table table = PlainConsole.Table(console, "what changed", "first", "second");
        foreach (ParameterChange change in changes)
        {
            table.AddRow(Markup.Escape(change.Path), Markup.Escape(change.Old), Markup.Escape(change.New));
        }

        console.Write(table);
    }

    private static void TellTables(IReadOnlyList<TableComparison> tables, IAnsiConsole console)
    {
        if (tables.Count == 0)
        {
            return;
        }

        Table table = PlainConsole.Table(console, "table of the method", "rows in the first", "rows in the second", "the same, bit for bit");
        foreach (TableComparison one in tables)
        {
            table.AddRow(one.Table, Wording.Number(one.Old), Wording.Number(one.New), Wording.Number(one.Common));
        }

        console.Write(table);
    }

    private static void TellOutcomes(List<OutcomeChange> largest, long count, IAnsiConsole console, TextWriter output)
    {
        Table table = PlainConsole.Table(console, "point", "policy", "outcome", "first", "second", "difference", "95% interval", "in standard deviations");
        foreach (OutcomeChange change in largest)
        {
            table.AddRow(
                Markup.Escape(change.Point),
                Markup.Escape(change.Policy),
                change.Outcome,
                Shown(change.Old),
                Shown(change.New),
                change.Difference is { } difference ? Wording.Mean(difference) : "–",
                change.Difference is { } interval ? Wording.Bounds(interval) : "–",
                double.IsFinite(change.Standardised) ? Wording.Number(change.Standardised) : "–");
        }

        console.Write(table);
        output.WriteLine(
            $"{Wording.Count(count, "outcome differs", "outcomes differ")}{(count > largest.Count ? $"; the {largest.Count} largest differences are shown, --csv prints all" : "")}. "
            + (largest[0].IsPaired
                ? "Differences are second − first, paired by replicate: the same people with the same luck."
                : "Differences are second − first of independent runs (Welch's interval): the seeds or the replicates are not the same."));
    }

    private static bool WriteCsv(Comparison comparison, TextWriter output)
    {
        using var csv = new CsvWriter(output, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        Fields(csv, ["point", "policy", "outcome", "first", "second", "difference", "low", "high", "standardised", "paired"]);
        bool any = false;
        foreach (OutcomeChange change in comparison.Outcomes())
        {
            any = true;
            Fields(csv,
            [
                change.Point, change.Policy, change.Outcome, Exact(change.Old), Exact(change.New), Exact(change.Difference?.Mean),
                Exact(change.Difference?.Low), Exact(change.Difference?.High), Exact(change.Standardised), change.IsPaired ? "true" : "false",
            ]);
        }

        return any;
    }

    private static void Fields(CsvWriter csv, IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }

    private static (List<OutcomeChange> Largest, long Count) Largest(IEnumerable<OutcomeChange> changes)
    {
        var kept = new List<OutcomeChange>();
        long count = 0;
        foreach (OutcomeChange change in changes)
        {
            count++;
            kept.Add(change);
            if (kept.Count == MostKept)
            {
                kept = First(kept);
            }
        }

        return (First(kept), count);
    }

    private static List<OutcomeChange> First(List<OutcomeChange> changes) => [.. changes.OrderByDescending(change => change.Standardised).Take(MostShown)];

    private static string Shown(double value) => double.IsFinite(value) ? Wording.Number(value) : "–";

    private static string Exact(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
