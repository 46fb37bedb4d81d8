using Experiments.Analysis;
using Experiments.Designs;
using Experiments.Store;
using Simulator.RandomStreams;

namespace Experiments.Sensitivity;

/// <summary>
/// Bootstrap over base points or trajectories (Efron and Tibshirani 1993, An Introduction to the Bootstrap; for Sobol' indices Archer,
/// Saltelli and Sobol' 1997, doi:10.1080/00949659708811825): each resample is a vector of weights, how often each point was drawn.
/// Draws are addressed by (seed, resample, draw), so that a report is the same whenever it is written.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Resamples behind an interval. Chosen: its ends then vary by a few per cent of its width.</summary>
    internal const int Resamples = 1000;

    /// <summary>How often each point is drawn in a resample.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="resample">Number of the resample.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal static double[] Weights(int points, int resample, ulong seed)
    {
        double[] weights = new double[points];
        for (int draw = 0; draw < points; draw += 2)
        {
            RandomBlock block = DesignDraws.Block(seed, DesignPurpose.Bootstrap, 0, (ulong)draw, resample);
            weights[DesignDraws.Below(block.Word0, block.Word1, points)]++;
            if (draw + 1 < points)
            {
                weights[DesignDraws.Below(block.Word2, block.Word3, points)]++;
            }
        }

        return weights;
    }

    /// <summary>An estimate with the percentile interval of its resamples.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="resampled">The same of each resample; those that could not be computed are NaN.</param>
    /// <param name="count">Points behind the estimate.</param>
    internal static Interval Percentiles(double estimate, IEnumerable<double> resampled, int count)
    {
        double[] all = [.. resampled];
        double[] sorted = [.. all.Where(double.IsFinite).Order()];
        return sorted.Length < Math.Max(2, all.Length / 2)
            ? new Interval(estimate, null, null, count)
            : new Interval(
                estimate,
                SampleSummary.Quantile(sorted, (1 - Interval.Confidence) / 2),
                SampleSummary.Quantile(sorted, (1 + Interval.Confidence) / 2),
                count);
    }
}
