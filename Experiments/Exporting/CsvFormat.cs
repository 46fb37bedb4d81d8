using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Experiments.Running;
using Microsoft.Data.Sqlite;

namespace Experiments.Exporting;

/// <summary>A file a table, and columns.csv, which says what each column is. Empty cells are what could not be computed.</summary>
internal static class CsvFormat
{
    /// <summary>Name of the file with one row a run.</summary>
    internal const string RunsName = ExportedTable.RunsName + Extension;

    /// <summary>Name of the file with one row a day and metric.</summary>
    internal const string DaysName = ExportedTable.DaysName + Extension;

    private const string Extension = ".csv";
    private const string CodebookName = "columns" + Extension;

    /// <summary>Writes the tables.</summary>
    /// <returns>The paths of the files.</returns>
    internal static IReadOnlyList<string> Write(Export export, CancellationToken interruption) =>
        [.. export.Tables.Select(table => Export.Whole(Path.Combine(export.Folder, table.Name + Extension), path => Table(path, table, export, interruption)))];

    /// <summary>Writes the tables of outcomes beside the results they come from.</summary>
    internal static void WriteBesideResults(ExperimentPlan plan, SqliteConnection store, string folder)
    {
        ExportedTable[] tables = [.. ExportedTable.All(plan, store).Where(table => table.Name is ExportedTable.RunsName or ExportedTable.DaysName or ExportedTable.HorizonsName or ExportedTable.SegmentsName)];
        Write(new Export(plan, store, tables, folder), CancellationToken.None);
    }

    /// <summary>Names of the files beside the results that every such experiment has; segments come on top where the audience has some.</summary>
    internal static IReadOnlyList<string> NamesBesideResults(bool hasHorizons) =>
        hasHorizons ? [RunsName, DaysName, ExportedTable.HorizonsName + Extension] : [RunsName, DaysName];

    /// <summary>Writes what each column of the tables is.</summary>
    /// <returns>The path of the file.</returns>
    internal static string WriteCodebook(Export export) => Export.Whole(Path.Combine(export.Folder, CodebookName), path => Codebook(path, export.Tables));

    private static void Table(string path, ExportedTable table, Export export, CancellationToken interruption)
    {
        using var csv = Open(path);
        Row(csv, table.Columns.Select(column => column.Name));
        foreach (object[] row in export.Rows(table))
        {
            interruption.ThrowIfCancellationRequested();
            Row(csv, row.Select(Cell));
        }
    }

    private static void Codebook(string path, IReadOnlyList<ExportedTable> tables)
    {
        using var csv = Open(path);
        Row(csv, ["table", "column", "unit", "meaning"]);
        foreach (ExportedColumn column in tables.SelectMany(table => table.Columns))
        {
            Row(csv, [column.Table, column.Name, column.Unit, column.Meaning]);
        }
    }

    private static CsvWriter Open(string path) =>
        new(new StreamWriter(path), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });

    private static void Row(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string Cell(object value) => value switch
    {
        DBNull => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
