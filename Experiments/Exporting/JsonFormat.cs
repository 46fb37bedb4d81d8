using System.Text.Encodings.Web;
using System.Text.Json;
using Experiments.Analysis;
using Experiments.Store;

namespace Experiments.Exporting;

/// <summary>One file: the experiment, what each column is, and each table as a list of rows. What could not be computed is null.</summary>
internal static class JsonFormat
{
    /// <summary>Bytes after which what was written so far goes to the disk, so that memory does not grow with the experiment.</summary>
    private const int FlushedBytes = 1 << 20;

    /// <summary>Writes the tables.</summary>
    /// <returns>The path of the file.</returns>
    internal static string Write(Export export, CancellationToken interruption) => Export.Whole(export.WholeFile(".json"), path =>
    {
        using FileStream file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        Experiment(json, export.Plan.Facts(), export.Plan.ResolvedYaml);
        Columns(json, export.Tables);
        foreach (ExportedTable table in export.Tables)
        {
            Table(json, table, export.Rows(table), interruption);
        }

        json.WriteEndObject();
    });

    private static void Experiment(Utf8JsonWriter json, ExperimentFacts facts, string yaml)
    {
        json.WriteStartObject("experiment");
        json.WriteString("name", facts.Name);
        json.WriteString("question", facts.Question);
        json.WriteString("hash", facts.Hash);
        json.WriteNumber("seed", facts.Seed);
        json.WriteString("version", Tool.Version);
        json.WriteString("command", facts.Command);
        json.WriteString("file", yaml);
        json.WriteEndObject();
    }

    private static void Columns(Utf8JsonWriter json, IReadOnlyList<ExportedTable> tables)
    {
        json.WriteStartArray("columns");
        foreach (ExportedColumn column in tables.SelectMany(table => table.Columns))
        {
            json.WriteStartObject();
            json.WriteString("table", column.Table);
            json.WriteString("column", column.Name);
            json.WriteString("unit", column.Unit);
            json.WriteString("meaning", column.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Table(Utf8JsonWriter json, ExportedTable table, IEnumerable<object[]> rows, CancellationToken interruption)
    {
        JsonEncodedText[] names = [.. table.Columns.Select(column => JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        json.WriteStartArray(table.Name);
        foreach (object[] row in rows)
        {
            interruption.ThrowIfCancellationRequested();
            json.WriteStartObject();
            for (int column = 0; column < names.Length; column++)
            {
                json.WritePropertyName(names[column]);
                Value(json, row[column]);
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushedBytes)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull: json.WriteNullValue(); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue((string)value); break;
        }
    }
}
