using Experiments.Sensitivity;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;
using Simulator.Policies;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>
/// Reads the store of a design for sensitivity: of each run one number an outcome, nothing else. 63,000 rows with two replicates and
/// three outcomes take 3 MB. Where the rows lie in the cube is worked out from the design again, not read.
/// </summary>
internal static class SensitivityReader
{
    /// <summary>Reads a store and estimates what there is to estimate.</summary>
    /// <param name="file">Path of results.sqlite.</param>
    /// <param name="facts">The experiment; its design is one for sensitivity.</param>
    /// <exception cref="SqliteException">The file is not a result store.</exception>
    internal static SensitivityResults Read(string file, ExperimentFacts facts)
    {
        using SqliteConnection store = StoreConnection.Open(file, SqliteOpenMode.ReadOnly);
        bool hasSilence = store.Scalar("SELECT 1 FROM runs WHERE policy = $0 LIMIT 1", Schedule.SilentName) is not null;
        IReadOnlyList<AnswerOutcome> outcomes = SweepReader.Outcomes(facts, hasSilence);
        int rows = Convert.ToInt32(store.Scalar("SELECT COUNT(*) FROM points") ?? 0, System.Globalization.CultureInfo.InvariantCulture);
        int replicates = Convert.ToInt32(store.Scalar("SELECT MAX(replicates) FROM cells") ?? 1, System.Globalization.CultureInfo.InvariantCulture);
        var estimation = new SensitivityEstimation(facts, rows);
        return new SensitivityResults(
            facts,
            [.. SweepReader.ReadPolicies(store).SelectMany(policy => Samples(store, policy, outcomes, rows, replicates)
                .Select((sample, index) => estimation.Of(policy, outcomes[index], sample)))],
            rows,
            replicates)
        {
            Failures = SweepReader.ReadFailures(store),
        };
    }

    // One pass over the runs of a policy for all outcomes; the twin stands beside each run under the same key.
    private static RowSamples[] Samples(SqliteConnection store, string policy, IReadOnlyList<AnswerOutcome> outcomes, int rows, int replicates)
    {
        string columns = string.Concat(outcomes.Select(outcome => $", r.{StoreSchema.Quoted(outcome.Key)}, {(outcome.IsDifference ? "s." + StoreSchema.Quoted(outcome.Key) : "0")}"));
        using SqliteCommand command = store.Query(
            $"""
            SELECT r.point, r.replicate{columns} FROM runs r
            LEFT JOIN runs s ON s.point = r.point AND s.policy = $0 AND s.replicate = r.replicate WHERE r.policy = $1
            """,
            Schedule.SilentName,
            policy);
        double[][] values = [.. outcomes.Select(_ => new double[(long)rows * replicates])];
        foreach (double[] ofOutcome in values)
        {
            Array.Fill(ofOutcome, double.NaN);
        }

        bool[] mayNeverCome = [.. outcomes.Select(outcome => outcome.Metric == Metric.BreakEvenDay)];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            int place = (reader.GetInt32(0) * replicates) + reader.GetInt32(1);
            for (int outcome = 0; outcome < values.Length; outcome++)
            {
                int column = 2 + (2 * outcome);

                // A run that is never behind for good has no such day; a run that failed is not here at all.
                values[outcome][place] = !reader.IsDBNull(column) && !reader.IsDBNull(column + 1)
                    ? reader.GetDouble(column) - reader.GetDouble(column + 1)
                    : mayNeverCome[outcome] ? SensitivityEstimation.Never : double.NaN;
            }
        }

        return [.. values.Select(ofOutcome => new RowSamples(ofOutcome, replicates))];
    }
}
