using Experiments.Analysis;

namespace Experiments.Sensitivity;

/// <summary>PAWN indices of one outcome.</summary>
/// <param name="Factors">Median over slices of the distance between conditional and unconditional distribution, one a factor.</param>
/// <param name="Largest">The largest distance over slices, one a factor.</param>
/// <param name="Dummies">What a parameter with the slices of a factor comes to that nothing depends on, with the range of 95% of such parameters, one a factor: the upper end is its threshold.</param>
/// <param name="Points">Points behind it.</param>
internal sealed record PawnEstimate(IReadOnlyList<Interval> Factors, IReadOnlyList<double> Largest, IReadOnlyList<Interval> Dummies, int Points)
{
    /// <summary>Whether a factor's index lies above what chance gives to a parameter without any influence.</summary>
    internal bool IsAboveDummy(int factor) => Factors[factor].Mean > Threshold(factor);

    /// <summary>What chance gives to a factor without any influence.</summary>
    internal double Threshold(int factor) => Dummies[factor].High ?? 1;

    /// <summary>The thresholds, in words: one number where factors have as many slices, else from the lowest to the highest.</summary>
    internal string Thresholds()
    {
        double[] all = [.. Dummies.Select((_, factor) => Math.Round(Threshold(factor), 2))];
        return all.Min() < all.Max() ? $"{Wording.Number(all.Min())} to {Wording.Number(all.Max())}, by the number of its levels," : Wording.Number(all.Max());
    }

    /// <summary>Numbers of the factors, the one with the largest index first.</summary>
    internal IReadOnlyList<int> Order { get; } = [.. Enumerable.Range(0, Factors.Count).OrderByDescending(factor => Factors[factor].Mean)];
}
