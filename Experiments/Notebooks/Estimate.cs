using Experiments.Analysis;

namespace Experiments.Notebooks;

/// <summary>An estimate with the bounds of its 95% interval. Written into a text it gives both, rounded to what the interval can carry.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Low">Lower bound; null when there are too few observations to say.</param>
/// <param name="High">Upper bound; null together with <paramref name="Low"/>.</param>
/// <param name="Count">Observations behind it.</param>
/// <param name="Unit">How it is written: "%" for a share (0.12 becomes 12%), "percentage points" for a difference of shares, "" for anything else.</param>
public readonly record struct Estimate(double Mean, double? Low, double? High, int Count, string Unit = "")
{
    /// <summary>Unit of a share.</summary>
    internal const string Percent = "%";

    /// <summary>Unit of a difference of shares.</summary>
    internal const string Points = "percentage points";

    /// <summary>Distance from the estimate to the upper bound; 0 without bounds.</summary>
    public double Above => Inside.Above;

    /// <summary>Distance from the lower bound to the estimate; 0 without bounds.</summary>
    public double Below => Inside.Below;

    /// <summary>The estimate alone, rounded to what its interval can carry, with its unit.</summary>
    public string Rounded => $"{Wording.Mean(Scaled)}{UnitAfter}";

    /// <summary>The bounds alone: "512 to 524"; a dash without bounds.</summary>
    public string Bounds => Unit == Percent ? Wording.Bounds(Inside, percent: true) : Wording.Bounds(Scaled);

    private Interval Inside => new(Mean, Low, High, Count);

    private Interval Scaled => Unit.Length > 0 ? Inside.Times(100) : Inside;

    private string UnitAfter => Unit is "" or Percent ? Unit : " " + Unit;

    /// <summary>Where a value lies: 1 when the whole interval is above it, −1 when below, 0 when it is inside or there is no interval.</summary>
    public int SideOf(double value) => Inside.SideOf(value);

    /// <summary>The same in another unit.</summary>
    /// <param name="factor">What every number is multiplied by.</param>
    public Estimate Times(double factor) => Of(Inside.Times(factor), Unit);

    /// <summary>The same, written as a share.</summary>
    public Estimate AsPercent() => this with { Unit = Percent };

    /// <summary>For example "518 (95% interval 512 to 524)"; the estimate alone where there are no bounds or they enclose nothing.</summary>
    public override string ToString() => HasRange ? $"{Rounded} (95% interval {Bounds})" : Rounded;

    /// <summary>Whether there is an interval to show: what is the same in every run has none.</summary>
    internal bool HasRange => Low is not null && Low != High;

    internal static Estimate Of(Interval interval, string unit = "") => new(interval.Mean, interval.Low, interval.High, interval.Count, unit);
}
