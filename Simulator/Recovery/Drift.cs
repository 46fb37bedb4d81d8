using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>Silent leaving: every morning with probability 1 − e^(−h), h = base·(1 + distrust·(1 − T) + distance·(1 − R)).</summary>
public sealed record Drift : ParameterSet
{
    /// <summary>Hazard a day at full trust and relationship.</summary>
    [Parameter("hazard of silent leaving at full trust and relationship", Unit = "per day", From = 0, To = 1)]
    public double Base { get; init; } = 0.0005;

    /// <summary>Added multiples of the base at no trust.</summary>
    [Parameter("added multiples of the base hazard at no trust", From = 0, To = 1000)]
    public double Distrust { get; init; } = 3;

    /// <summary>Added multiples of the base at no relationship.</summary>
    [Parameter("added multiples of the base hazard at no relationship", From = 0, To = 1000)]
    public double Distance { get; init; } = 1;
}
