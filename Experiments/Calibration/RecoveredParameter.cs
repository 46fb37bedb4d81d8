using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>How well calibrations of known truths recovered one parameter.</summary>
/// <param name="Prior">The parameter.</param>
/// <param name="Below">Of each truth the share of its posterior, after adjustment, that lies below it; uniform if calibration is right.</param>
/// <param name="BelowUnadjusted">The same before the adjustment.</param>
/// <param name="Contraction">Mean contraction: how much there was to learn.</param>
internal sealed record RecoveredParameter(Prior Prior, IReadOnlyList<double> Below, IReadOnlyList<double> BelowUnadjusted, double Contraction)
{
    /// <summary>Nominal coverages that are tested.</summary>
    internal static IReadOnlyList<double> Levels { get; } = [0.5, 0.8, 0.95];

    /// <summary>Share of truths inside their central interval, with its Wilson interval; null without truths.</summary>
    internal Interval? Coverage(double level) => Coverage(Below, level);

    /// <summary>The same for any shares below.</summary>
    internal static Interval? Coverage(IReadOnlyList<double> below, double level) =>
        WilsonInterval.Of(below.Count(share => Math.Abs(share - 0.5) <= level / 2), below.Count);

    /// <summary>Probability of a coverage as far from the nominal one, if calibration is right: twice the smaller binomial tail.</summary>
    internal double Surprise(double level)
    {
        if (Below.Count == 0)
        {
            return 1;
        }

        var binomial = new Binomial(level, Below.Count);
        int inside = Below.Count(share => Math.Abs(share - 0.5) <= level / 2);
        double atMost = binomial.CumulativeDistribution(inside);
        double atLeast = 1 - (inside == 0 ? 0 : binomial.CumulativeDistribution(inside - 1));
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }
}
