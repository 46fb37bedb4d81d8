using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Config;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Ensembles;

/// <summary>
/// How much of an ensemble agrees with the case: a calibration always leaves as many parameter sets as it was asked for, the nearest it found, also where
/// none comes near. The facts and their error models are those of the experiment file that lies in its result folder.
/// </summary>
internal static class EnsembleAgreement
{
    private const string File = "experiment.yaml";

    /// <summary>Share of the ensemble's runs that agree with all facts at once; null where the folder has no readable experiment file.</summary>
    /// <param name="store">The calibration's result file.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="reading">Reading of the case.</param>
    internal static Interval? Of(SqliteConnection store, string folder, string reading)
    {
        string path = Path.Combine(folder, File);
        var problems = new List<Diagnostic>();

        // Bound alone, without points or graphs: the calibration has checked all of it.
        if (!System.IO.File.Exists(path) || BaseFiles.Read(path, problems) is not { } root
            || ((Experiment)new RecordBinder(problems).Bind(new Experiment { Name = "" }, root, "", FileKeys.All)).Calibrate is not { } settings || problems.Count > 0)
        {
            return null;
        }

        IReadOnlyList<Evidence> facts = settings.EvidenceOf(reading);
        string[] columns = [.. facts.Select(fact => "discrepancy " + fact.Name)];
        if (facts.Count == 0 || columns.Except(store.ColumnsOf("ensemble")).Any())
        {
            return null;
        }

        (var agree, var families) = (new List<bool>(), new List<int>());
        using SqliteCommand command = store.Query($"SELECT family, {string.Join(", ", columns.Select(StoreSchema.Quoted))} FROM ensemble WHERE reading = $0 ORDER BY member", reading);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            families.Add(rows.GetInt32(0));
            agree.Add(facts.Select((fact, place) => !rows.IsDBNull(place + 1) && FactPrediction.Agrees(fact.Target, rows.GetDouble(place + 1))).All(agrees => agrees));
        }

        return agree.Count == 0 ? null : FamilyEstimate.Share(agree, families);
    }
}
