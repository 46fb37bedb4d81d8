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

    private readonly IDesignTable _table = facts.Sweep!.Design is { Kind: Design.Morris } screening
        ? new MorrisTable(facts.Sweep.Factors, screening.Trajectories, (ulong)facts.Seed)
        : new SobolIndicesTable(facts.Sweep.Factors, facts.Sweep.Design.Points, facts.Sweep.Design.SecondOrder, (ulong)facts.Seed);

    private IReadOnlyList<Level?>[]? _levels;

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
        int[] free = FreeRows();
        IReadOnlyList<Level?>[] levels = _levels ??= [.. free.Select(_table.Row)];
        double[] worlds = [.. free.Select(row => means[row])];
        double[] known = [.. worlds.Where(double.IsFinite)];
        var found = new SensitivityOutcome(policy, outcome)
        {
            Censored = censored,
            Incomplete = Incomplete(means),
            Skewness = known.Length > 2 ? Tail.Skewness(known) : 0,
            Worlds = known,
            Directions = [.. _factors.Select((factor, index) => factor.IsNumeric ? Direction.Of([.. levels.Select(world => world[index]!.Number!.Value)], worlds) : null)],
        };
        return Objection(found, there) is { } objection
            ? found with { Objection = objection }
            : _design.Kind == Design.Morris ? WithMorris(found, samples) : WithSobol(found, samples, worlds, free);
    }

    private string? Objection(SensitivityOutcome outcome, double[] there)
    {
        string name = outcome.Name;
        if (outcome.Censored is 1)
        {
            return $"In no run of any row is there a day from which it stays behind silence within {Wording.Count(facts.Horizon, "day", "days")}, so that nothing drives when it comes. Widen the ranges, lengthen the horizon, or name another outcome under 'outcomes'.";
        }

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

    private SensitivityOutcome WithSobol(SensitivityOutcome found, RowSamples samples, double[] worlds, int[] free)
    {
        var table = (SobolIndicesTable)_table;
        SobolEstimate estimate = SobolIndices.Of(samples, table.Layout, (ulong)facts.Seed);
        if (!(estimate.Variance > 0))
        {
            return found with { Objection = $"Luck alone explains all differences of {found.Name} between rows: none is left for the parameters. Run more replicates, more followers or wider ranges." };
        }

        return found with
        {
            Sobol = estimate,
            Pawn = Pawn.Of(worlds, (point, factor) => Position(factor, table.Coordinate(free[point], factor)), _factors.Count, (ulong)facts.Seed),
        };
    }

    private SensitivityOutcome WithMorris(SensitivityOutcome found, RowSamples samples) =>
        found with { Morris = MorrisEffects.Of(samples, _factors.Count, ((MorrisTable)_table).Step, (ulong)facts.Seed) };

    // Rows A and B, or the bases of trajectories, fill the space; the others repeat their coordinates.
    private int[] FreeRows() => _table is SobolIndicesTable table
        ? [.. Enumerable.Range(0, _design.Points).SelectMany(point => new[] { table.Layout.A(point), table.Layout.B(point) })]
        : [.. Enumerable.Range(0, Units).Select(unit => unit * (rows / Units))];

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
