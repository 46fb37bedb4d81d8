namespace Experiments.Calibration;

/// <summary>
/// An observed statistic with its error model: how far a simulated value is from it, in standard deviations of the error and with its
/// sign, so that discrepancies of different statistics can be added and regressed on.
/// </summary>
/// <param name="Name">Name of the evidence.</param>
/// <param name="Model">Error model, one of <see cref="ErrorModel.Kinds"/>.</param>
/// <param name="Observed">What was observed: a count, a share or a number; NaN for an interval.</param>
/// <param name="Low">Lower end of an interval; null means open.</param>
/// <param name="High">Upper end of an interval; null means open.</param>
/// <param name="Spread">Answers of a poll, or the standard deviation of the error (of logarithms on a logarithmic scale).</param>
/// <param name="IsLogarithmic">Whether ratios rather than differences count.</param>
internal sealed record Target(string Name, string Model, double Observed, double? Low, double? High, double Spread, bool IsLogarithmic)
{
    /// <summary>Counts below this have no useful logarithm.</summary>
    private const double LeastForLogarithm = 0.5;

    /// <summary>Anscombe 1948, Biometrika 35:246: with it a Poisson count's transform has variance ¼ nearly from 1 on.</summary>
    private const double Anscombe = 3.0 / 8;

    /// <summary>
    /// Signed discrepancy of a simulated value, standard deviations of the error; NaN for a value that is missing. Counts:
    /// 2√(x + ⅜) − 2√(o + ⅜). Shares of n answers: 2√n·(asin √x − asin √o). Intervals: 0 inside, else the distance to the nearer end.
    /// </summary>
    internal double Discrepancy(double simulated) => Model switch
    {
        ErrorModel.Heard => 2 * (Math.Sqrt(simulated + Anscombe) - Math.Sqrt(Observed + Anscombe)),
        ErrorModel.Poll => 2 * Math.Sqrt(Spread) * (Math.Asin(Math.Sqrt(simulated)) - Math.Asin(Math.Sqrt(Observed))),
        ErrorModel.Interval => Outside(simulated),
        _ => (Scaled(simulated) - Scaled(Observed)) / Spread,
    };

    private double Outside(double simulated)
    {
        double value = Scaled(simulated);
        return Low is { } low && value < Scaled(low) ? (value - Scaled(low)) / Spread
            : High is { } high && value > Scaled(high) ? (value - Scaled(high)) / Spread
            : double.IsNaN(value) ? double.NaN : 0;
    }

    private double Scaled(double value) => IsLogarithmic ? Math.Log(Math.Max(value, LeastForLogarithm)) : value;
}
