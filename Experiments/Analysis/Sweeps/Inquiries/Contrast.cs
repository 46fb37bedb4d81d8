using Experiments.Designs;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>The worlds of a sweep over a single factor, from its lowest level to its highest.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Points">One point a level, ascending; at least two.</param>
internal sealed record Contrast(Factor Factor, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>The world at the lowest level.</summary>
    internal SweepPoint Lowest => Points[0];

    /// <summary>The world at the highest level.</summary>
    internal SweepPoint Highest => Points[^1];

    /// <summary>The worlds; null unless a single numeric factor with two levels or more is varied.</summary>
    internal static Contrast? Of(SweepResults results) =>
        results.Factors.Count == 1 && results.Factors[0].IsNumeric && results.Points.Count > 1
            ? new Contrast(results.Factors[0], [.. results.Points.OrderBy(point => point.Values[0].Number)])
            : null;

    /// <summary>The level of a point in a sentence.</summary>
    internal string Said(SweepPoint point) => point.Values[0].In(Factor);

    /// <summary>The level of a point, for readers.</summary>
    internal static string LevelOf(SweepPoint point) => point.Values[0].Short;
}
