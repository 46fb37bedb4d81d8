using Experiments.Analysis;

namespace Experiments.Validation;

/// <summary>The values that count as agreement.</summary>
/// <param name="Low">Lower end; null means open.</param>
/// <param name="High">Upper end, inclusive; null means open.</param>
internal readonly record struct Band(double? Low, double? High)
{
    /// <summary>Whether the lower end itself does not count: "more than", as against "at least".</summary>
    public bool IsAbove { get; init; }

    /// <summary>From one value to another, both included.</summary>
    internal static Band Between(double low, double high) => new(low, high);

    /// <summary>This much or more.</summary>
    internal static Band AtLeast(double low) => new(low, null);

    /// <summary>This much or less.</summary>
    internal static Band AtMost(double high) => new(null, high);

    /// <summary>More than this.</summary>
    internal static Band Above(double low) => new(low, null) { IsAbove = true };

    /// <summary>Whether there is an end to be beyond of.</summary>
    internal bool HasEnds => Low is not null || High is not null;

    /// <summary>Where a value lies: −1 below the band, 0 in it, 1 above it.</summary>
    internal int SideOf(double value) => value < Low || (IsAbove && value <= Low) ? -1 : value > High ? 1 : 0;

    /// <summary>
    /// The verdict on an estimate: inside when its whole interval is in the band, outside when no part of it is, and otherwise it cannot be
    /// told, since the true value may lie on either side of the edge.
    /// </summary>
    /// <param name="value">The estimate; null where there is none.</param>
    internal Verdict Judge(Interval? value)
    {
        if (!HasEnds || value is not { Low: { } low, High: { } high } || double.IsNaN(low) || double.IsNaN(high))
        {
            return Verdict.CannotBeTold;
        }

        (int lower, int upper) = (SideOf(low), SideOf(high));
        return lower == 0 && upper == 0 ? Verdict.Inside : lower != 0 && lower == upper ? Verdict.Outside : Verdict.CannotBeTold;
    }
}
