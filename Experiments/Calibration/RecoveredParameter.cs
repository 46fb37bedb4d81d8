using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Calibration;

/// <summary>How well calibrations of known truths recovered one parameter.</summary>
/// <param name="Prior">The parameter.</param>
/// <param name="Below">Of each truth the share of its posterior, after adjustment, that lies below it; uniform if calibration is right.</param>
/// <param name="BelowUnadjusted">The same before the adjustment.</param>
/// <param name="Contraction">Mean contraction: how much there was to learn.</param>
/// <param name="Truths">Number of each truth: what is recovered of one truth is not independent over parameters.</param>
internal sealed record RecoveredParameter(Prior Prior, IReadOnlyList<double> Below, IReadOnlyList<double> BelowUnadjusted, double Contraction, IReadOnlyList<int> Truths)
{
    /// <summary>Mean contraction from which on there was something to learn; the mean over truths hardly varies by chance. Chosen.</summary>
    private const double LeastContraction = 0.1;

    /// <summary>Whether there was something to learn about it: the interval of any other parameter is the prior's, and holds truths trivially.</summary>
    internal bool IsInformed => Contraction >= LeastContraction;

    /// <summary>Mean share of the posterior below the truth; ½ without bias.</summary>
    internal double MeanRank => Below.Count == 0 ? 0.5 : Below.Average();

    /// <summary>Probability of a mean rank as far from ½ if calibration is right: ranks are then uniform, and the variance of their mean is 1/(12n).</summary>
    internal double BiasSurprise => Below.Count == 0 ? 1 : 2 * (1 - Normal.CDF(0, 1, Math.Abs(MeanRank - 0.5) * Math.Sqrt(12 * Below.Count)));

    /// <summary>Smallest error of a coverage that a binomial test at a level of error finds with these truths; null where it finds none.</summary>
    internal double? SmallestVisible(double level, double alpha)
    {
        double? smallest = null;
        for (int inside = 0; inside <= Below.Count; inside++)
        {
            double apart = Math.Abs(((double)inside / Math.Max(1, Below.Count)) - level);
            if (Surprise(level, inside) <= alpha && (smallest is null || apart < smallest))
            {
                smallest = apart;
            }
        }

        return smallest;
    }

    /// <summary>Nominal coverages that are tested.</summary>
    internal static IReadOnlyList<double> Levels { get; } = [0.5, 0.8, 0.95];

    /// <summary>Share of truths inside their central interval, with its Wilson interval; null without truths.</summary>
    internal Interval? Coverage(double level) => Coverage(Below, level);

    /// <summary>The same for any shares below.</summary>
    internal static Interval? Coverage(IReadOnlyList<double> below, double level) =>
        WilsonInterval.Of(below.Count(share => Math.Abs(share - 0.5) <= level / 2), below.Count);

    /// <summary>Probability of a coverage as far from the nominal one, if calibration is right: twice the smaller binomial tail.</summary>
    internal double Surprise(double level) => Surprise(level, Below.Count(share => Math.Abs(share - 0.5) <= level / 2));

    private double Surprise(double level, int inside)
    {
        if (Below.Count == 0)
        {
            return 1;
        }

        var binomial = new Binomial(level, Below.Count);
        double atMost = binomial.CumulativeDistribution(inside);
        double atLeast = 1 - (inside == 0 ? 0 : binomial.CumulativeDistribution(inside - 1));
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }
}
