using Experiments.Analysis.Sweeps;
using Experiments.Designs;

namespace Experiments.Emulation;

/// <summary>A numeric factor as a side of the unit cube.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal ratios.</param>
/// <param name="IsInteger">Whether only whole numbers are meant.</param>
internal sealed record EmulatedAxis(Factor Factor, double Low, double High, bool IsLogarithmic, bool IsInteger)
{
    /// <summary>The axis of a factor.</summary>
    /// <param name="factor">A numeric factor.</param>
    /// <param name="values">The values that were run.</param>
    internal static EmulatedAxis Of(Factor factor, IReadOnlyCollection<double> values)
    {
        double[] levels = [.. values.Distinct().Order()];
        bool integer = factor.Range?.IsInteger ?? levels.All(double.IsInteger);
        return factor.Range is { } range
            ? new EmulatedAxis(factor, range.From, range.To, range.IsLogarithmic && range.From > 0, integer)
            : new EmulatedAxis(factor, levels.FirstOrDefault(), levels.LastOrDefault(), levels.Length > 1 && FactorScale.Of(factor, levels).IsLogarithmic, integer);
    }

    /// <summary>A value as a position, 0 at the least and 1 at the greatest.</summary>
    internal double Position(double value) => IsLogarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    /// <summary>A position as a number, whole or not.</summary>
    internal double Exact(double position) => IsLogarithmic ? Low * Math.Pow(High / Low, position) : Low + ((High - Low) * position);

    /// <summary>A position as a value that the parameter takes.</summary>
    internal double Value(double position) => IsInteger ? Math.Round(Exact(position)) : Exact(position);
}
