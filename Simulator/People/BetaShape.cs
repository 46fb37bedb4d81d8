using Simulator.Parameters;

namespace Simulator.People;

/// <summary>A Beta distribution by mean m and concentration c: a = m·c, b = (1 − m)·c.</summary>
public sealed record BetaShape : ParameterSet
{
    /// <summary>A Beta distribution with mean 0.5 and concentration 2 (uniform).</summary>
    public BetaShape()
    {
    }

    /// <summary>A Beta distribution.</summary>
    /// <param name="mean">Mean m, between 0 and 1.</param>
    /// <param name="concentration">Concentration c, above 0: the larger, the closer people are to the mean.</param>
    public BetaShape(double mean, double concentration) => (Mean, Concentration) = (mean, concentration);

    /// <summary>Mean m, between 0 and 1.</summary>
    [Parameter("mean of the trait", From = 0, To = 1, Exclusive = true)]
    public double Mean { get; init; } = 0.5;

    /// <summary>Concentration c = a + b, above 0.</summary>
    [Parameter("concentration: the larger, the closer people are to the mean", From = 0.01, To = 100_000)]
    public double Concentration { get; init; } = 2;
}
