using System.Globalization;

namespace Experiments.Charts;

/// <summary>Ticks of a logarithmic axis at powers of ten, written out: 0.01, 1, 1,000.</summary>
internal static class LogTicks
{
    /// <summary>Powers of ten between two values, widened to whole powers at both ends.</summary>
    internal static double[] Between(double low, double high)
    {
        (int first, int last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        return [.. Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(power => Math.Pow(10, power))];
    }

    /// <summary>Their labels; on a phone with k for thousands, so that they need not be turned.</summary>
    internal static string[] Labels(IEnumerable<double> ticks, string unit = "", bool isShort = false) =>
        [.. ticks.Select(tick => (isShort && tick >= 1000 ? Written(tick / 1000) + "k" : Written(tick)) + unit)];

    private static string Written(double tick) => tick.ToString(tick >= 1 ? "N0" : "0.######", CultureInfo.InvariantCulture);
}
