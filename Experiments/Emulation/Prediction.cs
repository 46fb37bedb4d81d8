namespace Experiments.Emulation;

/// <summary>What an emulator expects, and how sure it is.</summary>
/// <param name="Mean">Expected value.</param>
/// <param name="Variance">Variance of the truth around it.</param>
internal readonly record struct Prediction(double Mean, double Variance)
{
    /// <summary>Standard deviations from the middle to the ends of a 95% interval.</summary>
    internal const double Reach = 1.959963984540054;

    /// <summary>Standard deviation.</summary>
    internal double Deviation => Math.Sqrt(Math.Max(0, Variance));

    /// <summary>The 95% interval.</summary>
    internal Analysis.Interval Interval(int count) => new(Mean, Mean - (Reach * Deviation), Mean + (Reach * Deviation), count);
}
