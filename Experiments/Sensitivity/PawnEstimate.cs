using Experiments.Analysis;

namespace Experiments.Sensitivity;

/// <summary>PAWN indices of one outcome.</summary>
/// <param name="Factors">Median over slices of the distance between conditional and unconditional distribution, one a factor.</param>
/// <param name="Largest">The largest distance over slices, one a factor.</param>
/// <param name="Dummy">What a parameter that nothing depends on comes to, with the range of 95% of such parameters: its upper end is the threshold.</param>
/// <param name="Points">Points behind it.</param>
internal sealed record PawnEstimate(IReadOnlyList<Interval> Factors, IReadOnlyList<double> Largest, Interval Dummy, int Points)
{
    /// <summary>Whether a factor's index lies above what chance gives to a parameter without any influence.</summary>
    internal bool IsAboveDummy(int factor) => Factors[factor].Mean > Dummy.High;

    /// <summary>Numbers of the factors, the one with the largest index first.</summary>
    internal IReadOnlyList<int> Order { get; } = [.. Enumerable.Range(0, Factors.Count).OrderByDescending(factor => Factors[factor].Mean)];
}
