using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Designs;

namespace Experiments.Charts.Sweeps;

/// <summary>An axis along a factor. Positions are in the space of the factor's scale, ticks stand at levels that were run.</summary>
internal static class FactorAxis
{
    /// <summary>An axis of a numeric factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="levels">The levels that were run, ascending.</param>
    /// <param name="room">Room for the axis, pixels.</param>
    /// <param name="format">Gives the width of labels.</param>
    /// <param name="isUpright">Whether labels stand one above the other, so that their height counts.</param>
    internal static Axis Numeric(Factor factor, FactorScale scale, IReadOnlyList<double> levels, double room, Format format, bool isUpright = false)
    {
        double[] positions = [.. levels.Select(scale.Position)];
        double[] range = SweepChartContext.Padded(positions, 0.05);
        string[] texts = [.. levels.Select(level => new SweepValue("", level).Short)];
        int[] kept = Kept(positions, [.. texts.Select(text => isUpright ? format.LineHeight : format.WidthOf(text))], room / (range[1] - range[0]), isUpright ? 0 : 6);
        return new Axis
        {
            Title = new AxisTitle(Title(factor, scale, format, room), 8),
            Range = range,
            Tickvals = [.. kept.Select(index => positions[index])],
            Ticktext = [.. kept.Select(index => texts[index])],
            Tickangle = 0,
        };
    }

    /// <summary>Its title: label, unit, and whether the scale is logarithmic.</summary>
    internal static string Title(Factor factor, FactorScale scale, Format format, double room)
    {
        string unit = factor.Unit.Length > 0 && !factor.Label.Contains(factor.Unit, StringComparison.Ordinal) ? $", {factor.Unit}" : "";
        return format.Wrapped($"{factor.Label}{unit}{(scale.IsLogarithmic ? " (log scale)" : "")}", format.Choose(90, 40), room);
    }

    // From both ends inwards labels are dropped where they would touch.
    private static int[] Kept(double[] positions, double[] sizes, double pixelsPerUnit, double apart)
    {
        var kept = new List<int>();
        int last = positions.Length - 1;
        foreach (int index in Enumerable.Range(0, positions.Length).OrderByDescending(index => index == 0 || index == last))
        {
            double Gap(int other) => (Math.Abs(positions[index] - positions[other]) * pixelsPerUnit) - ((sizes[index] + sizes[other]) / 2);
            if (kept.TrueForAll(other => Gap(other) > apart))
            {
                kept.Add(index);
            }
        }

        return [.. kept.Order()];
    }
}
