using Experiments.Designs;

namespace Experiments.Analysis.Fronts;

/// <summary>What the policies of a front do with one lever.</summary>
/// <param name="Label">Name of the lever.</param>
/// <param name="IsCommon">Whether all have the same level, or nearly the same.</param>
/// <param name="Moves">Whether its level moves in one direction along the front.</param>
/// <param name="InWords">What they do, in words.</param>
/// <param name="Correlation">Rank correlation of its level with the order of the front; 0 for a lever without order.</param>
internal sealed record LeverPattern(string Label, bool IsCommon, bool Moves, string InWords, double Correlation = 0)
{
    /// <summary>A rank correlation from this on counts as one direction. Chosen.</summary>
    internal const double Ordered = 0.7;

    /// <summary>Levels within this share of a lever's span count as nearly the same. Chosen.</summary>
    private const double Near = 0.15;

    /// <summary>The pattern of a lever.</summary>
    internal static LeverPattern Of(FrontResults results, int lever)
    {
        Factor factor = results.Levers[lever];
        Level[] levels = [.. results.Front.Select(policy => policy.Levels[lever]).OfType<Level>()];
        string[] texts = [.. levels.Select(level => level.Text).Distinct()];
        if (levels.Length == 0)
        {
            return new LeverPattern(factor.Label, false, false, "");
        }

        string some = levels.Length < results.Front.Count ? ", where it acts" : "";
        if (texts.Length == 1)
        {
            return new LeverPattern(factor.Label, true, false, results.Phrase(lever, levels[0]) + AtEnd(factor, levels[0]) + some);
        }

        if (!factor.IsNumeric)
        {
            return new LeverPattern(factor.Label, false, false, $"{factor.Label} {Wording.Quoted(texts)}{some}");
        }

        Level low = levels.MinBy(level => level.Number)!;
        Level high = levels.MaxBy(level => level.Number)!;
        (double from, double to) = factor.Range is { } range ? (range.From, range.To) : (factor.Listed.Min(level => level.Number!.Value), factor.Listed.Max(level => level.Number!.Value));
        string between = FrontResults.Short(low) == FrontResults.Short(high) ? results.Phrase(lever, low) : $"{factor.Label} from {FrontResults.Short(low)} to {FrontResults.Short(high)}";
        if (factor.Range is not null && high.Number - low.Number <= Near * (to - from))
        {
            return new LeverPattern(factor.Label, true, false, between + some);
        }

        double correlation = RankCorrelation([.. levels.Select(level => level.Number!.Value)]);
        return new LeverPattern(
            factor.Label, false, Math.Abs(correlation) >= Ordered, $"{factor.Label}, {(correlation < 0 ? "down" : "up")} from {FrontResults.Short(correlation < 0 ? high : low)} to {FrontResults.Short(correlation < 0 ? low : high)}{some}", correlation);
    }

    // What all have at the end of what was allowed may lie beyond it; a share of nothing or all cannot.
    private static string AtEnd(Factor factor, Level level) => factor.Range is null && factor.IsNumeric && !(factor.Say.Contains("{%}", StringComparison.Ordinal) && level.Number is 0 or 1) && factor.Listed.Count > 2
        && (level.Number == factor.Listed.Min(other => other.Number) || level.Number == factor.Listed.Max(other => other.Number))
        ? " (the end of what was tried)"
        : "";

    /// <summary>Spearman's rank correlation of values with their order, ties at mean ranks; 0 where all are equal.</summary>
    internal static double RankCorrelation(double[] values)
    {
        double[] ranks = [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
        double middle = (values.Length + 1) / 2.0;
        double covariance = ranks.Select((rank, index) => (rank - middle) * (index + 1 - middle)).Sum();
        double spread = ranks.Sum(rank => (rank - middle) * (rank - middle)) * ranks.Select((_, index) => (index + 1 - middle) * (index + 1 - middle)).Sum();
        return spread > 0 ? covariance / Math.Sqrt(spread) : 0;
    }
}
