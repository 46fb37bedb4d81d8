using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Experiments;
using Experiments.Running;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;

namespace Simulator.Tests.Exporting;

/// <summary>What other programs read is what the store holds.</summary>
public sealed class ExportTests : IClassFixture<ExportTests.Folder>
{
    private static readonly string[] Tables = ["points", "runs", "days", "horizons", "segments"];

    private readonly Folder _folder;

    /// <summary>A sweep with horizons and segments, run with its CSV files.</summary>
    public sealed class Folder : IAsyncLifetime
    {
        internal TemporaryFolder Temporary { get; } = new();

        internal string Results => Temporary["results"];

        public async ValueTask InitializeAsync()
        {
            File.WriteAllText(Temporary["sweep.yaml"], SmallSweep.Yaml("3"));
            Assert.Equal(ExitCode.Done, await Program.RunAsync(["run", Temporary["sweep.yaml"], "--out", Results, "--csv", "--quiet"], TextWriter.Null, TextWriter.Null));
        }

        public ValueTask DisposeAsync()
        {
            Temporary.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public ExportTests(Folder folder) => _folder = folder;

    [Fact]
    public async Task Exported_CSV_is_byte_for_byte_what_a_run_writes_and_the_folder_stays_verified()
    {
        string[] written = [.. Tables.Skip(1).Select(table => File.ReadAllText(Path.Combine(_folder.Results, table + ".csv")))];

        (int code, string output, _) = await Run("export", _folder.Results);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(written, Tables.Skip(1).Select(table => File.ReadAllText(Path.Combine(_folder.Results, table + ".csv"))));
        Assert.Equal(Tables.Append("columns").Select(table => Path.Combine(_folder.Results, table + ".csv")), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Manifest.Read(_folder.Results).Changed(_folder.Results, thoroughly: true));
    }

    [Fact]
    public async Task Every_column_of_every_table_is_described()
    {
        string target = _folder.Temporary["described"];
        await Run("export", _folder.Results, "--out", target);
        ILookup<string, string> described = Csv(Path.Combine(target, "columns.csv")).ToLookup(row => row["table"], row => row["column"]);

        foreach (string table in Tables)
        {
            Assert.Equal(Csv(Path.Combine(target, table + ".csv"))[0].Keys, described[table]);
        }

        Assert.All(Csv(Path.Combine(target, "columns.csv")), row => Assert.NotEmpty(row["meaning"]));
    }

    [Fact]
    public async Task JSON_holds_every_cell_of_the_CSV_and_null_where_nothing_could_be_computed()
    {
        string target = _folder.Temporary["json"];
        await Run("export", _folder.Results, "--out", target);
        (_, string output, _) = await Run("export", _folder.Results, "--format", "json", "--out", target);
        using var json = JsonDocument.Parse(File.ReadAllText(output.Trim()));

        int empty = 0;
        foreach (string table in Tables)
        {
            List<Dictionary<string, string>> rows = Csv(Path.Combine(target, table + ".csv"));
            JsonElement[] records = [.. json.RootElement.GetProperty(table).EnumerateArray()];
            Assert.Equal(rows.Count, records.Length);
            foreach ((Dictionary<string, string> row, JsonElement record) in rows.Zip(records))
            {
                Assert.Equal(row.Keys, record.EnumerateObject().Select(cell => cell.Name));
                foreach ((string column, string cell) in row)
                {
                    JsonElement value = record.GetProperty(column);
                    empty += value.ValueKind == JsonValueKind.Null ? 1 : 0;
                    Assert.Equal(cell, value.ValueKind switch
                    {
                        JsonValueKind.Null => "",
                        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
                        _ => value.GetString(),
                    });
                }
            }
        }

        Assert.True(empty > 0);
        Assert.Equal("sweep", json.RootElement.GetProperty("experiment").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_database_answers_a_query_and_describes_itself()
    {
        (_, string output, _) = await Run("export", _folder.Results, "--format", "sqlite", "--out", _folder.Temporary["database"], "--tables", "runs,points");
        using var database = new SqliteConnection($"Data Source={output.Trim()};Mode=ReadOnly;Pooling=False");
        database.Open();

        Assert.Equal((6L * 3 * 3).ToString(CultureInfo.InvariantCulture), Value("SELECT count(*) FROM runs"));
        Assert.Equal("currency units", Value("SELECT unit FROM columns WHERE \"table\" = 'runs' AND \"column\" = 'net_value'"));
        Assert.Equal("days", Value("SELECT unit FROM columns WHERE \"table\" = 'runs' AND \"column\" LIKE '%every'"));
        Assert.Equal("columns,meta,points,policies,runs", Value("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name)"));
        Assert.Equal(File.ReadAllText(Path.Combine(_folder.Results, "experiment.yaml")), Value("SELECT value FROM meta WHERE key = 'experiment'"));

        string Value(string sql)
        {
            using SqliteCommand command = database.CreateCommand();
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
        }
    }

    [Fact]
    public void The_lines_for_R_and_Python_read_the_runs_of_a_result_folder()
    {
        string[] queries = [.. File.ReadAllLines(ReadmePath()).Where(line => line.Contains("SELECT", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];
        using var store = new SqliteConnection($"Data Source={Path.Combine(_folder.Results, "results.sqlite")};Mode=ReadOnly;Pooling=False");
        store.Open();

        Assert.Equal(2, queries.Length);
        Assert.All(queries, query =>
        {
            using SqliteCommand command = store.CreateCommand();
            command.CommandText = query;
            using SqliteDataReader row = command.ExecuteReader();
            int rows = 0;
            while (row.Read())
            {
                rows++;
            }

            Assert.Equal(6 * 2 * 3, rows);
        });
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_answered_with_the_nearest_one()
    {
        (int code, _, string error) = await Run("export", _folder.Results, "--tables", "runs,horizon");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Equal("The results have no table 'horizon'; did you mean 'horizons'?", error.Trim());
    }

    [Fact]
    public async Task A_folder_of_another_version_is_refused()
    {
        string copy = _folder.Temporary["old"];
        Directory.CreateDirectory(copy);
        foreach (string name in new[] { "results.sqlite", "experiment.yaml", "manifest.json" })
        {
            File.Copy(Path.Combine(_folder.Results, name), Path.Combine(copy, name));
        }

        using (var store = new SqliteConnection($"Data Source={Path.Combine(copy, "results.sqlite")};Pooling=False"))
        {
            store.Open();
            using SqliteCommand command = store.CreateCommand();
            command.CommandText = "UPDATE meta SET value = '0.0.1' WHERE key = 'tool_version'";
            command.ExecuteNonQuery();
        }

        (int code, string output, string error) = await Run("export", copy);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Contains("was written by version 0.0.1", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(copy, "runs.csv")));
    }

    private static string ReadmePath([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "README.md");

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Program.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static List<Dictionary<string, string>> Csv(string path)
    {
        using var reader = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(column => column, column => reader.GetField(column)!));
        }

        return rows;
    }
}
