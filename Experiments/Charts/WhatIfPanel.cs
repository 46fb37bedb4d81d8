using Experiments.Analysis;

namespace Experiments.Charts;

/// <summary>One pattern in two worlds.</summary>
/// <param name="Name">The pattern.</param>
/// <param name="Unit">Unit of the axis.</param>
/// <param name="Suffix">Follows each number.</param>
/// <param name="Means">Means, a world each.</param>
/// <param name="Runs">Where single runs lie, a world each.</param>
/// <param name="Low">Lower end of the accepted band; null means open.</param>
/// <param name="High">Upper end of the accepted band; null means open.</param>
/// <param name="HasBand">Whether there is a band at all.</param>
internal sealed record WhatIfPanel(
    string Name, string Unit, string Suffix, Interval[] Means, RunBand[] Runs, double? Low, double? High, bool HasBand)
{
    /// <summary>Ends of the axis: bands and runs with a little air.</summary>
    internal double[] Range()
    {
        double[] values = [.. Runs.SelectMany(run => new[] { run.Low, run.High }), .. Means.Select(mean => mean.Mean), .. new[] { Low, High }.OfType<double>()];
        double span = Math.Max(values.Max() - values.Min(), Math.Max(Math.Abs(values.Max()) * 0.1, 1e-3));
        return [values.Min() - (0.12 * span), values.Max() + (0.12 * span)];
    }
}
