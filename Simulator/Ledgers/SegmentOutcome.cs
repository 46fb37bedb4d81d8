namespace Simulator.Ledgers;

/// <summary>What one run came to for the people of one audience segment, at the horizon.</summary>
public sealed class SegmentOutcome
{
    private readonly double?[] _totals = new double?[MetricInfo.All.Count];

    /// <summary>Computes the outcomes of one segment.</summary>
    /// <param name="book">The run's book by segment.</param>
    /// <param name="silent">That of the silent twin.</param>
    /// <param name="segment">Index of the segment.</param>
    internal SegmentOutcome(SegmentBook book, SegmentBook silent, int segment)
    {
        Name = book.Names[segment];
        foreach (MetricInfo info in MetricInfo.All.Where(info => info.IsBySegment))
        {
            double value = info.Flow is { } flow ? book.Count(flow, segment) : Level(info.Metric, book, silent, segment);
            _totals[(int)info.Metric] = double.IsNaN(value) ? null : value;
        }
    }

    /// <summary>Name of the segment.</summary>
    public string Name { get; }

    /// <summary>An outcome at the horizon; null where it does not belong to a segment (see <see cref="MetricInfo.IsBySegment"/>) or cannot be computed.</summary>
    public double? this[Metric metric] => _totals[(int)metric];

    private static double Level(Metric metric, SegmentBook book, SegmentBook silent, int segment) => metric switch
    {
        Metric.Complaints => Complaints(book, segment),
        Metric.Followers => book.Followers[segment],
        Metric.TunedOut => book.TunedOut[segment],
        Metric.TrustCapital => book.TrustCapital[segment],
        Metric.RelationshipCapital => book.RelationshipCapital[segment],
        Metric.Openness => book.Openness(segment),
        Metric.TrustDebt => TwinComparison.TrustDebt(book.TrustCapital[segment], silent.TrustCapital[segment]),
        Metric.IcebergRatio => Complaints(book, segment) is > 0 and var complaints ? (double)book.Count(Flow.Harmed, segment) / complaints : double.NaN,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "is not an outcome by segment."),
    };

    private static long Complaints(SegmentBook book, int segment) =>
        book.Count(Flow.ComplaintsPrivate, segment) + book.Count(Flow.ComplaintsPublic, segment);
}
