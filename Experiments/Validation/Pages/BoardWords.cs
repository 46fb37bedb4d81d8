using Experiments.Analysis;

namespace Experiments.Validation.Pages;

/// <summary>Verdicts and figures in words.</summary>
internal static class BoardWords
{
    /// <summary>A verdict, with a sign that does without colour.</summary>
    internal static string Signed(Verdict verdict) => $"{Sign(verdict)} {Of(verdict)}";

    /// <summary>A verdict.</summary>
    internal static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Inside => "inside",
        Verdict.Outside => "outside",
        Verdict.CannotBeTold => "cannot be told",
        _ => "not testable",
    };

    /// <summary>The sign of a verdict.</summary>
    internal static string Sign(Verdict verdict) => verdict switch { Verdict.Inside => "✓", Verdict.Outside => "✕", Verdict.CannotBeTold => "?", _ => "–" };

    /// <summary>What agreement is worth.</summary>
    internal static string Of(Standing standing) => standing switch
    {
        Standing.Calibrated => "calibrated",
        Standing.Pattern => "pattern",
        _ => "out of sample",
    };

    /// <summary>A figure with its interval: 5.6 (95% interval 5.4 to 5.8).</summary>
    internal static string Estimate(Measured figure) => figure.Value is not { } value
        ? "no run gives a value"
        : figure.Unit switch
        {
            Unit.Share => Wording.PercentEstimate(value),
            Unit.Months => Months(figure, value),
            _ => Wording.Estimate(value),
        };

    /// <summary>The same without a remark on what the interval is.</summary>
    internal static string Short(Measured figure) => figure.Value is not { } value
        ? "–"
        : figure.Unit == Unit.Months
        ? Months(figure, value)
        : $"{Wording.Mean(value, figure.Unit == Unit.Share)}{(value.HasBounds ? $" ({Wording.Bounds(value, figure.Unit == Unit.Share)})" : "")}";

    /// <summary>What counts as agreement.</summary>
    internal static string Band(Measured figure)
    {
        string Written(double value) => figure.Unit == Unit.Share ? Wording.Percent(value) : Wording.Number(value);
        string months = figure.Unit == Unit.Months ? " months" : "";
        return (figure.Band.Low, figure.Band.High) switch
        {
            ({ } low, { } high) => $"{Written(low)} to {Written(high)}{months}",
            ({ } low, null) => figure.Band.IsAbove ? $"more than {Written(low)}" : $"{Written(low)} or more",
            (null, { } high) => $"{Written(high)} or less",
            _ => "no band",
        };
    }

    private static string Months(Measured figure, Interval value)
    {
        string One(double month) => month >= figure.End ? $"more than {Wording.Number(figure.End.Value)}" : Wording.Rounded(month, 0.1);
        string time = value.Mean <= 0 ? "from the start" : $"after {One(value.Mean)} months{(value.Mean >= figure.End ? ", if ever" : "")}";
        return value is { Low: { } low, High: { } high } ? $"{time} ({One(low)} to {One(high)})" : time;
    }
}
