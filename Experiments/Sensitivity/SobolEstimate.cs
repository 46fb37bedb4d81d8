using Experiments.Analysis;

namespace Experiments.Sensitivity;

/// <summary>Sobol' indices of one outcome.</summary>
/// <param name="Points">Base points.</param>
/// <param name="Variance">Variance of the expected outcome over the cube, in the outcome's unit squared.</param>
/// <param name="First">First-order index of each factor.</param>
/// <param name="Total">Total index of each factor.</param>
/// <param name="Second">Second-order index of each pair, [i, j] with i below j; null where the design has no rows for it.</param>
/// <param name="Sum">Sum of the first-order indices: 1 for an outcome to which factors add up.</param>
/// <param name="Luck">Share of the variance of a single run that is luck; null with one replicate.</param>
/// <param name="Lead">By how much the largest total index exceeds the second largest.</param>
internal sealed record SobolEstimate(
    int Points, double Variance, IReadOnlyList<Interval> First, IReadOnlyList<Interval> Total, Interval[,]? Second, Interval Sum, Interval? Luck, Interval Lead)
{
    /// <summary>Numbers of the factors, the one with the largest total index first.</summary>
    internal IReadOnlyList<int> Order { get; } = [.. Enumerable.Range(0, Total.Count).OrderByDescending(factor => Total[factor].Mean)];
}
