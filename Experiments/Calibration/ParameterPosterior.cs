using System.Globalization;
using Experiments.Analysis;

namespace Experiments.Calibration;

/// <summary>What a calibration says about one parameter.</summary>
/// <param name="Prior">The parameter and its prior.</param>
/// <param name="Positions">Positions of the ensemble's members in the prior, 0–1; of a parameter that is idle under the null only those outside of it.</param>
/// <param name="Contraction">Share of the prior's variance that is ruled out, with its interval.</param>
/// <param name="Mean">Mean position with its interval; ½ is the prior's.</param>
internal sealed record ParameterPosterior(Prior Prior, IReadOnlyList<double> Positions, Interval Contraction, Interval Mean)
{
    /// <summary>Contraction below which a parameter does not count as informed, even where it is surely above zero. Chosen.</summary>
    internal const double LeastContraction = 0.1;

    /// <summary>Whether the evidence says anything about it worth the name.</summary>
    internal bool IsInformed => Contraction.Mean >= LeastContraction && Contraction.Low > 0;

    /// <summary>The value at a quantile of the posterior.</summary>
    internal string Quantile(double share)
    {
        double[] sorted = [.. Positions.Order()];
        double position = sorted[(int)Math.Clamp(Math.Round(share * (sorted.Length - 1)), 0, sorted.Length - 1)];
        Designs.Level level = Prior.Factor?.At(position) ?? Prior.Share!.At(position);
        return level.Number is { } number ? number.ToString("G2", CultureInfo.InvariantCulture) : level.Text;
    }

    /// <summary>The middle 90% in words.</summary>
    internal string Middle => $"{Quantile(0.05)} to {Quantile(0.95)}";
}
