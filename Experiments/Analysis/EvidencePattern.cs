using Simulator.Ledgers;

namespace Experiments.Analysis;

/// <summary>One observed pattern of the case and the band in which a run's outcome agrees with it.</summary>
/// <param name="Id">A1 … A5, as in the documentation of the model.</param>
/// <param name="Name">What was observed.</param>
/// <param name="Figure">The published figure, in words.</param>
/// <param name="Outcome">The outcome that is compared.</param>
/// <param name="Low">Lower end of the accepted band, inclusive; null means open.</param>
/// <param name="High">Upper end of the accepted band, inclusive; null means open.</param>
/// <param name="Unit">Unit of the band; "share" is written as a percentage.</param>
/// <param name="IsOtherReading">Whether this is another reading of the same pattern: shown, but not counted as a miss.</param>
internal sealed record EvidencePattern(
    string Id, string Name, string Figure, Metric Outcome, double? Low, double? High, string Unit, bool IsOtherReading = false)
{
    /// <summary>Complaints of the case: 17 of about 21,000 messages.</summary>
    internal const double CaseComplaints = 17;

    /// <summary>Followers who got a message in the case.</summary>
    internal const double CaseMessages = 21_000;

    /// <summary>Negative answers of the opt-in poll: 54 of 65.</summary>
    internal const double CasePollNegative = 54.0 / 65;

    /// <summary>The patterns. Where the organic noise is unknown (one replicate), A4 has no band.</summary>
    /// <param name="organicNoise">Standard deviation of the seven-day change of the silent twin over replicates, people.</param>
    internal static IReadOnlyList<EvidencePattern> All(double? organicNoise) =>
    [
        new("A1", "complaints from followers", "17", Metric.Complaints, 10, 27, "complaints"),
        new("A2", "congratulations", "“hundreds”", Metric.Praise, 200, 900, "voices"),
        new("A3", "books sold by the messages", "“several hundred”", Metric.SalesDm, 300, 900, "sales"),
        new("A3′", "the same, in another report", "“thousands”", Metric.SalesDm, 2000, null, "sales", IsOtherReading: true),
        new("A4", "change of followers after seven days", "“no dip”", Metric.FollowersDay7, -organicNoise, null, "people"),
        new("A5", "negative answers of an opt-in poll", "54 of 65", Metric.PollNegativeShare, 0.72, 0.90, "share"),
    ];

    /// <summary>Whether there is a band to be inside of.</summary>
    internal bool HasBand => Low is not null || High is not null;

    /// <summary>Whether a value lies inside the band, ends included.</summary>
    internal bool Accepts(double value) => !(value < Low) && !(value > High);
}
