namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>A point of a sweep held against the patterns of the case.</summary>
/// <param name="Point">The point.</param>
/// <param name="Lines">One a pattern, other readings included.</param>
/// <param name="AllInside">Share of single runs that are inside every band at once; null when no run has all outcomes.</param>
internal sealed record EvidenceRow(SweepPoint Point, IReadOnlyList<EvidenceLine> Lines, Interval? AllInside)
{
    /// <summary>The patterns that count.</summary>
    internal IReadOnlyList<EvidenceLine> Counted => EvidenceCheck.Counted(Lines);

    /// <summary>Whether every mean lies inside its band.</summary>
    internal bool Fits => Counted.Count > 0 && Counted.All(line => line.IsInside == true);
}
