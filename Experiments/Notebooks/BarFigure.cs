using Experiments.Charts;
using Experiments.Charts.Figures;

namespace Experiments.Notebooks;

/// <summary>Horizontal bars with their values at the ends.</summary>
internal static class BarFigure
{
    private const int NameCharacters = 34;

    internal static Figure Draw(IReadOnlyList<(string Name, Estimate Value)> bars, string xAxis)
    {
        Format page = Format.Wide;
        Estimate[] drawn = [.. bars.Select(bar => bar.Value.Unit.Length > 0 ? bar.Value.Times(100) with { Unit = "" } : bar.Value)];
        string[] names = [.. bars.Select(bar => Format.Wrapped(bar.Name, NameCharacters))];
        double[] range = MarkSeries.Padded(drawn.SelectMany(value => new[] { value.Mean, value.Low, value.High }).OfType<double>().Append(0), 0.16);
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
                        Range = [drawn.Any(value => (value.Low ?? value.Mean) < 0) ? range[0] : 0, drawn.Any(value => (value.High ?? value.Mean) > 0) ? range[1] : 0],
                        Zeroline = true,
                        Nticks = 8,
                        Tickformat = MarkSeries.TickFormat(range),
                    },
                    ["yaxis"] = new Axis { Tickvals = places, Ticktext = names, Range = [bars.Count - 0.5, -0.5], Showgrid = false, Ticklabelstandoff = 6 },
                },
                Annotations = [.. bars.Select((bar, row) => new Annotation
                {
                    Text = bar.Value.Rounded,
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
}
