using System.Globalization;

namespace Experiments.Analysis;

/// <summary>Numbers and lists as a reader expects them.</summary>
internal static class Wording
{
    /// <summary>Half widths below this share of the mean are rounding errors of sums, no uncertainty.</summary>
    private const double Negligible = 1e-9;

    /// <summary>A number with as many decimals as its size deserves: 12,345 · 12.3 · 1.23 · 0.012.</summary>
    internal static string Number(double value) => Rounded(value, double.IsInteger(value) ? 1 : StepFor(value));

    /// <summary>A share as a percentage: 83% · 4.2% · 0.081%.</summary>
    internal static string Percent(double share) => Rounded(share * 100, PercentStep(share)) + "%";

    /// <summary>An estimate with its interval, rounded to what the interval can carry: 518 (95% interval 512 to 524).</summary>
    internal static string Estimate(Interval interval) => Written(interval, "");

    /// <summary>The same for a share, as percentages.</summary>
    internal static string PercentEstimate(Interval interval) => Written(interval.Times(100), "%");

    /// <summary>Lower and upper bound alone: 512 to 524; a dash without bounds.</summary>
    internal static string Bounds(Interval interval, bool percent = false) =>
        interval.HasBounds ? BoundsOf(percent ? interval.Times(100) : interval, percent ? "%" : "") : "–";

    /// <summary>The mean alone, rounded to what its interval can carry.</summary>
    internal static string Mean(Interval interval, bool percent = false)
    {
        Interval scaled = percent ? interval.Times(100) : interval;
        return Rounded(scaled.Mean, Step(scaled)) + (percent ? "%" : "");
    }

    /// <summary>
    /// The mean alone with the few digits that a reader takes in at a glance, three or, of a percentage, two; fewer where the
    /// interval carries fewer: 4,570 · 2.9%.
    /// </summary>
    internal static string Glance(Interval interval, bool percent = false)
    {
        Interval scaled = percent ? interval.Times(100) : interval;
        return Rounded(scaled.Mean, GlanceStep(scaled, percent)) + (percent ? "%" : "");
    }

    /// <summary>Bounds to go with <see cref="Glance"/>; one digit more where they would read the same: 2.90% to 2.92%.</summary>
    internal static string GlanceBounds(Interval interval, bool percent = false)
    {
        if (!interval.HasBounds)
        {
            return "–";
        }

        (Interval scaled, string unit) = percent ? (interval.Times(100), "%") : (interval, "");
        double step = GlanceStep(scaled, percent);
        double fine = Rounded(scaled.Low!.Value, step) == Rounded(scaled.High!.Value, step) ? Math.Max(step / 10, Math.Min(step, Step(scaled))) : step;
        return $"{Rounded(scaled.Low.Value, fine)}{unit} to {Rounded(scaled.High.Value, fine)}{unit}";
    }

    /// <summary>Half of the interval, rounded like the mean.</summary>
    internal static string HalfWidth(Interval interval) => Rounded(interval.Above, Step(interval));

    /// <summary>Policies by name in quotation marks: “a”, “b” and “c”.</summary>
    internal static string Quoted(IEnumerable<string> names) => List([.. names.Select(Quote)]);

    /// <summary>A policy's name in quotation marks.</summary>
    internal static string Quote(string name) => $"“{name}”";

    /// <summary>a, b and c.</summary>
    internal static string List(IReadOnlyList<string> items) =>
        items.Count <= 1 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    /// <summary>One thing, several things.</summary>
    internal static string Count(double number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A length of time, roughly: in seconds, minutes, hours or days.</summary>
    internal static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1.5 } => "a second",
        { TotalSeconds: < 90 } => $"{time.TotalSeconds:N0} s",
        { TotalMinutes: < 90 } => $"{time.TotalMinutes:N0} min",
        { TotalHours: < 48 } => $"{time.TotalHours:N0} h",
        _ => $"{time.TotalDays:N0} days",
    };

    /// <summary>A number rounded to a step, which is a power of ten.</summary>
    internal static string Rounded(double value, double step)
    {
        double rounded = Math.Round(value / step) * step;
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 10);
        string text = Math.Abs(rounded).ToString("N" + decimals, CultureInfo.InvariantCulture);
        return rounded < 0 && text.Any(letter => letter is >= '1' and <= '9') ? "−" + text : text;
    }

    private static string Written(Interval interval, string unit)
    {
        string mean = Rounded(interval.Mean, Step(interval)) + unit;
        return interval.HasBounds ? $"{mean} (95% interval {BoundsOf(interval, unit)})" : mean;
    }

    private static string BoundsOf(Interval interval, string unit) =>
        $"{Rounded(interval.Low!.Value, Step(interval))}{unit} to {Rounded(interval.High!.Value, Step(interval))}{unit}";

    // Three digits of the mean, more only where the interval is finer: nobody reads 82,163.4.
    private static double Step(Interval interval)
    {
        double half = Math.Max(interval.Above, interval.Below);
        double digits = interval.Mean == 0 ? StepFor(half) : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(interval.Mean))) - 2);
        return half > Negligible * Math.Abs(interval.Mean)
            ? Math.Clamp(digits, FirstDigit(half) / 10, FirstDigit(half))
            : double.IsInteger(Math.Round(interval.Mean, 6)) ? 1 : StepFor(interval.Mean);
    }

    private static double GlanceStep(Interval interval, bool percent) => interval.Mean == 0
        ? Step(interval)
        : Math.Max(Step(interval), FirstDigit(Math.Abs(interval.Mean)) / (percent ? 10 : 100));

    private static double FirstDigit(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)));

    private static double PercentStep(double share) => Math.Abs(share) switch { > 0.99 and < 1 => 0.1, >= 0.1 => 1, >= 0.01 => 0.1, _ => StepFor(share * 100) };

    private static double StepFor(double value) => Math.Abs(value) switch
    {
        >= 100 => 1,
        >= 10 => 0.1,
        >= 1 => 0.01,
        0 => 1,
        double small => Math.Pow(10, Math.Floor(Math.Log10(small)) - 1),
    };
}
