using System.Globalization;
using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>What a calibration says about one parameter.</summary>
/// <param name="Prior">The parameter and its prior.</param>
/// <param name="Positions">Positions of the ensemble's members in the prior, 0–1; of a parameter that is idle under the null only those outside of it.</param>
/// <param name="Contraction">Share of the prior's variance that is ruled out, with its interval.</param>
/// <param name="Mean">Mean position with its interval; ½ is the prior's.</param>
internal sealed record ParameterPosterior(Prior Prior, IReadOnlyList<double> Positions, Interval Contraction, Interval Mean)
{
    /// <summary>Whether the evidence says anything about it: its contraction is above zero, with 5% for all parameters of the reading together (Holm).</summary>
    internal bool IsInformed { get; init; }

    /// <summary>Standard error of the contraction, from its bootstrap interval.</summary>
    internal double StandardError => Contraction is { Low: { } low, High: { } high } ? (high - low) / (2 * Normal.InvCDF(0, 1, 0.5 + (Interval.Confidence / 2))) : double.PositiveInfinity;

    /// <summary>Probability of a contraction this large or larger if nothing was learnt, by the normal distribution.</summary>
    internal double Surprise => StandardError > 0 ? 1 - Normal.CDF(0, 1, Contraction.Mean / StandardError) : Contraction.Mean > 0 ? 0 : 1;

    /// <summary>The value at a quantile of the posterior, in words.</summary>
    internal string Quantile(double share) => Prior.InWords(Position(share));

    /// <summary>The value at a quantile of the posterior, as tables hold it.</summary>
    internal string Cell(double share)
    {
        Designs.Level level = Prior.Level(Position(share));
        return level.Number is { } number ? number.ToString("G4", CultureInfo.InvariantCulture) : level.Text;
    }

    /// <summary>The middle 90% in words.</summary>
    internal string Middle => $"{Quantile(0.05)} to {Quantile(0.95)}";

    private double Position(double share)
    {
        double[] sorted = [.. Positions.Order()];
        return sorted[(int)Math.Clamp(Math.Round(share * (sorted.Length - 1)), 0, sorted.Length - 1)];
    }
}
