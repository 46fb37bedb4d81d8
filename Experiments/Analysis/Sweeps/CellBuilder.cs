using Microsoft.Data.Sqlite;

namespace Experiments.Analysis.Sweeps;

/// <summary>Gathers the runs of one cell, which come in the order of replicates.</summary>
/// <param name="point">The point.</param>
/// <param name="policy">Name of the policy.</param>
/// <param name="outcomes">The outcomes that are kept.</param>
internal sealed class CellBuilder(SweepPoint point, string policy, AnswerOutcome[] outcomes)
{
    private readonly List<double>[] _values = [.. outcomes.Select(_ => new List<double>())];

    // Raw pairs of the first outcome that is compared with silence: what matching gained shows there.
    private readonly List<(double One, double Other)> _pairs = [];
    private readonly int _compared = Array.FindIndex(outcomes, outcome => outcome.IsDifference);

    internal SweepPoint Point => point;

    internal string Policy => policy;

    /// <summary>Adds a run.</summary>
    /// <param name="rows">A row with the replicate before the first column, then two columns an outcome: the policy's and the silent twin's.</param>
    /// <param name="firstColumn">The first column of outcomes.</param>
    internal void Add(SqliteDataReader rows, int firstColumn)
    {
        int replicate = rows.GetInt32(firstColumn - 1);
        for (int outcome = 0; outcome < outcomes.Length; outcome++)
        {
            List<double> values = _values[outcome];
            while (values.Count < replicate)
            {
                values.Add(double.NaN);
            }

            int column = firstColumn + (2 * outcome);
            bool isThere = !rows.IsDBNull(column) && !rows.IsDBNull(column + 1);
            (double one, double other) = isThere ? (rows.GetDouble(column), rows.GetDouble(column + 1)) : (double.NaN, double.NaN);
            values.Add(one - other);
            if (isThere && outcome == _compared)
            {
                _pairs.Add((one, other));
            }
        }
    }

    /// <summary>The cell.</summary>
    internal SweepCell Build() => new(
        point,
        policy,
        Enumerable.Range(0, outcomes.Length).ToDictionary(index => outcomes[index].Metric, index => new ReplicateSample([.. _values[index]])))
    {
        Matching = MatchingGain.Of(_pairs),
    };
}
