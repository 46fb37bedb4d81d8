using MathNet.Numerics.Interpolation;

namespace Experiments.Validation.Statistics;

/// <summary>
/// Profit as a function of frequency: the natural cubic spline through the means at the simulated frequencies, over the logarithm of the
/// frequency. Its optimum is the highest point of the spline on a fine grid; nothing is extrapolated.
/// </summary>
internal sealed class FrequencyCurve
{
    private const int GridSteps = 400;

    private readonly double _lowest;
    private readonly double _highest;
    private readonly CubicSpline _spline;

    /// <summary>Draws the curve.</summary>
    /// <param name="frequencies">Messages in 30 days, ascending.</param>
    /// <param name="profits">Mean profit at each.</param>
    internal FrequencyCurve(IReadOnlyList<double> frequencies, IReadOnlyList<double> profits)
    {
        (_lowest, _highest) = (frequencies[0], frequencies[^1]);
        _spline = CubicSpline.InterpolateNaturalSorted([.. frequencies.Select(frequency => Math.Log(frequency))], [.. profits]);
        Optimum = Enumerable.Range(0, GridSteps + 1)
            .Select(step => _lowest * Math.Pow(_highest / _lowest, (double)step / GridSteps))
            .MaxBy(Profit);
    }

    /// <summary>The frequency with the highest profit, messages in 30 days.</summary>
    internal double Optimum { get; }

    /// <summary>Profit at a frequency; NaN beyond the simulated ones.</summary>
    internal double Profit(double frequency) =>
        frequency >= _lowest * (1 - 1e-9) && frequency <= _highest * (1 + 1e-9) ? _spline.Interpolate(Math.Log(frequency)) : double.NaN;

    /// <summary>Share of the highest profit that is lost at a multiple of the optimum; NaN where it lies beyond the curve or nothing is earned.</summary>
    internal double LossAt(double multiple) => Profit(Optimum) is > 0 and var best ? 1 - (Profit(Optimum * multiple) / best) : double.NaN;
}
