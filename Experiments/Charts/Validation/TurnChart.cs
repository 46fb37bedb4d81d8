using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Validation;
using Experiments.Validation.Pages;
using Experiments.Validation.Rows;

namespace Experiments.Charts.Validation;

/// <summary>What more and fewer messages gain over time, with the months in which a turn counts as agreement: V4 and V5.</summary>
internal static class TurnChart
{
    internal const string Id = "turns";

    private const string Name = "Gain over time";

    /// <summary>Months drawn; the accepted turn ends at twelve.</summary>
    private const double LastMonth = 14;

    /// <summary>Gains and losses beyond this many months of earnings are not drawn: what counts is when zero is crossed.</summary>
    private const double Most = 2.5;

    internal static ChartEntry Draw(BoardChartContext context)
    {
        Panel[] panels =
        [
            .. Panels(context, "V4", "more messages", LongRunRow.Study, [("four, then eight", "four"), ("three, then six", "three"), ("four, then eight, all new", "four, all new")]),
            .. Panels(context, "V5", "fewer messages", FewerMessagesRow.Study, [("eight, then four", "eight"), ("six, then three", "six"), ("eight, then four, all new", "eight, all new")]),
        ];
        if (panels.Length == 0)
        {
            return new OmittedChart(Id, Name, "neither V4 nor V5 was asked for");
        }

        return context.Draw(
            Id,
            string.Join("; ", panels.Select(panel => $"{panel.Row.Row.Id}: {Turn(panel.Row)}, accepted: 3 to 12 months")),
            "Net value gained since the change against the arm that goes on as before, in months of that arm’s earnings. Shaded: the months in which crossing zero counts as agreement. The first line of each panel is the one that counts. What goes beyond the panel is in the table.",
            [.. panels.SelectMany(panel => panel.Row.Row.Studies).Distinct()],
            PairedDifference.Method,
            string.Join("; ", panels.SelectMany(panel => panel.Lines.Select(line => $"{panel.Row.Row.Id}, {line.Name}: " + string.Join(", ", line.Points.Where((_, index) => index % 3 == 0).Select(point => $"{Wording.Number(point.Y.Mean)} at {Wording.Number(point.X)} months"))))) + ".",
            format => Draw(panels, format),
            new TidyTable(["row", "arms", "months_since_change", "gain_in_months_of_earnings", "low_95", "high_95"], [.. panels.SelectMany(panel => panel.Lines.SelectMany(line => line.Cells(panel.Row.Row.Id)))]));
    }

    private static string Turn(JudgedRow row)
    {
        Measured turn = row.Counted.First(figure => figure.Unit == Unit.Months);
        return $"{turn.Label} {(turn.Value is { } value ? BoardWords.Short(turn with { Value = value with { Low = null, High = null } }) : "at a time that is not known")}";
    }

    private static IEnumerable<Panel> Panels(BoardChartContext context, string id, string heading, string study, (string Changed, string Unchanged)[] arms)
    {
        if (context.Row(id) is { Figures.Count: > 0 } row)
        {
            (string Colour, string Dash, string Symbol)[] looks = [(Palette.Policies[0], "solid", "circle"), (Palette.Policies[4], "dash", "square"), (Palette.Policies[3], "dot", "triangle-up")];
            LineSeries[] lines = [.. arms.Select((arm, index) => Line(context, study, arm.Changed, arm.Unchanged, looks[index]))];
            yield return new Panel(row, $"{id}: {heading}", [.. lines.Where(line => line.Points.Count > 0)]);
        }
    }

    // Divided by what the unchanged arm earns in a month on average, so that arms of different size can be compared.
    private static LineSeries Line(BoardChartContext context, string study, string changed, string unchanged, (string Colour, string Dash, string Symbol) look)
    {
        double[][] differences = ChangeStudy.Differences(context.Results, study, changed, unchanged);
        double earned = ChangeStudy.MonthlyEarnings(context.Results, study, unchanged);
        return new LineSeries(changed, look.Colour, look.Dash, look.Symbol,
            [.. ChangeStudy.Months.Select((month, column) => (month, MeanInterval.Of([.. differences.Select(row => row[column] / earned)]))).Where(point => point.month <= LastMonth && point.Item2 is not null).Select(point => (point.month, point.Item2!.Value))]);
    }

    private static Figure Draw(Panel[] panels, Format format)
    {
        bool stacked = format.IsNarrow;
        Margin margin = format.Around(52, 12, 28, 50);
        double height = format.Plot(format.Choose(400, 330 * panels.Length), margin);
        var grid = stacked
            ? new PanelGrid(panels.Length, 1, height, format.Width - margin.L - margin.R, format.Scaled(64), 0)
            : new PanelGrid(1, panels.Length, height, format.Width - margin.L - margin.R, 0, format.Scaled(64));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        for (int index = 0; index < panels.Length; index++)
        {
            string key = PanelGrid.Suffix(index);
            (double[] across, double[] down) = stacked ? (grid.Across(0), grid.Down(index)) : (grid.Across(index), grid.Down(0));
            double[] range = Range(panels[index]);
            axes["xaxis" + key] = new Axis { Domain = across, Anchor = "y" + key, Range = [0, LastMonth + 0.4], Tickvals = [0, 3, 6, 9, 12], Title = !stacked || index == panels.Length - 1 ? new AxisTitle("months since the change", 6) : null };
            axes["yaxis" + key] = new Axis { Domain = down, Anchor = "x" + key, Range = range, Zeroline = true, Nticks = 6, Title = index == 0 || stacked ? format.IsPicture ? null : new AxisTitle("gain, months of earnings", 6) : null };
            data.AddRange(panels[index].Lines.Select(line => line.Trace(1, "month %{x:.1f}: %{y:.3~r}<extra>%{fullData.name}</extra>", key)));
            shapes.Add(new Shape { Xref = "x" + key, Yref = "y" + key, X0 = MoreMessagesRow.Accepted.Low!.Value, X1 = MoreMessagesRow.Accepted.High!.Value, Y0 = range[0], Y1 = range[1], Fillcolor = Palette.Faded(Palette.Good, 0.13) });
            texts.Add(new Annotation { Text = $"<b>{panels[index].Heading}</b>", X = across[0], Y = down[1], Yshift = 6 });
            double lineHeight = format.LineHeight / (height * (down[1] - down[0])) * (range[1] - range[0]);
            bool isTop = panels[index].Lines.All(line => line.Points[^1].Y.Mean < 0);
            for (int line = 0; line < panels[index].Lines.Length; line++)
            {
                LineSeries series = panels[index].Lines[line];
                texts.Add(new Annotation
                {
                    Text = $"{(series.Dash switch { "solid" => "●", "dash" => "■", _ => "▲" })} {series.Name}",
                    X = LastMonth,
                    Y = isTop ? range[1] - ((line + 0.3) * lineHeight) : range[0] + ((panels[index].Lines.Length - line + 0.2) * lineHeight),
                    Xref = "x" + key,
                    Yref = "y" + key,
                    Xanchor = "right",
                    Yanchor = "top",
                    Font = new Font { Size = format.Smaller(1), Color = series.Colour },
                });
            }
        }

        return new Figure(data, new Layout { Axes = axes, Annotations = texts, Shapes = shapes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    // About the crossing, with room for the names at the side to which no line goes.
    private static double[] Range(Panel panel) => panel.Lines.All(line => line.Points[^1].Y.Mean < 0) ? [-Most, Most * 0.7] : [-Most * 0.7, Most];

    private sealed record Panel(JudgedRow Row, string Heading, LineSeries[] Lines);
}
