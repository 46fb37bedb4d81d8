using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Ensembles;

/// <summary>
/// Reads ensembles from result folders of calibrations: <c>folder</c>, or <c>folder/reading</c> where the case has several readings. The table
/// <c>ensemble</c> of the result file is read; <c>tables/ensemble-….csv</c> is a copy of it for other programs. Keeps what it has read. Safe for several threads.
/// </summary>
internal sealed class EnsembleReader
{
    private const string Root = "scenario.";
    private readonly Dictionary<string, EnsembleFile> _read = [];

    /// <summary>Reads an ensemble, or hands out what was read before.</summary>
    /// <param name="path">The folder, or the folder and the reading.</param>
    internal EnsembleFile Read(string path)
    {
        lock (_read)
        {
            if (!_read.TryGetValue(path, out EnsembleFile? file))
            {
                _read[path] = file = ReadFolder(path);
            }

            return file;
        }
    }

    /// <summary>SHA-256 of an ensemble that was read.</summary>
    internal string Sha256(string path) => Read(path).Ensemble?.Sha256 ?? "";

    private static EnsembleFile ReadFolder(string path)
    {
        (string folder, string reading) = Directory.Exists(path) ? (path, "") : (Path.GetDirectoryName(path) ?? path, Path.GetFileName(path));
        string file = Path.Combine(folder, ResultStore.FileName);
        if (!File.Exists(file))
        {
            return Wrong($"there is no result folder '{path}' with a {ResultStore.FileName}; name the result folder of a calibration, which 'calibrate' makes.");
        }

        try
        {
            using SqliteConnection store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
            var meta = StoreMeta.Read(store);
            return meta.OtherVersion() is { } objection ? Wrong($"'{folder}' {objection}. Calibrate again with this version.")
                : !store.HasTable("ensemble") ? Wrong($"'{folder}' holds no calibration, so it has no ensemble; name the result folder of 'calibrate'.")
                : meta.FinishedAt is null ? Wrong($"the calibration in '{folder}' is not finished; run its experiment again, it goes on.")
                : Read(store, folder, reading, meta.Commit);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Wrong($"the ensemble in '{folder}' cannot be read: {error.Message}");
        }
    }

    private static EnsembleFile Read(SqliteConnection store, string folder, string reading, string? commit)
    {
        List<string> readings = Texts(store, "SELECT DISTINCT reading FROM ensemble ORDER BY reading");
        if (readings.Count == 0)
        {
            return Wrong($"'{folder}' is a recovery test, which keeps no ensemble; name the result folder of a calibration on the case.");
        }

        if (reading.Length == 0 && readings.Count > 1)
        {
            return Wrong($"'{folder}' holds {readings.Count} readings of the case; name one of them: {string.Join(", ", readings.Select(name => $"{Path.GetFileName(folder)}/{name}"))}.");
        }

        string wanted = reading.Length == 0 ? readings[0] : reading;
        if (!readings.Contains(wanted))
        {
            return Wrong($"'{folder}' has no reading '{wanted}'; it has {string.Join(", ", readings)}.");
        }

        string[] paths = [.. store.Columns("ensemble").Select(column => column.Name).Where(name => name.StartsWith(Root, StringComparison.Ordinal))];
        if (paths.Length == 0)
        {
            return Wrong($"the calibration in '{folder}' varied nothing of the scenario, so its ensemble is empty.");
        }

        using SqliteCommand command = store.Query($"SELECT {string.Join(", ", paths.Select(StoreSchema.Quoted))} FROM ensemble WHERE reading = $0 ORDER BY member", wanted);
        using SqliteDataReader rows = command.ExecuteReader();
        var members = new List<IReadOnlyList<string>>();
        while (rows.Read())
        {
            members.Add([.. Enumerable.Range(0, paths.Length).Select(column => Text(rows.GetValue(column)))]);
        }

        string content = string.Join('\n', members.Select(member => string.Join('\t', member)).Prepend(string.Join('\t', paths)));
        return new EnsembleFile(new Ensemble(folder, wanted, paths, members, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), commit) { Agreeing = EnsembleAgreement.Of(store, folder, wanted) }, "");
    }

    private static string Text(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static List<string> Texts(SqliteConnection store, string sql)
    {
        using SqliteCommand command = store.Query(sql);
        using SqliteDataReader rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private static EnsembleFile Wrong(string problem) => new(null, problem);
}
