using Experiments.Analysis;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>Bars with intervals, a group a factor, the largest on top: what sensitivity charts have in common.</summary>
/// <param name="Names">Name of each kind of bar, for the legend.</param>
/// <param name="Colours">Colour of each kind of bar.</param>
/// <param name="Values">Value of a factor (its place in the order) and a kind.</param>
/// <param name="Labels">Labels of the factors, in the order drawn.</param>
/// <param name="AxisTitle">Title of the horizontal axis.</param>
internal sealed record FactorBars(string[] Names, string[] Colours, Func<int, int, Interval> Values, string[] Labels, string AxisTitle)
{
    /// <summary>Factors drawn; the others matter least, and stand in the table. Chosen.</summary>
    private const int MostFactors = 12;

    /// <summary>Where a vertical line crosses each group, and the line's label; null for none.</summary>
    public (Func<int, double> At, string Text)? Marks { get; init; }

    /// <summary>Further columns of the table: heading, and cell of a factor.</summary>
    public IReadOnlyList<(string Heading, Func<int, string> Cell)> Columns { get; init; } = [];

    /// <summary>Whether values are written as percentages.</summary>
    public bool IsPercent { get; init; } = true;

    /// <summary>Whether a bar is drawn in its colour; the others are grey.</summary>
    public Func<int, bool> IsSure { get; init; } = _ => true;

    /// <summary>Draws the bars.</summary>
    internal Figure Draw(Format format)
    {
        int kinds = Names.Length;
        bool hasLegend = kinds > 1;
        Margin margin = format.Around(8, 18, hasLegend ? 36 : Marks is null ? 8 : 26, 58);
        int all = Labels.Length, most = Math.Min(all, MostFactors);
        most = format.IsPicture ? Math.Min(most, format.MostRows(format.Plot(0, margin), format.Choose(1.5, 2.2))) : most;
        margin = most < all ? margin with { B = margin.B + format.LineHeight } : margin;

        double height = format.Plot(most * format.Choose(kinds > 1 ? 34 : 26, kinds > 1 ? 44 : 38), margin);
        Interval[][] values = [.. Enumerable.Range(0, kinds).Select(kind => Enumerable.Range(0, most).Select(factor => Values(factor, kind)).ToArray())];
        double[] range = Range(values);
        double thick = 0.76 / kinds;
        string suffix = IsPercent ? "%" : "";
        return new Figure(
            [
                .. Enumerable.Range(0, kinds).Select(kind => new BarTrace
                {
                    Name = Names[kind],
                    X = [.. values[kind].Select(value => Math.Max(range[0], value.Mean))],
                    Y = [.. Enumerable.Range(0, most).Select(factor => factor + ((kind - ((kinds - 1) / 2.0)) * thick))],
                    Width = thick * 0.92,
                    Marker = new Marker { Color = Enumerable.Range(0, most).Select(factor => IsSure(factor) ? Colours[kind] : Palette.Neutral).ToArray() },
                    ErrorX = new ErrorBars { Array = [.. values[kind].Select(value => value.Above)], Arrayminus = [.. values[kind].Select(value => value.Below)], Color = Palette.Ink, Thickness = 1.3, Width = 2 },
                    Text = [.. values[kind].Select((value, factor) => $"{Labels[factor].Replace("<br>", " ", StringComparison.Ordinal)}, {Names[kind]}: {Wording.Estimate(value)}{suffix}")],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                    Showlegend = hasLegend,
                }),
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = range, Zeroline = true, Ticksuffix = IsPercent ? "%" : null, Nticks = format.Choose(9, 5), Title = new AxisTitle(format.Wrapped(AxisTitle, format.Choose(90, 36), format.Width * 0.6), 8) },
                    ["yaxis"] = new Axis
                    {
                        Tickvals = PolicyRows.Positions(most),
                        Ticktext = [.. Labels.Take(most).Select(label => format.Wrapped(label, format.Choose(40, 20), format.Width * 0.36))],
                        Range = [most - 0.5, -0.5],
                        Showgrid = false,
                        Ticklabelstandoff = 6,
                    },
                },
                Shapes = Marks is { } line
                    ? [.. Enumerable.Range(0, most).Select(place => new Shape { Type = "line", X0 = line.At(place), X1 = line.At(place), Y0 = place - 0.5, Y1 = place + 0.5, Layer = "above", Line = new Line { Color = Palette.Ink, Width = 1.5, Dash = "dash" } })]
                    : [],
                Annotations = [.. MarkText(format), .. format.Remark(Others(most), margin)],
                Showlegend = hasLegend,
                Legend = hasLegend ? new Legend() : null,
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
                Barmode = "overlay",
            });
    }

    private string Others(int shown)
    {
        Interval[] rest = [.. Enumerable.Range(shown, Labels.Length - shown).Select(factor => Values(factor, 0))];
        return rest.Length == 0
            ? ""
            : $"{Wording.Count(rest.Length, "other", "others")}, each below {Wording.Number(Ceiling(rest.Max(value => Math.Max(value.Mean, value.High ?? 0))))}{(IsPercent ? "%" : "")} with 95% confidence; all are in the table.";
    }

    // Two digits, upwards: what is said to be below must be.
    private static double Ceiling(double value)
    {
        double step = value > 0 ? Math.Pow(10, Math.Floor(Math.Log10(value)) - 1) : 1;
        return Math.Round(Math.Ceiling(value / step) * step, 6);
    }

    private IEnumerable<Annotation> MarkText(Format format) => Marks is { } mark
        ? [new Annotation { Text = mark.Text, X = mark.At(0), Y = 1, Xref = "x", Yanchor = "bottom", Xshift = -4, Font = format.Small }]
        : [];

    private static double[] Range(Interval[][] values)
    {
        double[] ends = [.. values.SelectMany(kind => kind).SelectMany(value => new[] { value.Low ?? value.Mean, value.High ?? value.Mean, value.Mean, 0 }).Where(double.IsFinite)];
        double span = Math.Max(ends.Max() - ends.Min(), 1e-9);
        return [ends.Min() < 0 ? ends.Min() - (0.03 * span) : 0, ends.Max() + (0.05 * span)];
    }

    /// <summary>A table with a row a factor and kind.</summary>
    internal TidyTable Table(string policy, string outcome, IReadOnlyList<string> paths) => new(
        ["policy", "outcome", "factor", "path", "kind", "value", "low_95", "high_95", "points", .. Columns.Select(column => column.Heading)],
        [.. Enumerable.Range(0, Labels.Length).SelectMany(factor => Enumerable.Range(0, Names.Length).Select(kind => (IReadOnlyList<string>)
            [policy, outcome, Labels[factor], paths[factor], Names[kind], .. TidyTable.Cells(Values(factor, kind)), TidyTable.Cell(Values(factor, kind).Count), .. Columns.Select(column => column.Cell(factor))]))]);
}
