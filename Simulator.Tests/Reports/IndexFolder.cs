using Experiments.Analysis.Findings;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;

namespace Simulator.Tests.Reports;

/// <summary>A folder of result folders that no run made, deleted afterwards.</summary>
internal sealed class IndexFolder : IDisposable
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private readonly TemporaryFolder _folder = new();

    internal IndexFolder() => Directory.CreateDirectory(Path);

    internal string Path => _folder["results"];

    internal string Page => File.ReadAllText(System.IO.Path.Combine(Path, IndexFile.FileName));

    public void Dispose() => _folder.Dispose();

    /// <summary>Path of a file or folder inside.</summary>
    internal string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Adds a finished experiment and returns its folder.</summary>
    internal string Add(
        string name,
        string question = "Does it pay?",
        string folder = "",
        int hour = 0,
        string yaml = "",
        IReadOnlyList<Finding>? findings = null,
        int tables = StoreSchema.Version,
        Func<Manifest, Manifest>? change = null)
    {
        string path = this[folder.Length > 0 ? folder : $"{name}-01234567"];
        Directory.CreateDirectory(path);
        File.WriteAllText(System.IO.Path.Combine(path, "experiment.yaml"), yaml.Length > 0 ? yaml : $"name: {name}\n");
        WriteStore(System.IO.Path.Combine(path, "results.sqlite"), tables);
        File.WriteAllText(System.IO.Path.Combine(path, "report.html"), "<title>report</title>");
        new AnswerFile(name, question, "0123456789abcdef", findings ?? [new Finding("pay", $"{name} pays", "It earns 12 (95% interval 10 to 14).")]).Write(path);
        var manifest = new Manifest
        {
            Name = name,
            Question = question,
            Hash = "0123456789abcdef",
            ToolVersion = Tool.Version,
            Commit = null,
            Sdk = null,
            Runtime = "",
            OperatingSystem = "",
            Processor = "",
            Threads = 1,
            Seed = 1,
            Replication = "4",
            LeastReplicates = 4,
            Replicates = 4,
            Points = 2,
            Runs = 24,
            Failures = 0,
            Started = Noon,
            Finished = Noon.AddHours(hour),
            Files = Manifest.Hashes(path),
        };
        (change is null ? manifest : change(manifest)).Write(path);
        return path;
    }

    /// <summary>Writes the page and returns it.</summary>
    internal string Write()
    {
        IndexFile.Write(Path);
        return Page;
    }

    // What a store says about itself, without any run.
    private static void WriteStore(string path, int tables)
    {
        File.Delete(path);
        using SqliteConnection store = StoreConnection.Open(path, SqliteOpenMode.ReadWriteCreate);
        store.Execute($"CREATE TABLE meta(key TEXT, value TEXT); INSERT INTO meta VALUES('schema_version', '{tables}'), ('tool_version', '{Tool.Version}')");
    }
}
