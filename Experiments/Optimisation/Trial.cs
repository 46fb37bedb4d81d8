namespace Experiments.Optimisation;

/// <summary>What came of one candidate.</summary>
/// <param name="Policy">Values of all outcomes, an array a replicate.</param>
/// <param name="Silent">The same of the silent twin.</param>
/// <param name="Cause">Why a run failed; null when none did.</param>
internal sealed record Trial(double[][] Policy, double[][] Silent, string? Cause)
{
    /// <summary>Means of all outcomes over replicates; NaN when a run failed.</summary>
    internal static double[] Means(double[][] values) =>
        [.. Enumerable.Range(0, values[0].Length).Select(outcome => values.Sum(replicate => replicate[outcome]) / values.Length)];
}
