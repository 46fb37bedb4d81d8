using Experiments.Analysis;
using Experiments.Store;

namespace Experiments.Emulation;

/// <summary>
/// A Gaussian process in place of the simulation: it learns from the runs of a sweep what an outcome comes to between its points, and how sure that is.
/// Where it does not fit it says why, and predicts nothing.
/// </summary>
internal sealed class Emulator
{
    private readonly double _centre;
    private readonly double _spread;

    private Emulator(TrainingSet training, double centre, double spread, Hyperparameters? parameters, GaussianProcess? process, LeaveOneOut? check, string? refusal) =>
        (Training, _centre, _spread, Parameters, Process, Check, Refusal) = (training, centre, spread, parameters, process, check, refusal);

    /// <summary>What it learnt from.</summary>
    internal TrainingSet Training { get; }

    /// <summary>Hyperparameters, of inputs in the unit cube and of standardised outcomes; null where nothing could be fitted.</summary>
    internal Hyperparameters? Parameters { get; }

    /// <summary>The process in standardised outcomes; null where nothing could be fitted.</summary>
    internal GaussianProcess? Process { get; }

    /// <summary>How well points are foretold by the others; null where nothing could be fitted.</summary>
    internal LeaveOneOut? Check { get; }

    /// <summary>Why it must not be used, and what to change; null where it fits.</summary>
    internal string? Refusal { get; }

    /// <summary>Whether it may be used.</summary>
    internal bool Fits => Refusal is null;

    /// <summary>Outcome that is 0 in standardised units, and size of one standardised unit.</summary>
    internal (double Centre, double Spread) Standard => (_centre, _spread);

    /// <summary>Variance that is added to that of the smooth surface at a point, in squares of the outcome: the shared luck, and roughness that replicates do not explain.</summary>
    internal double ExtraVariance => Training.SharedVariance + (Training.RunVariance is null ? 0 : Parameters!.NuggetVariance * _spread * _spread);

    /// <summary>Fits an emulator.</summary>
    /// <param name="inputs">Points of the unit cube, n×k, row by row.</param>
    /// <param name="means">Mean outcome at each, n.</param>
    /// <param name="variances">Variance of each mean, n; zeros where unknown.</param>
    /// <param name="seed">Seed of the search.</param>
    internal static Emulator Fit(double[] inputs, double[] means, double[] variances, ulong seed = 1) =>
        Fit(new TrainingSet([.. Enumerable.Range(1, inputs.Length / Math.Max(1, means.Length)).Select(input => $"input {input}")], inputs, means, variances), seed);

    /// <summary>Fits an emulator.</summary>
    /// <param name="training">What it learns from.</param>
    /// <param name="seed">Seed of the search.</param>
    internal static Emulator Fit(TrainingSet training, ulong seed = 1)
    {
        if (FitProblem.Of(training) is { } problem)
        {
            return new Emulator(training, 0, 1, null, null, null, problem);
        }

        double centre = training.Means.Average();
        double spread = Math.Sqrt(training.Means.Sum(mean => (mean - centre) * (mean - centre)) / training.Count);
        double[] means = [.. training.Means.Select(mean => (mean - centre) / spread)];
        double[] noise = [.. training.Variances.Select(variance => variance / (spread * spread))];
        if (LikelihoodSearch.Find(training.Inputs, means, noise, training.Dimensions, seed) is not { } found)
        {
            return new Emulator(training, centre, spread, null, null, null, FitProblem.Unsolvable);
        }

        var check = new LeaveOneOut(
            training.Means,
            [.. found.Process.LeaveOneOut().Select(prediction => new Prediction(centre + (spread * prediction.Mean), spread * spread * prediction.Variance))]);
        return new Emulator(training, centre, spread, found.Parameters, found.Process, check, FitProblem.Of(check, training));
    }

    /// <summary>Expected outcome at a point, with the variance of what many runs there would come to around it.</summary>
    /// <param name="point">A point of the unit cube, its faces included.</param>
    /// <exception cref="RefusedException">The emulator does not fit, or the point lies outside the cube.</exception>
    internal Prediction Predict(ReadOnlySpan<double> point)
    {
        Require(point);
        return InUnits(Process!.Predict(point), ExtraVariance);
    }

    /// <summary>The same averaged over points, where roughness evens out.</summary>
    /// <param name="points">Points of the unit cube, m×k, row by row.</param>
    internal Prediction PredictMean(double[] points)
    {
        Require(points);
        return InUnits(Process!.PredictMean(points), Training.SharedVariance);
    }

    /// <summary>Expected outcome alone, at a fraction of the cost.</summary>
    internal double Mean(ReadOnlySpan<double> point)
    {
        Require(point);
        return _centre + (_spread * Process!.Mean(point));
    }

    private Prediction InUnits(Prediction prediction, double extra) => new(_centre + (_spread * prediction.Mean), (_spread * _spread * prediction.Variance) + extra);

    private void Require(ReadOnlySpan<double> points)
    {
        if (Refusal is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        for (int element = 0; element < points.Length; element++)
        {
            // Rounding may put the ends of a range a hair outside.
            if (!(points[element] >= -1e-9 && points[element] <= 1 + 1e-9))
            {
                throw new RefusedException($"The point lies outside the range of {Wording.Quote(Training.Names[element % Training.Dimensions])} that was run: beyond the points an emulator guesses. Stay inside, or run a sweep over a wider range.");
            }
        }
    }
}
