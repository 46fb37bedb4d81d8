namespace Experiments.Analysis;

/// <summary>A policy held against one pattern of the case.</summary>
/// <param name="Pattern">The pattern and its band.</param>
/// <param name="Mean">Mean over replicates with its interval.</param>
/// <param name="Runs">Where single runs lie.</param>
/// <param name="ShareInside">Share of single runs inside the band; null when the pattern has no band.</param>
internal sealed record EvidenceLine(EvidencePattern Pattern, Interval Mean, RunBand Runs, Interval? ShareInside)
{
    /// <summary>Whether the mean lies inside the band; null when the pattern has none.</summary>
    internal bool? IsInside => Pattern.HasBand ? Pattern.Accepts(Mean.Mean) : null;
}
