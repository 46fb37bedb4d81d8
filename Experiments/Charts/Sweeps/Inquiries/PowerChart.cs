using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>Power curves: how often the number of followers shows a loss, by the size of the loss, a panel a policy.</summary>
internal static class PowerChart
{
    internal const string Id = "power";

    private const string Name = "How often the number of followers shows a loss";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        if (PowerInquiry.Of(context.Results) is not { } inquiry)
        {
            return new OmittedChart(Id, Name, $"it takes a single numeric factor and at least {CountPower.FewestReplicates} replicates");
        }

        bool bySize = inquiry.Cells.All(cell => cell.Missing is not null);
        string across = bySize ? "how much trust capital is missing at that time" : inquiry.Contrast.Factor.Label;
        return context.Draw(
            Id,
            context.Answer.Title(PowerFinding.Id, Name),
            $"Each point is a level of {inquiry.Contrast.Factor.Label}, drawn at {across}, against the same policy where nothing is lost; each line a span of time. Bars are 95% intervals. On the lower dashed line the count is as good as a false alarm, on the upper one a loss is shown in 80% of runs.",
            CountPower.Method,
            string.Join("; ", inquiry.Cells.Where(cell => cell.Point == inquiry.Contrast.Highest).Select(cell =>
                $"{cell.Policy} at {Contrast.LevelOf(cell.Point)} after {Span.Of(cell.Days)}: {Wording.PercentEstimate(cell.Detected)}")) + ".",
            format => Draw(context, inquiry, bySize, format),
            Table(context.Results, inquiry));
    }

    private static TidyTable Table(SweepResults results, PowerInquiry inquiry) => new(
        [
            "policy", "days", results.Factors[0].Path, "share_detected", "low_95", "high_95", "trust_capital_missing", "missing_low_95", "missing_high_95",
            "missing_against_silence", "silence_low_95", "silence_high_95", "shortfall_sd", "shortfall_low_95", "shortfall_high_95", "audiences_needed", "replicates",
        ],
        [.. inquiry.Cells.Select(cell => (IReadOnlyList<string>)
        [
            cell.Policy, TidyTable.Cell(cell.Days), cell.Point.Values[0].Text, .. TidyTable.Cells(cell.Detected), .. TidyTable.Cells(cell.Missing),
            .. TidyTable.Cells(cell.MissingAgainstSilence), .. TidyTable.Cells(cell.Shortfall), TidyTable.Cell(cell.AudiencesNeeded), TidyTable.Cell(cell.Detected.Count),
        ])]);

    private static Figure Draw(SweepChartContext context, PowerInquiry inquiry, bool bySize, Format format)
    {
        string[] policies = [.. context.Results.Policies.Where(policy => inquiry.Cells.Any(cell => cell.Policy == policy))];
        int columns = Math.Min(policies.Length, format.Choose(2, 1));
        int rows = (policies.Length + columns - 1) / columns;
        double gap = format.Scaled(format.IsPicture ? 84 : 96);
        double right = format.IsPicture ? inquiry.Days.Max(days => format.WidthOf(format.Wrapped(Span.Of(days)))) + format.Scaled(14) : format.Choose(104, 84);
        Margin margin = format.Around(64, 0, 30, 62) with { R = right };
        double height = format.Plot((rows * format.Choose(300, 250)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - right, gap, right + format.Scaled(56));
        bool isLow = format.IsPicture && (grid.Down(0)[1] - grid.Down(0)[0]) * height < 7 * format.LineHeight;
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        double X(PowerCell cell) => bySize ? cell.Missing!.Value.Mean * 100 : cell.Point.Values[0].Number!.Value;
        for (int panel = 0; panel < policies.Length; panel++)
        {
            string key = PanelGrid.Suffix(panel);
            (double[] wide, double[] high) = (grid.Across(panel % columns), grid.Down(panel / columns));
            PowerCell[] cells = [.. inquiry.Cells.Where(cell => cell.Policy == policies[panel])];
            axes["xaxis" + key] = new Axis
            {
                Domain = wide,
                Anchor = "y" + key,
                Range = SweepChartContext.Padded(cells.Select(X), 0.05),
                Ticksuffix = bySize ? "%" : null,
                Nticks = format.Choose(7, 5),
                Title = new AxisTitle(Format.Wrapped(bySize ? "trust capital missing because of it" : inquiry.Contrast.Factor.Label, format.Choose(54, 40)), 6),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = high,
                Anchor = "x" + key,
                Range = [-3, 103],
                Tickvals = isLow ? [0, 50, 100] : [0, 20, 40, 60, 80, 100],
                Ticktext = isLow ? ["0%", "50%", "100%"] : ["0%", "20%", "40%", "60%", "80%", "100%"],
                Title = panel % columns == 0 ? new AxisTitle(format.IsPicture ? format.Wrapped("runs in which the count shows it", 0, height / rows) : "runs in which the count shows it", 6) : null,
            };
            texts.Add(new Annotation { Text = $"<b>{policies[panel]}</b>", X = wide[0], Y = high[1], Yshift = 4 });
            shapes.AddRange(new[] { CountPower.Alarm, CountPower.Enough }.Select(level => Level(level * 100, key)));
            List<(string, double)> ends = [];
            foreach ((int line, int days) in inquiry.Days.Index())
            {
                PolicyStyle style = SweepChartContext.LineStyle(line);
                PowerCell[] curve = [.. cells.Where(cell => cell.Days == days)];
                ends.Add((Span.Of(days), curve[^1].Detected.Mean * 100));
                data.Add(new ScatterTrace
                {
                    Name = $"after {Span.Of(days)}",
                    X = [.. curve.Select(X)],
                    Y = [.. curve.Select(cell => cell.Detected.Mean * 100)],
                    Mode = "lines+markers",
                    Line = new Line { Color = style.Colour, Width = 2.5 },
                    Marker = new Marker { Color = style.Colour, Symbol = style.Symbol, Size = 8 },
                    ErrorY = new ErrorBars
                    {
                        Array = [.. curve.Select(cell => cell.Detected.Above * 100)],
                        Arrayminus = [.. curve.Select(cell => cell.Detected.Below * 100)],
                        Color = Palette.Faded(style.Colour, 0.55),
                        Thickness = 1.2,
                        Width = 3,
                    },
                    Text = [.. curve.Select(cell => $"level {Contrast.LevelOf(cell.Point)}{(cell.Missing is { } missing ? $", {Wording.Percent(missing.Mean)} missing" : "")}: shown in {Wording.PercentEstimate(cell.Detected)}")],
                    Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                    Cliponaxis = false,
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                });
            }

            // Lines end at different places, so labels stand in the margin at the height of the ends.
            texts.AddRange(EndLabels.Spread(ends, [-3, 103], format.IsPicture ? (high[1] - high[0]) * height : height / rows, format).Select(label => new Annotation
            {
                Text = format.Wrapped(label.Name),
                X = wide[1],
                Y = label.Place,
                Yref = "y" + key,
                Xshift = 6,
                Yanchor = "middle",
                Font = new Font { Color = SweepChartContext.LineStyle(inquiry.Days.Index().First(day => Span.Of(day.Item) == label.Name).Index).Colour, Size = format.FontSize },
            }));
        }

        return new Figure(data, new Layout { Axes = axes, Annotations = texts, Shapes = shapes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static Shape Level(double height, string key) => new()
    {
        Type = "line",
        Xref = "x" + key + " domain",
        Yref = "y" + key,
        X0 = 0,
        X1 = 1,
        Y0 = height,
        Y1 = height,
        Line = new Line { Color = Palette.Muted, Width = 1.5, Dash = "dash" },
    };
}
