namespace Experiments.Emulation;

/// <summary>What the likelihood decides: how far each factor reaches, how much the outcome varies, and what lies between neighbours unexplained.</summary>
/// <param name="LengthScales">ℓ of each dimension of the unit cube: over about this distance outcomes stay alike. A long one means a factor that hardly matters.</param>
/// <param name="SignalVariance">Variance of the smooth part, in squares of the outcome's standard deviation over points.</param>
/// <param name="NuggetVariance">Variance on top of that of the replicates, in the same unit: roughness, and where replicates are single, their luck.</param>
internal sealed record Hyperparameters(IReadOnlyList<double> LengthScales, double SignalVariance, double NuggetVariance)
{
    /// <summary>Bounds of a length scale. A fiftieth of the range is below the distance of points in any affordable design; at fifty ranges a factor is a straight line.</summary>
    internal static (double Low, double High) LengthBounds { get; } = (0.02, 50);

    /// <summary>Bounds of the variance of the smooth part.</summary>
    internal static (double Low, double High) SignalBounds { get; } = (1e-3, 1e4);

    /// <summary>Bounds of the nugget.</summary>
    internal static (double Low, double High) NuggetBounds { get; } = (1e-8, 10);

    /// <summary>Their logarithms: the length scales, the variance of the smooth part, the nugget.</summary>
    internal double[] Logarithms => [.. LengthScales.Append(SignalVariance).Append(NuggetVariance).Select(value => Math.Log(value))];

    /// <summary>From their logarithms.</summary>
    internal static Hyperparameters Of(IReadOnlyList<double> logarithms) =>
        new([.. logarithms.Take(logarithms.Count - 2).Select(value => Math.Exp(value))], Math.Exp(logarithms[^2]), Math.Exp(logarithms[^1]));

    /// <summary>Logarithms of the lower and upper bounds.</summary>
    internal static (double[] Low, double[] High) Bounds(int dimensions) =>
    (
        [.. Enumerable.Repeat(Math.Log(LengthBounds.Low), dimensions), Math.Log(SignalBounds.Low), Math.Log(NuggetBounds.Low)],
        [.. Enumerable.Repeat(Math.Log(LengthBounds.High), dimensions), Math.Log(SignalBounds.High), Math.Log(NuggetBounds.High)]);
}
