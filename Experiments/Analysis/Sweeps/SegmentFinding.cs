using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>For whom does it matter?</summary>
internal static class SegmentFinding
{
    internal const string Id = "segment-effects";

    /// <summary>Effects whose extremes differ by less than this share of the largest are called alike. Chosen.</summary>
    private const double Alike = 0.15;

    /// <summary>The finding; null without segments or without any effect.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (results.SegmentContrast is not { Segments.Count: > 1 } contrast || contrast.All.Gain.Interval is not { } whole)
        {
            return null;
        }

        AnswerOutcome outcome = contrast.Outcome;
        SegmentEffect[] gains = [.. contrast.Segments];
        string each = Wording.List([.. gains.Select(gain => $"{Wording.Quote(gain.Segment)} {Size(outcome, gain.Gain.Interval!.Value)}")]);
        string text = $"For whom it matters: of all followers, {outcome.Label} is {Short(outcome, contrast.Worst)} with {Differing(results, contrast)} and {Short(outcome, contrast.Best)} with {contrast.Best.Point.With(results.Factors)}; "
            + $"it {Direction(outcome)} by {Size(outcome, whole)}. By segment it {Direction(outcome)} by: {each}.{Losses(contrast)}{Left(results, contrast)}";
        return new Finding(Id, Title(contrast, gains), text);
    }

    private static string Title(SegmentContrast contrast, SegmentEffect[] gains)
    {
        AnswerOutcome outcome = contrast.Outcome;
        (SegmentEffect most, SegmentEffect least) = (gains[0], gains[^1]);
        int pairs = gains.Length * (gains.Length - 1) / 2;
        string level = Glance(outcome, contrast.All.Gain.Interval!.Value);
        (string high, string low) = (Glance(outcome, most.Gain.Interval!.Value), Glance(outcome, least.Gain.Interval!.Value));
        if (high == low || most.Gain.IsLevelWith(least.Gain, pairs))
        {
            return $"It matters to all segments alike, as far as these runs tell: {outcome.Name} {Direction(outcome)} by {level}";
        }

        return most.Gain.Mean - least.Gain.Mean < Alike * most.Gain.Mean
            ? $"It matters to all segments nearly alike: {outcome.Name} {Direction(outcome)} by {low} ({Wording.Quote(least.Segment)}) to {high} ({Wording.Quote(most.Segment)})"
            : $"It matters most to {Wording.Quote(most.Segment)}: {outcome.Name} {Direction(outcome)} by {high}; least to {Wording.Quote(least.Segment)}: {low}";
    }

    // What is saved weighs more where less was lost; segments that lose nothing have no such share.
    private static string Losses(SegmentContrast contrast)
    {
        SegmentEffect[] losing = [.. contrast.Segments.Where(effect => !contrast.Outcome.IsBetterHigh && effect.Worst.Interval?.SideOf(0) > 0)];
        if (losing.Length == 0)
        {
            return "";
        }

        string shares = Wording.List([.. losing.OrderByDescending(effect => effect.Gain.Mean / effect.Worst.Mean).Select(effect => $"{Wording.Quote(effect.Segment)} {Wording.Percent(effect.Gain.Mean / effect.Worst.Mean)}")]);
        string[] others = [.. contrast.Segments.Except(losing).Select(effect => effect.Segment)];
        return $" Measured by what each would lose otherwise: {shares}{(others.Length > 0 ? $"; {Wording.Quoted(others)} would lose nothing" : "")}.";
    }

    private static string Left(SweepResults results, SegmentContrast contrast)
    {
        if (contrast is not { Turned: { } turned, All.LeftShare: { } left })
        {
            return "";
        }

        string level = turned.Point.Values[contrast.TurnedFactor].In(results.Factors[contrast.TurnedFactor]);
        string instead = contrast.Best.Point.Values[contrast.TurnedFactor].In(results.Factors[contrast.TurnedFactor]);
        SegmentEffect[] shared = [.. contrast.Segments.Where(effect => effect is { LeftShare: not null, Gain.Mean: > 0 }).OrderByDescending(effect => effect.LeftShare!.Value.Mean)];
        string by = shared.Length > 1
            ? $", from {Wording.Percent(shared[^1].LeftShare!.Value.Mean)} ({Wording.Quote(shared[^1].Segment)}) to {Wording.Percent(shared[0].LeftShare!.Value.Mean)} ({Wording.Quote(shared[0].Segment)})"
            : "";
        return $" With {level} instead of {instead}, {Wording.Glance(left, percent: true)}{(left.HasBounds ? $" (95% interval {Wording.GlanceBounds(left, percent: true)})" : "")} of this effect is left{by}.";
    }

    // Only what sets the worst apart from the best: where nobody is answered, the delay does not matter.
    private static string Differing(SweepResults results, SegmentContrast contrast) => string.Join(", ", results.Factors.Index()
        .Where(factor => contrast.Worst.Point.Values[factor.Index] != contrast.Best.Point.Values[factor.Index])
        .Select(factor => contrast.Worst.Point.Values[factor.Index].In(factor.Item)));

    private static string Direction(AnswerOutcome outcome) => outcome.IsBetterHigh ? "rises" : "falls";

    private static string Short(AnswerOutcome outcome, SweepCell cell) => cell.Of(outcome).Interval is { } mean ? outcome.Short(mean) : "–";

    private static string Glance(AnswerOutcome outcome, Interval size) =>
        outcome.IsShare ? $"{Wording.Glance(size.Times(outcome.Scale))} points" : Wording.Glance(size) + outcome.UnitAfter;

    private static string Size(AnswerOutcome outcome, Interval size) => outcome.IsShare
        ? $"{Wording.Rounded(size.Mean * 100, 0.01)} points{(size.HasBounds ? $" (95% interval {Wording.Rounded(size.Low!.Value * 100, 0.01)} to {Wording.Rounded(size.High!.Value * 100, 0.01)})" : "")}"
        : outcome.Estimate(size);
}
