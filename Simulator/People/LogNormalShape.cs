using Simulator.Parameters;

namespace Simulator.People;

/// <summary>A log-normal distribution by median and σ of the logarithm, cut off at a maximum.</summary>
public sealed record LogNormalShape : ParameterSet
{
    /// <summary>Median, people.</summary>
    [Parameter("median size of a person's own audience", Unit = "people", From = 0, To = 1_000_000)]
    public double Median { get; init; } = 60;

    /// <summary>Standard deviation σ of the natural logarithm.</summary>
    [Parameter("standard deviation of the logarithm: how heavy the tail is", From = 0, To = 5)]
    public double Sigma { get; init; } = 1.5;

    /// <summary>Largest possible value, people.</summary>
    [Parameter("largest audience one person can have", Unit = "people", From = 1, To = 1_000_000_000)]
    public double Maximum { get; init; } = 1_000_000;
}
