using Experiments.Analysis;

namespace Experiments.Calibration;

/// <summary>One fact of the case beside what the model predicts of it, before and after calibration.</summary>
/// <param name="Evidence">The fact.</param>
/// <param name="Before">Simulated values of draws from the priors, ascending.</param>
/// <param name="After">Simulated values of the ensemble, each member run once more, ascending.</param>
/// <param name="Agreeing">Share of the ensemble's runs that agree with the fact.</param>
internal sealed record FactPrediction(Evidence Evidence, IReadOnlyList<double> Before, IReadOnlyList<double> After, Interval Agreeing)
{
    /// <summary>Standard deviations of the error within which a run agrees with a number. Chosen: about 95%.</summary>
    private const double Agreement = 2;

    /// <summary>Smallest and largest value in any kept simulation of any generation.</summary>
    internal (double Smallest, double Largest) Reach { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>That no kept simulation came as far as the fact, in words; empty where one did.</summary>
    internal string OutOfReach => Band() switch
    {
        { Low: { } low } when Reach.Largest < low => $"the largest value of any kept simulation is {Wording.Number(Reach.Largest)}, the fact asks for at least {Wording.Number(low)}",
        { High: { } high } when Reach.Smallest > high => $"the smallest value of any kept simulation is {Wording.Number(Reach.Smallest)}, the fact asks for at most {Wording.Number(high)}",
        _ => "",
    };

    /// <summary>Whether a discrepancy counts as agreement: two standard deviations of the error, of an interval its inside.</summary>
    internal static bool Agrees(Target target, double discrepancy) => Math.Abs(discrepancy) <= (target.Model == ErrorModel.Interval ? 0 : Agreement);

    /// <summary>Values that agree: both ends, open where there is none.</summary>
    internal (double? Low, double? High) Band()
    {
        Target target = Evidence.Target;
        double root = Math.Sqrt(target.Observed + 0.375);
        return target.Model switch
        {
            ErrorModel.Interval => (target.Low, target.High),
            ErrorModel.Heard => (Math.Max(0, Square(root - (Agreement / 2)) - 0.375), Square(root + (Agreement / 2)) - 0.375),
            ErrorModel.Poll => (Sine(target, -1), Sine(target, 1)),
            _ => target.IsLogarithmic
                ? (target.Observed * Math.Exp(-Agreement * target.Spread), target.Observed * Math.Exp(Agreement * target.Spread))
                : (target.Observed - (Agreement * target.Spread), target.Observed + (Agreement * target.Spread)),
        };
    }

    /// <summary>A value at a share of an ascending list.</summary>
    internal static double At(IReadOnlyList<double> ascending, double share) => ascending.Count == 0 ? double.NaN : ascending[(int)Math.Clamp(Math.Round(share * (ascending.Count - 1)), 0, ascending.Count - 1)];

    private static double Square(double value) => value * value;

    private static double Sine(Target target, int side) =>
        Square(Math.Sin(Math.Clamp(Math.Asin(Math.Sqrt(target.Observed)) + (side * Agreement / (2 * Math.Sqrt(target.Spread))), 0, Math.PI / 2)));
}
