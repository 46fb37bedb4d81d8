namespace Simulator.Policies.Learning;

/// <summary>What a sender knows of a person as numbers, read from the <see cref="FollowerView"/> alone: what it does not show cannot be learned from.</summary>
public static class ObservableFeatures
{
    /// <summary>
    /// Days over which messages and followers count as recent. Chosen: a month. The number of days itself would be the calendar in disguise: everybody's grows by one a day,
    /// so that a pilot of three days knows three values of it and nothing of the next.
    /// </summary>
    public const int RecentDays = 30;

    /// <summary>Most recent messages that are told apart; the view has to remember as many.</summary>
    public const int RecentMessages = 8;

    // Signals of 0 and 1 have no log odds.
    private const double Edge = 1e-6;

    /// <summary>Names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "engagement signal (log odds)", "reach (decades)", "began to follow within 30 days", "messages in 30 days", "has praised", "has bought", "has complained",
    ];

    /// <summary>Number of features.</summary>
    public static int Count => Names.Count;

    /// <summary>Reads the features of a person as they are today, before today's messages.</summary>
    /// <param name="followers">What the sender sees.</param>
    /// <param name="person">Index of the person.</param>
    /// <param name="features">Is overwritten; <see cref="Count"/> numbers.</param>
    public static void Read(FollowerView followers, int person, Span<double> features)
    {
        ArgumentNullException.ThrowIfNull(followers);
        double signal = Math.Clamp(followers.Signal(person), Edge, 1 - Edge);
        features[0] = Math.Log(signal / (1 - signal));
        features[1] = Math.Log10(Math.Max(1, followers.Reach(person)));
        features[2] = followers.DaysFollowing(person) < RecentDays ? 1 : 0;
        features[3] = followers.MessagesWithin(person, RecentDays);
        features[4] = followers.HasPraised(person) ? 1 : 0;
        features[5] = followers.HasBought(person) ? 1 : 0;
        features[6] = followers.HasComplained(person) ? 1 : 0;
    }
}
