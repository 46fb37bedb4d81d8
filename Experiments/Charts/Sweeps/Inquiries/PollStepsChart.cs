using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>From what followers feel to what the poll says: each step starts where the one before it ends.</summary>
internal static class PollStepsChart
{
    internal const string Id = "poll-steps";

    private const string Name = "From feeling to poll, step by step";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        if (FilterInquiry.Of(context.Results) is not { Poll: { } poll })
        {
            return new OmittedChart(Id, Name, "frame and self-selection of the poll are not both varied, or something else is varied too");
        }

        double framed = poll.Followers.Mean + poll.Frame.Shapley.Mean;
        Step[] steps =
        [
            new("readings that annoy", 0, poll.Annoyed, Palette.Bad, false),
            new("followers asked at random: “it was spam”", 0, poll.Followers, Palette.Amber, false),
            new($"{Wording.Percent(poll.Outsiders)} of the answers from outsiders", poll.Followers.Mean, poll.Frame.Shapley, Palette.Muted, true),
            new("the annoyed answer more often", framed, poll.Selection.Shapley, Palette.Muted, true),
            new("the poll as taken", 0, poll.Published, Palette.Worst, false),
        ];
        return context.Draw(
            Id,
            context.Answer.Title(FilterFinding.PollId, Name),
            "The first two bars are two questions to the same people: does it annoy you, is it spam? From there each step adds what one filter contributes, the mean of both orders, up to the poll as taken. The black diamond is the published 54 of 65, the grey strip the band accepted for a single run.",
            Attribution.Method,
            string.Join("; ", steps.Select(step => $"{step.Name}: {(step.IsChange ? Wording.Estimate(step.Size.Times(100)) + " points" : Wording.PercentEstimate(step.Size))}")) + ".",
            format => Draw(steps, format),
            Table(poll, steps));
    }

    private static TidyTable Table(PollChain poll, Step[] steps) => new(
        ["step", "kind", "share_or_points", "low_95", "high_95", "replicates"],
        [
            .. steps.Select(step => (IReadOnlyList<string>)[step.Name, step.IsChange ? "contribution, mean of both orders" : "share", .. TidyTable.Cells(step.Size), TidyTable.Cell(step.Size.Count)]),
            .. new[] { (steps[2].Name, poll.Frame), (steps[3].Name, poll.Selection) }.SelectMany(change => new IReadOnlyList<string>[]
            {
                [change.Name, "contribution when it comes first", .. TidyTable.Cells(change.Item2.First), TidyTable.Cell(change.Item2.First.Count)],
                [change.Name, "contribution when it comes last", .. TidyTable.Cells(change.Item2.Last), TidyTable.Cell(change.Item2.Last.Count)],
            }),
        ]);

    private static Figure Draw(Step[] steps, Format format)
    {
        double[] rows = PolicyRows.Positions(steps.Length);
        string[] labels = [.. steps.Select(step => format.Wrapped(step.Name, format.Choose(28, 15), format.Width * 0.28))];
        Margin margin = format.Around(0, 12, 12, 54) with { L = labels.Max(format.WidthOf) + format.Scaled(14) };
        double height = format.Plot(steps.Length * format.Choose(50, 62), margin);
        return new Figure(
            [
                new BarTrace { Name = "start", X = [.. steps.Select(step => (step.From + Math.Min(0, step.Size.Mean)) * 100)], Y = rows, Width = 0.5, Marker = new Marker { Color = Palette.Faded(Palette.Paper, 0) }, Hoverinfo = "skip" },
                new BarTrace
                {
                    Name = "step",
                    X = [.. steps.Select(step => Math.Abs(step.Size.Mean) * 100)],
                    Y = rows,
                    Width = 0.5,
                    Marker = new Marker { Color = steps.Select(step => step.Colour).ToArray() },
                    ErrorX = new ErrorBars { Array = [.. steps.Select(step => step.Size.Above * 100)], Arrayminus = [.. steps.Select(step => step.Size.Below * 100)], Color = Palette.Ink, Thickness = 1.5, Width = 4 },
                    Text = [.. steps.Select(step => step.IsChange ? $"{Wording.Estimate(step.Size.Times(100))} points" : Wording.PercentEstimate(step.Size))],
                    Textposition = "none",
                    Hovertemplate = "%{text}<extra></extra>",
                },
                new ScatterTrace
                {
                    Name = "published",
                    X = [EvidencePattern.CasePollNegative * 100],
                    Y = [steps.Length - 1],
                    Mode = "markers",
                    Marker = new Marker { Symbol = "diamond-tall", Color = Palette.Ink, Size = 13, Line = new Line { Color = Palette.Paper, Width = 1.5 } },
                    Hovertemplate = "%{x:.3~r}%<extra>published</extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Range = [0, format.Choose(108, 128)], Tickvals = [0, 20, 40, 60, 80, 100], Ticktext = ["0%", "20%", "40%", "60%", "80%", "100%"], Title = new AxisTitle("of readings, or of answers", 6) },
                    ["yaxis"] = new Axis { Tickvals = rows, Ticktext = labels, Range = [steps.Length - 0.5, -0.5], Showgrid = false, Automargin = false },
                },
                Annotations = [.. steps.Select((step, row) => new Annotation
                {
                    Text = $"<b>{(step.IsChange ? (step.Size.Mean > 0 ? "+" : "") + Wording.Glance(step.Size.Times(100)) : Wording.Glance(step.Size, percent: true))}</b>",
                    X = (Math.Max(step.From, step.From + (step.Size.High ?? step.Size.Mean)) * 100) + (row == steps.Length - 1 ? 3 : 0),
                    Y = row,
                    Xref = "x",
                    Yref = "y",
                    Xshift = 10,
                    Yanchor = "middle",
                    Font = new Font { Size = format.FontSize, Color = Palette.Ink },
                })],
                Shapes =
                [
                    new Shape { X0 = 72, X1 = 90, Y0 = steps.Length - 1.4, Y1 = steps.Length - 0.6, Fillcolor = Palette.Faded(Palette.Neutral, 0.6) },
                    .. steps.Index().Where(step => step.Item.IsChange).Select(step => new Shape
                    {
                        Type = "line",
                        X0 = step.Item.From * 100,
                        X1 = step.Item.From * 100,
                        Y0 = step.Index - 1,
                        Y1 = step.Index,
                        Line = new Line { Color = Palette.Muted, Width = 1, Dash = "dot" },
                    }),
                ],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    private sealed record Step(string Name, double From, Interval Size, string Colour, bool IsChange);
}
