using Experiments.Analysis;
using MathNet.Numerics.Distributions;

namespace Experiments.Emulation;

/// <summary>
/// Each point held against what the others say of it: standardised errors, Q² and coverage (Bastos and O'Hagan 2009, Diagnostics for Gaussian process
/// emulators, Technometrics 51:425, doi:10.1198/TECH.2009.08019).
/// </summary>
/// <param name="Simulated">What the simulation came to, n.</param>
/// <param name="Predicted">What the other points predict, n; variance of the simulated mean around it, its luck included.</param>
internal sealed record LeaveOneOut(IReadOnlyList<double> Simulated, IReadOnlyList<Prediction> Predicted)
{
    /// <summary>Least Q². Chosen: what is left unexplained is then less than a fifth.</summary>
    internal const double LeastQ2 = 0.8;

    /// <summary>Coverage is too low when chance alone would make it as low in fewer than one case of a thousand.</summary>
    private const double Doubt = 0.001;

    /// <summary>(y − ŷ)/s, n: standard normal where the emulator knows what it knows.</summary>
    internal IReadOnlyList<double> Errors { get; } = [.. Simulated.Select((value, point) => (value - Predicted[point].Mean) / Predicted[point].Deviation)];

    /// <summary>1 − Σ(y − ŷ)²/Σ(y − ȳ)²: share of the differences between points that is foretold. 1 is perfect, 0 no better than the mean.</summary>
    internal double Q2 { get; } = 1 - (Simulated.Select((value, point) => Square(value - Predicted[point].Mean)).Sum() / Simulated.Sum(value => Square(value - Simulated.Average())));

    /// <summary>Root of the mean squared error.</summary>
    internal double TypicalError { get; } = Math.Sqrt(Simulated.Select((value, point) => Square(value - Predicted[point].Mean)).Average());

    /// <summary>Share of points inside their 95% interval, with its own interval.</summary>
    internal Interval Coverage => WilsonInterval.Of(Inside, Simulated.Count)!.Value;

    /// <summary>Points inside their 95% interval.</summary>
    internal int Inside => Errors.Count(error => Math.Abs(error) <= Prediction.Reach);

    /// <summary>Whether the intervals are too narrow beyond what chance explains.</summary>
    internal bool IsOverconfident => Binomial.CDF(0.95, Simulated.Count, Inside) < Doubt;

    /// <summary>Whether the intervals are wider than they need be, beyond what chance explains: careful, not wrong.</summary>
    internal bool IsCautious => 1 - Binomial.CDF(0.95, Simulated.Count, Inside - 1) < Doubt;

    private static double Square(double value) => value * value;
}
