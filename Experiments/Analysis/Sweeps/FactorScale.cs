using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>The space in which the levels of a numeric factor are drawn and interpolated: linear or logarithmic.</summary>
/// <param name="IsLogarithmic">Whether equal steps are equal ratios.</param>
internal readonly record struct FactorScale(bool IsLogarithmic)
{
    /// <summary>Listed levels that span at least this ratio are set out as ratios when that spaces them more evenly. Chosen.</summary>
    private const double WideRatio = 8;

    /// <summary>The scale of a factor: its own, or for listed levels that which spaces them more evenly.</summary>
    internal static FactorScale Of(Factor factor, IReadOnlyList<double> levels)
    {
        if (factor.Range is not null || levels.Count < 3 || levels[0] <= 0 || levels[^1] / levels[0] < WideRatio)
        {
            return new FactorScale(factor.IsLogarithmic);
        }

        return new FactorScale(Unevenness([.. levels.Select(level => Math.Log(level))]) < Unevenness([.. levels]));
    }

    /// <summary>A level as a position.</summary>
    internal double Position(double level) => IsLogarithmic ? Math.Log10(level) : level;

    /// <summary>A position as a level.</summary>
    internal double Level(double position) => IsLogarithmic ? Math.Pow(10, position) : position;

    private static double Unevenness(double[] positions)
    {
        double[] steps = [.. positions.Zip(positions.Skip(1), (one, next) => next - one)];
        return steps.Max() / Math.Max(steps.Min(), 1e-300);
    }
}
