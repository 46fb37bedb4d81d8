using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>Error bars with their distances in the data behind the chart.</summary>
internal static class NativeErrorBars
{
    private const double PointsPerPixel = 0.75;

    /// <summary>Writes error bars; nothing where no interval was given.</summary>
    /// <param name="bars">Distances; null where there are none.</param>
    /// <param name="direction">x, y, or null for bars, which have but one.</param>
    /// <param name="name">Name of the series.</param>
    /// <param name="sheet">Takes the distances.</param>
    internal static XElement? Write(ErrorBars? bars, string? direction, string name, DataSheet sheet)
    {
        if (bars is null)
        {
            return null;
        }

        IReadOnlyList<double> above = bars.Array;
        IReadOnlyList<double> below = bars.Arrayminus ?? bars.Array;
        if (above.Concat(below).All(distance => distance == 0))
        {
            return null;
        }

        string suffix = direction == "x" ? " (across)" : "";
        int up = sheet.Add($"{name}: to the upper bound{suffix}", above);
        int down = sheet.Add($"{name}: to the lower bound{suffix}", below);
        return new XElement(
            C + "errBars",
            direction is null ? null : Val(C + "errDir", direction),
            Val(C + "errBarType", "both"),
            Val(C + "errValType", "cust"),
            Val(C + "noEndCap", 0),
            NativeText.Numbers(C + "plus", sheet.RangeOf(up), above),
            NativeText.Numbers(C + "minus", sheet.RangeOf(down), below),
            NativeAxis.Stroke(bars.Color ?? Palette.Ink, (bars.Thickness ?? 1.5) * PointsPerPixel));
    }
}
