using Simulator.Ledgers;

namespace Simulator.Tests.Twin;

/// <summary>What the people of one segment of the plain model came to: asked of every person when the last day is over.</summary>
internal sealed class PlainSegment(IReadOnlyList<Person> people)
{
    private const double Tolerance = 1e-9;

    private List<Person> Followers { get; } = [.. people.Where(person => person.Follows)];

    /// <summary>The first outcome that differs from the engine's, in words; null when all agree: counts exactly, the rest to 10⁻⁹.</summary>
    internal string? FirstDifference(SegmentOutcome engine, PlainSegment silent)
    {
        Dictionary<Metric, double?> plain = Outcomes(silent);
        return Enum.GetValues<Metric>()
            .Where(metric => Differs(metric, plain.GetValueOrDefault(metric), engine[metric]))
            .Select(metric => $"{metric} of {engine.Name}: plain {plain.GetValueOrDefault(metric):R}, engine {engine[metric]:R}")
            .FirstOrDefault();
    }

    private double TrustCapital() => Followers.Sum(person => person.T);

    private Dictionary<Metric, double?> Outcomes(PlainSegment silent)
    {
        double complaints = Count(Flow.ComplaintsPrivate) + Count(Flow.ComplaintsPublic);
        return new()
        {
            [Metric.Sent] = Count(Flow.Sent),
            [Metric.Undelivered] = Count(Flow.Undelivered),
            [Metric.Read] = Count(Flow.Read),
            [Metric.Annoyed] = Count(Flow.Annoyed),
            [Metric.SalesDm] = Count(Flow.SalesDm),
            [Metric.SalesReferral] = Count(Flow.SalesReferral),
            [Metric.Praise] = Count(Flow.Praise),
            [Metric.ComplaintsPrivate] = Count(Flow.ComplaintsPrivate),
            [Metric.ComplaintsPublic] = Count(Flow.ComplaintsPublic),
            [Metric.ComplaintsJoined] = Count(Flow.ComplaintsJoined),
            [Metric.Complaints] = complaints,
            [Metric.Unfollows] = Count(Flow.Unfollows),
            [Metric.Blocks] = Count(Flow.Blocks),
            [Metric.Drifted] = Count(Flow.Drifted),
            [Metric.Arrived] = Count(Flow.Arrived),
            [Metric.Answers] = Count(Flow.Answers),
            [Metric.Followers] = Followers.Count,
            [Metric.TunedOut] = Followers.Count(person => person.D < 0.5),
            [Metric.Harmed] = Count(Flow.Harmed),
            [Metric.TrustCapital] = TrustCapital(),
            [Metric.RelationshipCapital] = Followers.Sum(person => person.R),
            [Metric.Openness] = Followers.Count > 0 ? Followers.Average(person => person.D) : null,
            [Metric.TrustDebt] = silent.TrustCapital() > 0 ? 1 - (TrustCapital() / silent.TrustCapital()) : null,
            [Metric.IcebergRatio] = complaints > 0 ? Count(Flow.Harmed) / complaints : null,
        };
    }

    private int Count(Flow flow) => people.Sum(person => person.Counts[(int)flow]);

    private static bool Differs(Metric metric, double? plain, double? engine)
    {
        bool isSum = metric is Metric.TrustCapital or Metric.RelationshipCapital or Metric.Openness or Metric.TrustDebt or Metric.IcebergRatio;
        return isSum && plain is { } expected && engine is { } actual
            ? !(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)))
            : plain != engine;
    }
}
