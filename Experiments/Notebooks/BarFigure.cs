using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>Horizontal bars with their values at the ends.</summary>
internal static class BarFigure
{
    private const int NameCharacters = 34;

    /// <summary>Margins and the gap between names and bars, pixels.</summary>
    private const double Around = 60;

    /// <summary>Gap around the label of a bar, pixels.</summary>
    private const double LabelGap = 16;

    internal static Figure Draw(IReadOnlyList<(string Name, Estimate Value)> bars, string xAxis)
    {
        Format page = Format.Wide;
        Estimate[] drawn = [.. bars.Select(bar => bar.Value.Unit.Length > 0 ? bar.Value.Times(100) with { Unit = "" } : bar.Value)];
        string[] names = [.. bars.Select(bar => Format.Wrapped(bar.Name, NameCharacters))];

        // The axis names percentage points; at each bar they would take more room than the number.
        string[] labels = [.. bars.Select((bar, row) => bar.Value.Unit == Estimate.Points ? drawn[row].Rounded : bar.Value.Rounded)];
        double[] range = Range(drawn, labels, page.Width - Around - names.Max(page.WidthOf), page);
        double[] places = PolicyRows.Positions(bars.Count);
        return new Figure(
            [
                new BarTrace
                {
                    Name = xAxis,
                    X = [.. drawn.Select(value => value.Mean)],
                    Y = places,
                    Width = 0.62,
                    Marker = new Marker { Color = drawn.Select(value => value.Low is not null && value.SideOf(0) == 0 ? Palette.Neutral : Palette.Policies[0]).ToArray() },
                    ErrorX = drawn.Any(value => value.Low is not null)
                        ? new ErrorBars { Array = [.. drawn.Select(value => value.Above)], Arrayminus = [.. drawn.Select(value => value.Below)], Color = Palette.Ink, Thickness = 1.5, Width = 3 }
                        : null,
                    Text = [.. bars.Select(bar => bar.Value.ToString())],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis
                    {
                        Title = new AxisTitle(xAxis, 8),
                        Range = range,
                        Zeroline = true,
                        Nticks = 8,
                        Tickformat = MarkSeries.TickFormat(range),
                    },
                    ["yaxis"] = new Axis { Tickvals = places, Ticktext = names, Range = [bars.Count - 0.5, -0.5], Showgrid = false, Ticklabelstandoff = 6 },
                },
                Annotations = [.. bars.Select((_, row) => new Annotation
                {
                    Text = labels[row],
                    X = drawn[row].Mean >= 0 ? drawn[row].High ?? drawn[row].Mean : drawn[row].Low ?? drawn[row].Mean,
                    Y = row,
                    Xref = "x",
                    Yref = "y",
                    Xanchor = drawn[row].Mean >= 0 ? "left" : "right",
                    Yanchor = "middle",
                    Xshift = drawn[row].Mean >= 0 ? 6 : -6,
                    Font = page.Small,
                })],
                Font = page.Font,
                Margin = new Margin(8, 24, 8, 58),
                Height = (bars.Count * 38) + 76,
                Barmode = "overlay",
            });
    }

    // Labels stand beyond the bars: the axis gets as much longer on either side as its longest label needs.
    private static double[] Range(Estimate[] drawn, string[] labels, double pixels, Format page)
    {
        double low = Math.Min(0, drawn.Min(value => Math.Min(value.Mean, value.Low ?? value.Mean)));
        double high = Math.Max(0, drawn.Max(value => Math.Max(value.Mean, value.High ?? value.Mean)));
        double Room(bool isLeft) => labels.Where((_, row) => drawn[row].Mean < 0 == isLeft).Select(label => (page.WidthOf(label) + LabelGap) / pixels).DefaultIfEmpty(0).Max();
        (double left, double right) = (Room(isLeft: true), Room(isLeft: false));
        double all = Math.Max(high - low, 1e-9) / Math.Max(0.2, 1 - left - right);
        return [low - (left * all), high + (right * all)];
    }
}
