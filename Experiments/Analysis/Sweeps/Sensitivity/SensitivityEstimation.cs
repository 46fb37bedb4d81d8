using Experiments.Designs;
using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>Chooses the estimators that a design allows, and says of outcomes that allow none why.</summary>
/// <param name="facts">The experiment.</param>
/// <param name="rows">Rows of its design.</param>
internal sealed class SensitivityEstimation(ExperimentFacts facts, int rows)
{
    /// <summary>Stands for a day that never came: it is set to the horizon, which every such day lies before.</summary>
    internal const double Never = double.PositiveInfinity;

    /// <summary>Skewness from which distributions tell more than variances. Chosen, as in <see cref="Tail"/>.</summary>
    internal const double Skewed = 1;

    private readonly Design _design = facts.Sweep!.Design;
    private readonly IReadOnlyList<Factor> _factors = facts.Sweep!.Factors;

    /// <summary>The estimates of an outcome of a policy.</summary>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="samples">Its values at all rows.</param>
    internal SensitivityOutcome Of(string policy, AnswerOutcome outcome, RowSamples samples)
    {
        int never = samples.Values.Count(value => value == Never);
        double? censored = outcome.Metric == Simulator.Ledgers.Metric.BreakEvenDay ? (double)never / Math.Max(1, samples.Values.Count(value => !double.IsNaN(value))) : null;
        samples = samples with { Values = [.. samples.Values.Select(value => value == Never ? facts.Horizon : value)] };
        double[] means = [.. Enumerable.Range(0, rows).Select(samples.Mean)];
        double[] there = [.. means.Where(double.IsFinite)];
        var found = new SensitivityOutcome(policy, outcome) { Censored = censored, Incomplete = Incomplete(means), Skewness = there.Length > 2 ? Tail.Skewness(there) : 0 };
        return Objection(found, there) is { } objection
            ? found with { Objection = objection }
            : _design.Kind == Design.Morris ? WithMorris(found, samples) : WithSobol(found, samples, means);
    }

    private string? Objection(SensitivityOutcome outcome, double[] there)
    {
        string name = outcome.Name;
        if (there.Length == 0)
        {
            return $"No row has a value of {name}: every run failed or has no such outcome. Look at the table failures of results.sqlite, mend the ranges that make runs fail, or name another outcome under 'outcomes'.";
        }

        if (there.All(value => value.Equals(there[0])))
        {
            return $"{SplitCapital(name)} is the same at every row ({outcome.Outcome.About(there[0])}), so that nothing drives it. Widen the ranges, lengthen the horizon, or name another outcome under 'outcomes'.";
        }

        int complete = Units - outcome.Incomplete;
        return complete < (_design.Kind == Design.Morris ? Config.SensitivityObjection.FewestTrajectories : Config.SensitivityObjection.FewestPoints)
            ? $"Of {Wording.Number(Units)} {UnitName} only {Wording.Number(complete)} have {name} at all of their rows, which is too few. {(there.Length < rows / 2 ? "Most runs failed or have no such outcome: mend the ranges that make them fail, or name another outcome." : "Take more of them.")}"
            : null;
    }

    private SensitivityOutcome WithSobol(SensitivityOutcome found, RowSamples samples, double[] means)
    {
        var table = new SobolIndicesTable(_factors, _design.Points, _design.SecondOrder, (ulong)facts.Seed);
        SobolEstimate estimate = SobolIndices.Of(samples, table.Layout, (ulong)facts.Seed);
        if (!(estimate.Variance > 0))
        {
            return found with { Objection = $"Luck alone explains all differences of {found.Name} between rows: none is left for the parameters. Run more replicates, more followers or wider ranges." };
        }

        // Rows A and B fill the space; the others repeat their coordinates.
        int[] free = [.. Enumerable.Range(0, _design.Points).SelectMany(point => new[] { table.Layout.A(point), table.Layout.B(point) })];
        return found with
        {
            Sobol = estimate,
            Pawn = Pawn.Of([.. free.Select(row => means[row])], (point, factor) => Position(factor, table.Coordinate(free[point], factor)), _factors.Count, (ulong)facts.Seed),
        };
    }

    private SensitivityOutcome WithMorris(SensitivityOutcome found, RowSamples samples)
    {
        var table = new MorrisTable(_factors, _design.Trajectories, (ulong)facts.Seed);
        return found with { Morris = MorrisEffects.Of(samples, _factors.Count, table.Step, (ulong)facts.Seed) };
    }

    // Listed levels are their places: coordinates within one level mean nothing.
    private double Position(int factor, double coordinate) =>
        _factors[factor].Range is null ? Math.Floor(coordinate * _factors[factor].Listed.Count) : coordinate;

    private int Units => _design.Kind == Design.Morris ? _design.Trajectories : _design.Points;

    private string UnitName => _design.Kind == Design.Morris ? "trajectories" : "base points";

    private int Incomplete(double[] means)
    {
        int of = rows / Units;
        return Enumerable.Range(0, Units).Count(unit => means.AsSpan(unit * of, of).ContainsAnyExceptInRange(double.MinValue, double.MaxValue));
    }

    private static string SplitCapital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
