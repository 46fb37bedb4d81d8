namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How well a clue tells the worlds apart, for one policy and span of time.</summary>
/// <param name="Clue">The clue.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Days">Days since the start; null when it is asked once.</param>
/// <param name="Separation">How well it tells.</param>
internal sealed record Hint(Clue Clue, string Policy, int? Days, Separation Separation)
{
    /// <summary>How often it picks the right world.</summary>
    internal Interval Right => Separation.Right;

    /// <summary>Name with its span: number of followers after a year.</summary>
    internal string Name => Days is { } days ? $"{Clue.Name} after {Span.Of(days)}" : Clue.Name;
}
