using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>
/// What a factor does to an outcome of one policy: the means at its levels, over everything else that varies, and the difference
/// between the level with the highest and the one with the lowest mean, paired by replicate. Of a one-at-a-time design, the
/// experiment as written is one of the levels.
/// </summary>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Levels">Means by level, in order.</param>
/// <param name="Size">Highest minus lowest mean.</param>
/// <param name="Highest">Index of the level with the highest mean.</param>
/// <param name="Lowest">Index of the level with the lowest mean.</param>
internal sealed record FactorEffect(int Factor, IReadOnlyList<LevelMean> Levels, Interval Size, int Highest, int Lowest)
{
    /// <summary>Most bins of a factor whose levels are nearly all different, as those of a space-filling design.</summary>
    private const int MostBins = 6;

    /// <summary>Points a half of the range needs before anything is said about it. Chosen.</summary>
    private const int FewestPoints = 5;

    /// <summary>More levels than this are put in bins.</summary>
    private const int MostLevels = 20;

    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "means over all other factors; 95% t interval of the paired difference over replicates (of points that fill a space: Welch interval between the halves of the range, a point one observation)";

    /// <summary>The effects of all factors on an outcome of a policy, the largest first; factors that have a single level are left out.</summary>
    internal static IReadOnlyList<FactorEffect> All(SweepResults results, AnswerOutcome outcome, string policy)
    {
        IReadOnlyList<SweepCell> cells = [.. results.Of(policy).Where(cell => cell.Of(outcome).Count > 0)];
        return [.. Enumerable.Range(0, results.Factors.Count)
            .Select(factor => Of(results, outcome, cells, factor))
            .OfType<FactorEffect>()
            .OrderBy(effect => effect.IsZero)
            .ThenByDescending(effect => Math.Abs(effect.Size.Mean))];
    }

    /// <summary>
    /// Whether the effect is zero as far as these runs tell. The extremes were picked from the data, so they are judged as one of all
    /// pairs of levels. Points that fill a space differ in everything at once: there the points are the sample, not the replicates.
    /// </summary>
    internal bool IsZero
    {
        get
        {
            if (IsBetweenPoints)
            {
                return Size.SideOf(0) == 0;
            }

            int pairs = Levels.Count * (Levels.Count - 1) / 2;
            ReplicateSample difference = Levels[Highest].Sample.Minus(Levels[Lowest].Sample);
            return difference is { Count: > 1, Deviation: 0 }
                ? difference.Mean == 0
                : Levels[Highest].Sample.IsLevelWith(Levels[Lowest].Sample, pairs);
        }
    }

    /// <summary>Whether <see cref="Size"/> rests on the scatter between points rather than on paired replicates.</summary>
    public bool IsBetweenPoints { get; init; }

    /// <summary>
    /// The effect in a design that fills a space: upper half of the factor's range against the lower half, each point one observation
    /// (Welch). The two halves differ in the other factors by chance, and only the scatter between points knows how much that matters.
    /// </summary>
    private static FactorEffect? BetweenPoints(AnswerOutcome outcome, IReadOnlyList<SweepCell> cells, int factor)
    {
        bool isNumeric = cells.All(cell => cell.Point.Values[factor].Number is not null);
        (SweepValue Value, IReadOnlyList<SweepCell> Cells)[] groups = [.. isNumeric ? Bins([.. cells.OrderBy(cell => cell.Point.Values[factor].Number)], factor, 2) : Groups(cells, factor)];
        if (groups.Length < 2 || groups.Any(group => group.Cells.Count < FewestPoints))
        {
            return null;
        }

        LevelMean[] levels = [.. groups.Select(group => new LevelMean(group.Value, ReplicateSample.Average([.. group.Cells.Select(cell => cell.Of(outcome))]), group.Cells.Count))];
        int highest = Enumerable.Range(0, levels.Length).MaxBy(level => levels[level].Sample.Mean);
        int lowest = Enumerable.Range(0, levels.Length).MinBy(level => levels[level].Sample.Mean);
        double[] Means(int level) => [.. groups[level].Cells.Select(cell => cell.Of(outcome).Mean)];
        return highest != lowest && WelchInterval.Of(Means(highest), Means(lowest)) is { } size
            ? new FactorEffect(factor, levels, size, highest, lowest) { IsBetweenPoints = true }
            : null;
    }

    private static FactorEffect? Of(SweepResults results, AnswerOutcome outcome, IReadOnlyList<SweepCell> cells, int factor)
    {
        if (results.Sweep.Design.FillsSpace)
        {
            return BetweenPoints(outcome, cells, factor);
        }

        bool alone = results.Sweep.Design.Kind == Design.OneAtATime;
        IEnumerable<SweepCell> concerned = alone ? cells.Where(cell => IsAlone(cells, cell, factor)) : cells;
        LevelMean[] levels = [.. Groups(concerned, factor).Select(group => new LevelMean(
            group.Value, ReplicateSample.Average([.. group.Cells.Select(cell => cell.Of(outcome))]), group.Cells.Count)).Where(level => level.Sample.Count > 0)];
        if (levels.Length < 2)
        {
            return null;
        }

        int highest = Enumerable.Range(0, levels.Length).MaxBy(level => levels[level].Sample.Mean);
        int lowest = Enumerable.Range(0, levels.Length).MinBy(level => levels[level].Sample.Mean);
        return levels[highest].Sample.Minus(levels[lowest].Sample).Interval is { } size ? new FactorEffect(factor, levels, size, highest, lowest) : null;
    }

    /// <summary>Whether a point is the first one, as written, or differs from it in this factor alone.</summary>
    private static bool IsAlone(IReadOnlyList<SweepCell> cells, SweepCell cell, int factor) =>
        cell.Point.Values.Select((value, other) => other == factor || value == cells[0].Point.Values[other]).All(same => same);

    private static IEnumerable<(SweepValue Value, IReadOnlyList<SweepCell> Cells)> Groups(IEnumerable<SweepCell> cells, int factor)
    {
        var levels = cells.GroupBy(cell => cell.Point.Values[factor]).Select(group => (Value: group.Key, Cells: (IReadOnlyList<SweepCell>)[.. group])).ToList();
        if (levels.TrueForAll(level => level.Value.Number is not null))
        {
            levels.Sort((one, other) => one.Value.Number!.Value.CompareTo(other.Value.Number!.Value));
        }

        return levels.Count <= MostLevels ? levels : Bins([.. levels.SelectMany(level => level.Cells)], factor, MostBins);
    }

    /// <summary>As many cells in each bin, as far as that goes.</summary>
    private static IEnumerable<(SweepValue Value, IReadOnlyList<SweepCell> Cells)> Bins(SweepCell[] sorted, int factor, int bins)
    {
        for (int bin = 0; bin < bins; bin++)
        {
            SweepCell[] cells = sorted[(bin * sorted.Length / bins)..((bin + 1) * sorted.Length / bins)];
            double middle = cells.Average(cell => cell.Point.Values[factor].Number ?? 0);
            yield return (new SweepValue(middle.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), middle), cells);
        }
    }
}
