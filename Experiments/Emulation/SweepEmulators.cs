using System.Globalization;
using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Designs;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Policies;

namespace Experiments.Emulation;

/// <summary>
/// Makes emulators from a stored sweep. Runs are read one after the other and added up: what is kept is a mean and a variance a point, and a sum a replicate.
/// </summary>
/// <remarks>
/// All points meet the same people with the same luck. Replicate r moves point p by c(r) + e(p, r): c cannot be seen in differences between points and shifts
/// the whole surface; only e makes neighbours disagree. The two are told apart by the variance of the replicates' means over points,
/// Var(c) + Var(e)/P. The nugget of a point is its share of e; c goes into the interval of every prediction. Luck that changes smoothly from point to
/// point is in neither: the emulator takes it for a part of the surface, so more replicates, not more points, reveal it.
/// </remarks>
internal static class SweepEmulators
{
    /// <summary>Most points that an emulator learns from; the work grows with their third power.</summary>
    internal const int MostPoints = 1_000;

    /// <summary>Degrees of freedom with which the mean variance over points enters that of each: two replicates alone would often claim none. Chosen.</summary>
    private const double PooledFreedom = 4;

    /// <summary>Most of the variance between replicates that may be taken for shared, so that no point claims to be exact.</summary>
    private const double MostShared = 0.99;

    /// <summary>Address of the choice among more points, beyond those of any design.</summary>
    private const int ChoiceAddress = 0xE1;

    /// <summary>The emulators of the outcomes that answer a sweep's question, of its subject policy.</summary>
    internal static IReadOnlyList<SweepEmulator> Of(SqliteConnection store, SweepResults results) =>
        [.. results.Outcomes.Select(outcome => Of(store, results.Facts, results.Points, results.Subject, outcome))];

    /// <summary>The emulator of an outcome of a policy.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="facts">The experiment; its sweep is not null.</param>
    /// <param name="points">Its points.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="outcome">The outcome.</param>
    internal static SweepEmulator Of(SqliteConnection store, ExperimentFacts facts, IReadOnlyList<SweepPoint> points, string policy, AnswerOutcome outcome)
    {
        IReadOnlyList<Factor> factors = facts.Sweep!.Factors;
        if (Design(facts.Sweep, points) is { } reason)
        {
            return new SweepEmulator(outcome, policy, [], null, reason) { Points = points.Count };
        }

        EmulatedAxis[] axes = [.. factors.Select((factor, index) => EmulatedAxis.Of(factor, [.. points.Select(point => point.Values[index].Number!.Value)]))];
        PointMoments moments = Read(store, policy, outcome);
        Dictionary<int, SweepPoint> byIndex = points.ToDictionary(point => point.Index);
        int[] there = [.. moments.Points.Where(byIndex.ContainsKey).Order()];
        var permutation = there.Length > MostPoints ? new RandomPermutation(there.Length, ChoiceAddress, (ulong)facts.Seed) : null;
        int[] used = permutation is null ? there : [.. there.Where((_, place) => permutation[place] < MostPoints)];
        double shared = moments.SharedShare is { } share ? Math.Min(share, MostShared) : 0;
        double? pooled = moments.MeanVariance;
        var training = new TrainingSet(
            [.. factors.Select(factor => factor.Label)],
            [.. used.SelectMany(point => axes.Select((axis, index) => axis.High > axis.Low ? axis.Position(byIndex[point].Values[index].Number!.Value) : 0))],
            [.. used.Select(point => moments.Mean(point))],
            [.. used.Select(point => pooled is { } mean ? (1 - shared) * moments.VarianceOfMean(point, mean, PooledFreedom) : 0)])
        {
            SharedVariance = pooled is { } variance ? shared * variance / moments.Replicates : 0,
            RunVariance = pooled,
            Scatter = RunScatter.Of(used.Select(point => (moments.Mean(point), moments.Scatter(point).Squares, moments.Scatter(point).Freedom))),
        };
        Emulator emulator = Emulator.Fit(training, (ulong)facts.Seed);
        return new SweepEmulator(outcome, policy, axes, emulator, emulator.Refusal) { Points = points.Count, Missing = points.Count - there.Length, SharedLuck = pooled is null ? null : shared };
    }

    private static string? Design(Sweep sweep, IReadOnlyList<SweepPoint> points)
    {
        if (sweep.Design.Kind == Designs.Design.OneAtATime)
        {
            return "In a oneAtATime design each factor moves alone, so that nothing is known of what they do together. Use a sobol or latinHypercube design.";
        }

        for (int factor = 0; factor < sweep.Factors.Count; factor++)
        {
            string name = Wording.Quote(sweep.Factors[factor].Label);
            if (!sweep.Factors[factor].IsNumeric)
            {
                return $"{name} takes words, between which there is no in-between. Run an experiment for each of its values, or compare them as policies, and vary numbers only.";
            }

            if (points.Any(point => point.Values[factor].Number is null))
            {
                return $"{name} is not varied at every point, so that points lie in different spaces. Drop its condition, or run an experiment of its own where it holds.";
            }
        }

        return null;
    }

    private static PointMoments Read(SqliteConnection store, string policy, AnswerOutcome outcome)
    {
        string column = StoreSchema.Quoted(outcome.Key);
        string silent = outcome.IsDifference ? $" - s.{column}" : "";
        string join = outcome.IsDifference ? $"JOIN runs s ON s.point = r.point AND s.policy = $1 AND s.replicate = r.replicate AND s.{column} IS NOT NULL" : "";
        string sql = string.Create(CultureInfo.InvariantCulture, $"SELECT r.point, r.replicate, r.{column}{silent} FROM runs r {join} WHERE r.policy = $0 AND r.{column} IS NOT NULL");
        var moments = new PointMoments();
        using SqliteCommand command = outcome.IsDifference ? store.Query(sql, policy, Schedule.SilentName) : store.Query(sql, policy);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            moments.Add(rows.GetInt32(0), rows.GetInt32(1), rows.GetDouble(2));
        }

        return moments;
    }
}
