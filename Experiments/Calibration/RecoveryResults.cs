using Experiments.Analysis;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Calibration;

/// <summary>A finished recovery test.</summary>
/// <param name="Facts">The experiment.</param>
/// <param name="Settings">What was calibrated.</param>
/// <param name="Truths">Known parameter sets.</param>
/// <param name="Simulations">Simulations of all calibrations.</param>
/// <param name="Generations">Mean number of generations.</param>
/// <param name="Parameters">How well each was recovered.</param>
/// <param name="NullTruths">Truths under the null, with the posterior probability that their calibration gave it; null when none is tested.</param>
internal sealed record RecoveryResults(
    ExperimentFacts Facts, CalibrationSettings Settings, int Truths, long Simulations, double Generations, IReadOnlyList<RecoveredParameter> Parameters, IReadOnlyList<(bool IsNull, double Share)>? NullTruths)
{
    /// <summary>Reads the store.</summary>
    internal static RecoveryResults Read(SqliteConnection connection, ExperimentFacts facts, CalibrationSettings settings)
    {
        var truths = new List<(bool IsNull, double Share)>();
        (long simulations, double generations) = (0, 0);
        using (SqliteCommand command = connection.Query("SELECT is_null, null_share, generations, simulations FROM truths ORDER BY truth"))
        using (SqliteDataReader rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                truths.Add((rows.GetInt32(0) == 1, rows.IsDBNull(1) ? double.NaN : rows.GetDouble(1)));
                generations += rows.GetInt32(2);
                simulations += rows.GetInt64(3);
            }
        }

        IReadOnlyList<Prior> priors = Prior.All(facts.Sweep!.Factors, settings.EvidenceOf(settings.ReadingNames[0]));
        return new RecoveryResults(
            facts, settings, truths.Count, simulations, generations / Math.Max(1, truths.Count), [.. priors.Select(prior => Read(connection, prior))], settings.Rival is null ? null : truths);
    }

    private static RecoveredParameter Read(SqliteConnection connection, Prior prior)
    {
        var rows = new List<(double Plain, double Adjusted, double Contraction, int Truth)>();
        using SqliteCommand command = connection.Query("SELECT below, below_adjusted, contraction, truth FROM recoveries WHERE parameter = $0 ORDER BY truth", prior.Name);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add((reader.GetDouble(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetInt32(3)));
        }

        return new RecoveredParameter(prior, [.. rows.Select(row => row.Adjusted)], [.. rows.Select(row => row.Plain)], rows.Count == 0 ? 0 : rows.Average(row => row.Contraction), [.. rows.Select(row => row.Truth)]);
    }
}
