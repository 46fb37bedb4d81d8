using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps;

/// <summary>
/// For whom does it matter? The worst and the best combination of a policy, by the first outcome that exists by segment, and the
/// best one with a second factor turned to its other end.
/// </summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Worst">The worst combination; of several alike, the one that has most in common with the best.</param>
/// <param name="Best">The best combination.</param>
/// <param name="Turned">The best with its second factor at the other end; null where there is none or it was not run.</param>
/// <param name="TurnedFactor">Number of that factor.</param>
internal sealed record SegmentContrast(AnswerOutcome Outcome, SweepCell Worst, SweepCell Best, SweepCell? Turned, int TurnedFactor)
{
    /// <summary>The effects, segment by segment, the largest first.</summary>
    public IReadOnlyList<SegmentEffect> Segments { get; init; } = [];

    /// <summary>The effect on the whole audience.</summary>
    internal SegmentEffect All => new("all", Worst.Of(Outcome), Best.Of(Outcome), Turned?.Of(Outcome), Outcome.Sign);

    /// <summary>The contrast, still without its segments; null where no outcome exists by segment or nothing differs.</summary>
    internal static SegmentContrast? Of(SweepResults results)
    {
        if (results.Outcomes.FirstOrDefault(outcome => MetricInfo.Of(outcome.Metric).IsBySegment) is not { } outcome)
        {
            return null;
        }

        IReadOnlyList<SweepCell> ranked = [.. results.Ranked(outcome).Where(cell => cell.Policy == results.Subject)];
        if (ranked.Count < 2 || ranked[0].Of(outcome).Mean.Equals(ranked[^1].Of(outcome).Mean))
        {
            return null;
        }

        SweepCell best = ranked[0];
        SweepCell worst = ranked.Where(cell => cell.Of(outcome).Mean.Equals(ranked[^1].Of(outcome).Mean)).MaxBy(cell => Common(cell, best))!;
        (SweepCell? turned, int factor) = Turn(results, outcome, ranked, best, worst);
        return new SegmentContrast(outcome, worst, best, turned, factor);
    }

    private static int Common(SweepCell one, SweepCell other) => one.Point.Values.Zip(other.Point.Values).Count(pair => pair.First == pair.Second);

    // The other end of a numeric factor is the level farthest from the best's; of any other, its worst level.
    private static (SweepCell? Cell, int Factor) Turn(SweepResults results, AnswerOutcome outcome, IReadOnlyList<SweepCell> cells, SweepCell best, SweepCell worst)
    {
        // What does not set the worst apart from the best comes first; of several, the factor that matters most.
        int[] factors = [.. FactorEffect.All(results, outcome, results.Subject).Select(effect => effect.Factor).OrderBy(factor => worst.Point.Values[factor] != best.Point.Values[factor])];
        if (factors.Length < 2)
        {
            return (null, -1);
        }

        int factor = worst.Point.Values[factors[0]] == best.Point.Values[factors[0]] ? factors[0] : factors[1];
        SweepCell[] line = [.. cells.Where(cell => cell != best && cell.Point.Values.Index().All(value => value.Index == factor || value.Item == best.Point.Values[value.Index]))];
        SweepCell? turned = line.Length == 0 ? null
            : line.All(cell => cell.Point.Values[factor].Number is not null) && best.Point.Values[factor].Number is { } level
                ? line.MaxBy(cell => Math.Abs(cell.Point.Values[factor].Number!.Value - level))
                : line[^1];
        return (turned, factor);
    }
}
