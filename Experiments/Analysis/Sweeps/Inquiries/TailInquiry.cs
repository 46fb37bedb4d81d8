namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>
/// How bad can it get, not on average but at worst? Along the factor that moves the worst run in a hundred most, everything else
/// as in the worst combination; and what the other factors do there.
/// </summary>
/// <param name="Outcome">The damage.</param>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Levels">Its levels, in order; at least two.</param>
/// <param name="Others">By number of another factor, its levels where the worst combination is left as it is otherwise.</param>
internal sealed record TailInquiry(
    AnswerOutcome Outcome, int Factor, IReadOnlyList<WorstCases> Levels, IReadOnlyList<(int Factor, IReadOnlyList<WorstCases> Levels)> Others)
{
    /// <summary>The level whose worst run in a hundred is the least bad.</summary>
    internal WorstCases Calmest => Levels.MinBy(level => level.InHundred.Mean)!;

    /// <summary>The level whose worst run in a hundred is the worst.</summary>
    internal WorstCases Worst => Levels.MaxBy(level => (level.InHundred.Mean, level.Maximum))!;

    /// <summary>Mean at the worst level minus mean at the calmest, paired by replicate.</summary>
    internal ReplicateSample MeanChange => Worst.Cell.Of(Outcome).Minus(Calmest.Cell.Of(Outcome));

    /// <summary>Whether the worst run in a hundred is worse at the worst level beyond doubt: the two intervals do not meet.</summary>
    internal bool IsWorse => Worst.InHundred.Low > Calmest.InHundred.High;

    /// <summary>The damage that is asked about: the first outcome of which less is better; null without any.</summary>
    internal static AnswerOutcome? Damage(SweepResults results) => results.Outcomes.FirstOrDefault(outcome => !outcome.IsBetterHigh);

    /// <summary>The inquiry into the damage that is asked about; null where no factor has two levels with enough runs.</summary>
    internal static TailInquiry? Of(SweepResults results) => Damage(results) is { } damage ? Of(results, damage) : null;

    /// <summary>The same of any outcome, along the factor that moves the main damage.</summary>
    internal static TailInquiry? Of(SweepResults results, AnswerOutcome outcome)
    {
        if (Damage(results) is not { } damage || outcome.IsBetterHigh)
        {
            return null;
        }

        // The combination that is worst by the main damage is the same for all outcomes, so that they are told of the same cases.
        WorstCases[] all = [.. results.Of(results.Subject).Select(cell => WorstCases.Of(cell, damage)).OfType<WorstCases>()];
        int[] factors = [.. Enumerable.Range(0, results.Factors.Count).Where(factor => all.Select(cases => cases.Cell.Point.Values[factor]).Distinct().Count() > 1)];
        if (factors.Length == 0)
        {
            return null;
        }

        int mover = factors.MaxBy(factor => Range(all, factor));
        SweepCell worst = all.MaxBy(cases => (cases.InHundred.Mean, cases.Maximum))!.Cell;
        IReadOnlyList<WorstCases> Along(int factor) => [.. results.ValuesOf(factor)
            .Select(value => all.FirstOrDefault(cases => IsSameBut(factor, cases.Cell.Point, worst.Point) && cases.Cell.Point.Values[factor] == value))
            .OfType<WorstCases>()
            .Select(cases => WorstCases.Of(cases.Cell, outcome))
            .OfType<WorstCases>()];
        IReadOnlyList<WorstCases> levels = Along(mover);
        return levels.Count < 2 ? null : new TailInquiry(
            outcome, mover, levels, [.. factors.Where(factor => factor != mover).Select(factor => (factor, Along(factor))).Where(other => other.Item2.Count > 1)]);
    }

    private static double Range(WorstCases[] all, int factor)
    {
        double[] levels = [.. all.GroupBy(cases => cases.Cell.Point.Values[factor]).Select(group => group.Average(cases => cases.InHundred.Mean))];
        return levels.Max() - levels.Min();
    }

    private static bool IsSameBut(int factor, SweepPoint one, SweepPoint other) =>
        one.Values.Index().All(value => value.Index == factor || value.Item == other.Values[value.Index]);
}
