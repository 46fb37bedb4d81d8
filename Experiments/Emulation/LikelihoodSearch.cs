using Experiments.Designs;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Experiments.Emulation;

/// <summary>
/// Hyperparameters of the greatest marginal likelihood, within <see cref="Hyperparameters.Bounds"/>: BFGS with bounds and analytic gradients from several
/// starts. With many points the starts are tried on a part of them, drawn by address, and the best two go on with all points.
/// </summary>
internal static class LikelihoodSearch
{
    /// <summary>Starts. The first is a smooth surface; the others fill the space of length scales.</summary>
    internal const int Starts = 6;

    /// <summary>Most points that the starts are tried on: enough to tell long length scales from short ones at a hundredth of the cost. Chosen.</summary>
    internal const int SearchPoints = 300;

    /// <summary>Most steps of a start.</summary>
    private const int SearchSteps = 60;

    /// <summary>Most steps with all points, from each of the best starts.</summary>
    private const int FinalSteps = 40;

    /// <summary>How many of the best starts go on with all points.</summary>
    private const int Finalists = 2;

    /// <summary>A climb ends where the slope, as a share of the log likelihood, is below this: about a thousandth of a unit from the top, which nobody sees. Chosen.</summary>
    private const double SlopeTolerance = 1e-4;

    /// <summary>Or where a step moves the logarithms by less than this share.</summary>
    private const double StepTolerance = 1e-6;

    /// <summary>Dimension under which the part is drawn, beyond those of any design.</summary>
    private const int PartAddress = 0xE0;

    /// <summary>The best process; null where no start gives one.</summary>
    /// <param name="inputs">Points of the unit cube, n×k, row by row.</param>
    /// <param name="means">Standardised means, n.</param>
    /// <param name="noise">Their variances, n.</param>
    /// <param name="dimensions">k.</param>
    /// <param name="seed">Seed of the starts and of the part.</param>
    internal static (Hyperparameters Parameters, GaussianProcess Process)? Find(double[] inputs, double[] means, double[] noise, int dimensions, ulong seed)
    {
        (double[] X, double[] Y, double[] V) all = (inputs, means, noise);
        (double[] X, double[] Y, double[] V) part = Part(all, dimensions, seed);
        var found = new (double[] At, double Value)?[Starts];
        Parallel.For(0, Starts, start => found[start] = Climb(part, dimensions, Start(start, dimensions, seed), SearchSteps));
        (double[] At, double Value)[] ranked = [.. found.Where(climbed => climbed is not null).Select(climbed => climbed!.Value).OrderByDescending(climbed => climbed.Value)];
        if (ranked.Length == 0)
        {
            return null;
        }

        if (part.Y.Length < means.Length)
        {
            // Two starts that climbed the same hill need not climb it again.
            (double[] At, double Value)[] apart = [ranked[0], .. ranked.Skip(1).Where(other => !IsSame(other.At, ranked[0].At)).Take(Finalists - 1)];
            ranked = [.. apart.Select(climbed => Climb(all, dimensions, climbed.At, FinalSteps)).OfType<(double[] At, double Value)>().OrderByDescending(climbed => climbed.Value)];
        }

        if (ranked.Length == 0)
        {
            return null;
        }

        var best = Hyperparameters.Of(ranked[0].At);
        return GaussianProcess.Of(inputs, means, noise, best) is { } process ? (best, process) : null;
    }

    private static bool IsSame(double[] one, double[] other) => one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) < 0.1);

    private static (double[] X, double[] Y, double[] V) Part((double[] X, double[] Y, double[] V) all, int dimensions, ulong seed)
    {
        if (all.Y.Length <= SearchPoints)
        {
            return all;
        }

        var permutation = new RandomPermutation(all.Y.Length, PartAddress, seed);
        int[] kept = [.. Enumerable.Range(0, all.Y.Length).Where(point => permutation[point] < SearchPoints)];
        return ([.. kept.SelectMany(point => all.X[(point * dimensions)..((point + 1) * dimensions)])], [.. kept.Select(point => all.Y[point])], [.. kept.Select(point => all.V[point])]);
    }

    private static double[] Start(int number, int dimensions, ulong seed)
    {
        // About the distance at which neighbours in a cube of many dimensions lie; outcomes are standardised, so their variance is 1.
        double usual = 0.5 * Math.Sqrt(dimensions);
        if (number == 0)
        {
            return new Hyperparameters([.. Enumerable.Repeat(usual, dimensions)], 1, 1e-3).Logarithms;
        }

        var starts = new SobolSequence(Math.Min(dimensions + 2, SobolSequence.MostDimensions), seed);
        double At(int dimension) => starts.Coordinate(number, dimension);
        return new Hyperparameters(
            [.. Enumerable.Range(0, dimensions).Select(dimension => usual * Math.Pow(10, (1.6 * At(dimension)) - 0.8))],
            Math.Pow(10, 1.5 * At(dimensions)),
            Math.Pow(10, (4 * At(dimensions + 1)) - 5)).Logarithms;
    }

    // The best point that was met counts, whatever stopped the climb: a line search that finds nothing better any more ends it with an exception.
    private static (double[] At, double Value)? Climb((double[] X, double[] Y, double[] V) data, int dimensions, double[] start, int steps)
    {
        (double[] low, double[] high) = Hyperparameters.Bounds(dimensions);
        (double[] At, double Value)? best = null;
        (double, Vector<double>) Downhill(Vector<double> at)
        {
            double[] logarithms = at.ToArray();
            if (GaussianProcess.Of(data.X, data.Y, data.V, Hyperparameters.Of(logarithms)) is not { } process)
            {
                return (double.MaxValue, Vector<double>.Build.Dense(logarithms.Length));
            }

            double value = process.LogLikelihood;
            best = best is { } known && known.Value >= value ? best : (logarithms, value);
            return (-value, -Vector<double>.Build.DenseOfArray(process.Gradient()));
        }

        try
        {
            new BfgsBMinimizer(SlopeTolerance, StepTolerance, StepTolerance, steps).FindMinimum(
                ObjectiveFunction.Gradient(Downhill),
                Vector<double>.Build.DenseOfArray(low),
                Vector<double>.Build.DenseOfArray(high),
                Vector<double>.Build.DenseOfArray([.. start.Select((value, index) => Math.Clamp(value, low[index], high[index]))]));
        }
        catch (OptimizationException)
        {
            return best;
        }

        return best;
    }
}
