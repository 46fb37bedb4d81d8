using System.Globalization;
using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Running.Comparing;

/// <summary>One of two result folders that are compared: its parameters, and its runs a cell at a time.</summary>
internal sealed class ComparedFolder : IDisposable
{
    private const int FirstVaried = 2;

    private readonly FinishedFolder _folder;

    private ComparedFolder(FinishedFolder folder, MappingNode parameters)
    {
        (_folder, Parameters) = (folder, parameters);
        using SqliteCommand command = folder.Store.Query("SELECT * FROM points LIMIT 0");
        using SqliteDataReader row = command.ExecuteReader();
        Paths = [.. Enumerable.Range(FirstVaried, row.FieldCount - FirstVaried).Select(row.GetName)];
    }

    /// <summary>What made the folder.</summary>
    internal Manifest Manifest => _folder.Manifest;

    /// <summary>Its result file.</summary>
    internal SqliteConnection Store => _folder.Store;

    /// <summary>The resolved experiment.</summary>
    internal MappingNode Parameters { get; }

    /// <summary>The varied paths.</summary>
    internal IReadOnlyList<string> Paths { get; }

    /// <summary>Whether it has a design, rather than what-ifs.</summary>
    internal bool IsSweep => Parameters[FileKeys.Vary] is MappingNode { Entries.Count: > 0 };

    /// <summary>Opens a folder.</summary>
    /// <exception cref="RefusedException">It is not a finished result folder of this version, or its experiment cannot be read.</exception>
    internal static ComparedFolder Open(string path)
    {
        var folder = FinishedFolder.Open(path);
        var problems = new List<Diagnostic>();
        if (BaseFiles.Read(folder.Experiment, problems) is { } tree && problems.Count == 0)
        {
            return new ComparedFolder(folder, tree);
        }

        folder.Dispose();
        throw new RefusedException($"{folder.Experiment} cannot be read: {problems.FirstOrDefault()}");
    }

    /// <summary>The points with a text that says which point of the other folder each corresponds to.</summary>
    /// <param name="paths">Paths whose values tell points apart; null to tell them apart by name.</param>
    internal IEnumerable<(int Index, string Name, string Key)> Points(IReadOnlyList<string>? paths)
    {
        using SqliteCommand command = _folder.Store.Query("SELECT * FROM points ORDER BY point");
        using SqliteDataReader row = command.ExecuteReader();
        string[] written = [.. (paths ?? []).Select(path => Paths.Contains(path) ? "" : Normal(WhatIfPoints.Written(Parameters, path)))];
        while (row.Read())
        {
            string name = row.GetString(1);
            string key = paths is null
                ? name
                : string.Join('\n', paths.Select((path, index) => Paths.Contains(path) ? Normal(row.GetValue(row.GetOrdinal(path))) : written[index]));
            yield return (row.GetInt32(0), name, key);
        }
    }

    /// <summary>Policies that have runs or failures at a point.</summary>
    internal IReadOnlyList<string> Policies(int point)
    {
        using SqliteCommand command = _folder.Store.Query(
            "SELECT policy FROM cells LEFT JOIN policies ON name = policy WHERE point = $0 ORDER BY position", point);
        using SqliteDataReader row = command.ExecuteReader();
        var policies = new List<string>();
        while (row.Read())
        {
            policies.Add(row.GetString(0));
        }

        return policies;
    }

    /// <summary>Runs of a cell: replicate → outcomes in the order of result files, NaN where missing.</summary>
    internal Dictionary<int, double[]> Runs(int point, string policy)
    {
        using SqliteCommand command = _folder.Store.Query(
            $"SELECT replicate, {StoreSchema.Names(MetricInfo.All)} FROM runs WHERE point = $0 AND policy = $1 ORDER BY replicate", point, policy);
        using SqliteDataReader row = command.ExecuteReader();
        var runs = new Dictionary<int, double[]>();
        while (row.Read())
        {
            runs[row.GetInt32(0)] = [.. Enumerable.Range(1, MetricInfo.All.Count).Select(column => row.IsDBNull(column) ? double.NaN : row.GetDouble(column))];
        }

        return runs;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    // The store keeps 0.30 as the number 0.3.
    private static string Normal(object value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : $"{value}";
}
