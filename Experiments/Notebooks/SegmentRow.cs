namespace Experiments.Notebooks;

/// <summary>One segment of the audience at the end of one run; only outcomes that belong to single people are known.</summary>
public sealed class SegmentRow : OutcomeRow
{
    internal SegmentRow(PointRow point, string policy, int replicate, string segment, double[] values)
        : base(point, policy, replicate, values) => Segment = segment;

    /// <summary>Name of the segment.</summary>
    public string Segment { get; }
}
