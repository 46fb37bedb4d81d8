namespace Experiments.Designs;

/// <summary>What an experiment varies, and in which combinations.</summary>
/// <param name="Design">The design.</param>
/// <param name="Factors">The factors, at least one.</param>
internal sealed record Sweep(Design Design, IReadOnlyList<Factor> Factors)
{
    /// <summary>The paths it sets, in the order of the file: the varied columns of results.</summary>
    internal IReadOnlyList<string> Paths => [.. Factors.SelectMany(factor => factor.Paths).Distinct()];
}
