using Experiments.Analysis;

namespace Experiments.Validation;

/// <summary>One figure of a row, as it came out.</summary>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Value">The estimate; null where no run gives one.</param>
/// <param name="Band">What counts as agreement.</param>
/// <param name="Unit">What it is written in.</param>
internal sealed record Measured(string Label, Interval? Value, Band Band, Unit Unit)
{
    /// <summary>Another way of mapping the published setting, or of reading it; null for the one that the row's verdict counts.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether it is shown, but not counted.</summary>
    internal bool IsAlternative => Instead is not null;

    /// <summary>Share of single runs in the band; null where single runs are not judged.</summary>
    public Interval? RunsInside { get; init; }

    /// <summary>What was published in the same terms; null where there is no such figure.</summary>
    public double? Published { get; init; }

    /// <summary>Where the study ends, in the value's own unit: a value there means "later, or never". Null where that cannot be.</summary>
    public double? End { get; init; }

    /// <summary>The verdict.</summary>
    internal Verdict Verdict => Band.Judge(Value);
}
