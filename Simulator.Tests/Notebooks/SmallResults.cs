using Experiments.Config;
using Experiments.Notebooks;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;

namespace Simulator.Tests.Notebooks;

/// <summary>Results of a small sweep, run as a notebook runs it; deleted afterwards.</summary>
public sealed class SmallResults : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallResults()
    {
        Results = Run();
        Name = System.IO.Path.GetFileName(Directory.GetDirectories(Path).Single());
    }

    /// <summary>The results.</summary>
    public Results Results { get; }

    /// <summary>Name of their folder.</summary>
    public string Name { get; }

    /// <summary>The folder "results" they are in.</summary>
    public string Path => _folder["results"];

    /// <summary>The folder above it, where a notebook would be.</summary>
    public string Above => _folder.Path;

    /// <summary>The experiment file.</summary>
    public static string Yaml => SmallSweep.Yaml(SmallSweep.Fixed);

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs it, or finds it done.</summary>
    public Results Run() => Results.Run(Reading(), Path, CancellationToken.None);

    /// <summary>A column of the store's table as numbers, empty cells as NaN.</summary>
    public double[] Query(string sql)
    {
        using var store = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, Name, "results.sqlite")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using SqliteCommand command = store.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        var values = new List<double>();
        while (rows.Read())
        {
            values.Add(rows.IsDBNull(0) ? double.NaN : rows.GetDouble(0));
        }

        return [.. values];
    }

    /// <summary>A copy of the folder, in which something may be broken.</summary>
    public string Copy(string name)
    {
        string copy = _folder[name];
        foreach (string file in Directory.GetFiles(System.IO.Path.Combine(Path, Name), "*", SearchOption.AllDirectories))
        {
            string target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(System.IO.Path.Combine(Path, Name), file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static ExperimentReading Reading() => Setup.Reading(Yaml, null, null, null);
}
