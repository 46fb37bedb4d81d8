namespace Simulator.Ledgers;

/// <summary>The daily book of one run: what happened each day and where things stood at its end.</summary>
public sealed class Ledger
{
    private static readonly int FlowCount = Enum.GetValues<Flow>().Length;

    private readonly int[] _flows;

    /// <summary>An empty book.</summary>
    /// <param name="days">Days, at least 1.</param>
    public Ledger(int days)
    {
        Days = days;
        _flows = new int[days * FlowCount];
        FollowersLevel = new int[days];
        TunedOutLevel = new int[days];
        TrustCapitalLevel = new double[days];
        RelationshipCapitalLevel = new double[days];
        OpennessLevel = new double[days];
        StandingDebtLevel = new double[days];
    }

    /// <summary>Days in the book: 0 … Days − 1.</summary>
    public int Days { get; }

    /// <summary>Followers at the end of each day.</summary>
    public ReadOnlySpan<int> Followers => FollowersLevel;

    /// <summary>Followers whose openness D is below ½, at the end of each day.</summary>
    public ReadOnlySpan<int> TunedOut => TunedOutLevel;

    /// <summary>K = Σ T over followers, at the end of each day.</summary>
    public ReadOnlySpan<double> TrustCapital => TrustCapitalLevel;

    /// <summary>Σ R over followers, at the end of each day.</summary>
    public ReadOnlySpan<double> RelationshipCapital => RelationshipCapitalLevel;

    /// <summary>Mean openness D of followers at the end of each day; NaN without followers.</summary>
    public ReadOnlySpan<double> Openness => OpennessLevel;

    /// <summary>Standing debt Q at the end of each day.</summary>
    public ReadOnlySpan<double> StandingDebt => StandingDebtLevel;

    /// <summary>The same by audience segment, over all days; null when the audience has no segments.</summary>
    internal SegmentBook? BySegment { get; init; }

    internal int[] FollowersLevel { get; }

    internal int[] TunedOutLevel { get; }

    internal double[] TrustCapitalLevel { get; }

    internal double[] RelationshipCapitalLevel { get; }

    internal double[] OpennessLevel { get; }

    internal double[] StandingDebtLevel { get; }

    /// <summary>A flow, day by day (not a running total).</summary>
    public ReadOnlySpan<int> Count(Flow flow) => Row(flow);

    /// <summary>All sales of a day.</summary>
    public int Sales(int day) =>
        Row(Flow.SalesDm)[day] + Row(Flow.SalesOrganic)[day] + Row(Flow.SalesReferral)[day] + Row(Flow.SalesOutside)[day];

    internal Span<int> Row(Flow flow) => _flows.AsSpan((int)flow * Days, Days);

    internal void Add(Flow flow, int day, int count = 1) => _flows[((int)flow * Days) + day] += count;

    /// <summary>Adds the flows of another book of the same days. Levels are not added: they follow from <see cref="PopulationSums"/>.</summary>
    /// <exception cref="OverflowException">A count of a day leaves the range of 32 bits.</exception>
    internal void Add(Ledger other)
    {
        for (int index = 0; index < _flows.Length; index++)
        {
            _flows[index] = checked(_flows[index] + other._flows[index]);
        }

        BySegment?.Add(other.BySegment!);
    }
}
