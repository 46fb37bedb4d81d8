using Simulator.Ledgers;

namespace Experiments.Analysis.Sweeps;

/// <summary>An outcome that answers the question of a sweep, and how it is compared.</summary>
/// <param name="Metric">The outcome.</param>
/// <param name="IsDifference">Whether it is taken above the silent twin's, replicate by replicate.</param>
internal sealed record AnswerOutcome(Metric Metric, bool IsDifference)
{
    /// <summary>What most questions are about, when an experiment names no outcomes.</summary>
    internal static IReadOnlyList<Metric> Usual { get; } = [Metric.NetValue, Metric.TrustDebt];

    // These go on without any message, so that only the difference is the policy's doing.
    private static readonly Metric[] GoOnInSilence =
    [
        Metric.Sales, Metric.SalesOrganic, Metric.SalesReferral, Metric.SalesOutside, Metric.ShortTermSales, Metric.Revenue, Metric.NetValue, Metric.ResidualValue,
        Metric.TrustCapital, Metric.RelationshipCapital, Metric.Openness, Metric.Followers, Metric.FollowersDay7, Metric.FollowersDay14, Metric.Arrived,
        Metric.Drifted, Metric.TunedOut,
    ];

    private static readonly Metric[] BetterHigh =
    [
        Metric.Read, Metric.SalesDm, Metric.SalesOrganic, Metric.SalesReferral, Metric.SalesOutside, Metric.Sales, Metric.ShortTermSales, Metric.Praise,
        Metric.Arrived, Metric.Answers, Metric.Followers, Metric.TrustCapital, Metric.RelationshipCapital, Metric.Openness, Metric.Revenue, Metric.NetValue,
        Metric.ResidualValue, Metric.BreakEvenDay, Metric.FollowersDay7, Metric.FollowersDay14,
    ];

    private MetricInfo Info => MetricInfo.Of(Metric);

    /// <summary>Whether more of it is better for the sender.</summary>
    internal bool IsBetterHigh => BetterHigh.Contains(Metric);

    /// <summary>1 when more is better, −1 when less is.</summary>
    internal int Sign => IsBetterHigh ? 1 : -1;

    /// <summary>Whether it is a share, written as a percentage.</summary>
    internal bool IsShare => Info.Unit.Length == 0;

    /// <summary>Factor to the unit in which charts and tables show it.</summary>
    internal double Scale => IsShare ? 100 : 1;

    /// <summary>The unit in which charts and tables show it.</summary>
    internal string Unit => IsShare ? "%" : Info.Unit;

    /// <summary>Its name alone, for example "net value".</summary>
    internal string Name => Metric switch
    {
        Metric.SalesDm => "sales by DM",
        Metric.ShortTermSales => "sales of the first 30 days",
        Metric.PollNegativeShare => "negative share of the poll",
        Metric.FollowersDay7 => "followers after a week",
        Metric.FollowersDay14 => "followers after two weeks",
        Metric.Harmed => "people harmed",
        Metric.ComplaintsPrivate => "private complaints",
        Metric.ComplaintsPublic => "public complaints",
        Metric.ComplaintsJoined => "complaints of those who join in",
        Metric.ComplaintsBystander => "complaints by outsiders",
        Metric.TunedOut => "followers tuned out",
        _ => Info.Name.Replace('_', ' '),
    };

    /// <summary>Its name with what it is compared to, for example "net value above silence".</summary>
    internal string Label => IsDifference ? $"{Name} above silence" : Name;

    /// <summary>Title of an axis.</summary>
    internal string AxisTitle => Label == Unit || Label.EndsWith(' ' + Unit, StringComparison.Ordinal) || Label.StartsWith(Unit + ' ', StringComparison.Ordinal) ? Label : $"{Label}, {Unit}";

    /// <summary>Name of its file in results.</summary>
    internal string Key => Info.Name;

    /// <summary>highest or lowest, whichever is better.</summary>
    internal string Best => IsBetterHigh ? "highest" : "lowest";

    /// <summary>The outcome with its usual comparison.</summary>
    /// <param name="metric">The outcome.</param>
    /// <param name="hasSilence">Whether the silent twin has runs.</param>
    internal static AnswerOutcome Of(Metric metric, bool hasSilence) => new(metric, hasSilence && GoOnInSilence.Contains(metric));

    /// <summary>The unit as it follows a number; empty where the name says it already.</summary>
    internal string UnitAfter => IsShare || Name.Contains(Unit, StringComparison.Ordinal) ? "" : $" {Unit}";

    /// <summary>A value, for a title: 12% · 1,230 currency units.</summary>
    internal string Short(Interval value) => IsShare ? Wording.Mean(value, percent: true) : $"{Wording.Mean(value)}{UnitAfter}";

    /// <summary>A value without an interval, with three digits.</summary>
    internal string About(double value)
    {
        double scaled = value * Scale;
        double step = scaled == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(scaled))) - 2);
        return Wording.Rounded(scaled, step) + (IsShare ? "%" : UnitAfter);
    }

    /// <summary>A value with its interval.</summary>
    internal string Estimate(Interval value) => IsShare
        ? Wording.PercentEstimate(value)
        : $"{Wording.Mean(value)}{UnitAfter}{(value.HasBounds ? $" (95% interval {Wording.Bounds(value)})" : "")}";
}
