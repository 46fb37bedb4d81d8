namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>What the visible count of followers shows of a loss, for one policy, level and span of time.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Days">Days since the start.</param>
/// <param name="Point">The world, by the level of its harm.</param>
/// <param name="Detected">Probability that the count lies below what 95% of harmless worlds show.</param>
/// <param name="Missing">Share of trust capital missing against the same policy in the harmless world; null where it was not kept.</param>
/// <param name="MissingAgainstSilence">The same against sending nothing in the same world.</param>
/// <param name="Shortfall">Mean shortfall of the count against the harmless world, in standard deviations of the harmless count.</param>
internal sealed record PowerCell(
    string Policy, int Days, SweepPoint Point, Interval Detected, Interval? Missing, Interval? MissingAgainstSilence, Interval? Shortfall)
{
    /// <summary>z for 5% false alarms on one side and 80% power: 1.645 + 0.842.</summary>
    private const double Effort = 2.4865;

    /// <summary>
    /// How many times as many people would have to follow for 80% power, or how many such audiences be averaged: shortfall and
    /// variance grow with the number of people, so (2.49/shortfall)². Null where the shortfall cannot be told from none.
    /// </summary>
    internal double? AudiencesNeeded => Shortfall is { } size && size.SideOf(0) == 1 ? Math.Max(1, Math.Pow(Effort / size.Mean, 2)) : null;
}
