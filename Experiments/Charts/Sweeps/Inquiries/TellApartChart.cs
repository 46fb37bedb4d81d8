using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Inquiries;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>How often each clue picks the right one of two worlds: a row a clue, a panel a policy.</summary>
internal static class TellApartChart
{
    internal const string Id = "tell-apart";

    private const string Name = "What tells the worlds apart";

    private const string Visible = "#0077BB";

    private const string Asked = "#EE7733";

    internal static ChartEntry Draw(SweepChartContext context)
    {
        if (TellApartInquiry.Of(context.Results) is not { } inquiry)
        {
            return new OmittedChart(Id, Name, "it takes a single numeric factor and at least three replicates");
        }

        string pair = $"{inquiry.Contrast.Said(inquiry.Contrast.Lowest)} or {Contrast.LevelOf(inquiry.Contrast.Highest)}";
        return context.Draw(
            Id,
            context.Answer.Title(TellApartFinding.Id, Name),
            $"How often one observation of an audience picks the right one of two worlds ({pair}); a coin does in 50%. Filled: at the span of time that tells most, named beside it, the best of several and so a little flattered; hollow: within the first week. Blue circles are seen by the sender, orange diamonds take a survey.",
            Separation.Method,
            string.Join("; ", inquiry.Hints.Where(hint => hint.Right.Mean > 0.6).Select(hint => $"{hint.Policy}, {hint.Name}: {Wording.Percent(hint.Right.Mean)}").Take(30)) + ".",
            format => Draw(context, inquiry, format),
            new TidyTable(
                ["policy", "clue", "visible", "days", "area_under_curve", "low_95", "high_95", "d_prime", "cases_of_each_world_for_80_percent_power", "replicates"],
                [.. inquiry.Hints.Select(hint => (IReadOnlyList<string>)
                [
                    hint.Policy, hint.Clue.Name, hint.Clue.IsVisible ? "yes" : "no", hint.Days is { } days ? TidyTable.Cell(days) : "", .. TidyTable.Cells(hint.Separation.Area),
                    TidyTable.Cell(hint.Separation.Sensitivity), TidyTable.Cell(hint.Separation.CasesEach), TidyTable.Cell(hint.Separation.Area.Count),
                ])]));
    }

    private static Figure Draw(SweepChartContext context, TellApartInquiry inquiry, Format format)
    {
        string[] policies = [.. context.Results.Policies.Where(policy => inquiry.Hints.Any(hint => hint.Policy == policy))];
        Clue[] clues = [.. inquiry.Hints.GroupBy(hint => hint.Clue).OrderBy(group => !group.Key.IsVisible).ThenByDescending(group => group.Max(hint => hint.Right.Mean)).Select(group => group.Key)];
        int columns = format.IsPicture ? Math.Min(3, policies.Length) : format.Choose(Math.Min(3, policies.Length), 1);
        int rows = (policies.Length + columns - 1) / columns;
        string[] labels = [.. clues.Select(clue => format.Wrapped(clue.Name, format.Choose(30, 23), format.Width * format.Choose(0.36, 0.3)))];
        double left = labels.Max(format.WidthOf) + format.Scaled(14);
        double gap = format.Scaled(74);
        Margin margin = format.Around(0, 16, 30, 52) with { L = left };
        double height = format.Plot((rows * clues.Length * format.Choose(32, 35)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - left - margin.R, gap, format.Scaled(26));
        bool isTight = format is { IsNarrow: true, IsPicture: true };
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        for (int panel = 0; panel < policies.Length; panel++)
        {
            (string key, int row, int column) = (PanelGrid.Suffix(panel), panel / columns, panel % columns);
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Range = [42, 104],
                Tickvals = isTight ? [50, 100] : [50, 75, 100],
                Ticktext = isTight ? ["50%", "100%"] : ["50%", "75%", "100%"],
                Title = new AxisTitle(format.IsPicture ? format.Wrapped("picks the right world", 0, (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width) : "picks the right world", 5),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = grid.Down(row),
                Anchor = "x" + key,
                Tickvals = PolicyRows.Positions(clues.Length),
                Ticktext = labels,
                Range = [clues.Length - 0.5, -0.5],
                Showticklabels = column == 0,
                Automargin = false,
            };
            texts.Add(new Annotation { Text = $"<b>{policies[panel]}</b>", X = grid.Across(column)[0], Y = grid.Down(row)[1], Yshift = 4 });
            shapes.Add(new Shape { Type = "line", Xref = "x" + key, Yref = "y" + key + " domain", X0 = 50, X1 = 50, Y0 = 0, Y1 = 1, Line = new Line { Color = Palette.Muted, Width = 1.5, Dash = "dash" } });
            for (int place = 0; place < clues.Length; place++)
            {
                Clue clue = clues[place];
                Hint[] hints = [.. inquiry.Hints.Where(hint => hint.Clue == clue && hint.Policy == policies[panel])];
                if (hints.MaxBy(hint => hint.Right.Mean) is not { } best)
                {
                    continue;
                }

                Hint? early = hints.FirstOrDefault(hint => TellApartInquiry.IsEarly(hint) && hint != best);
                if (early is not null)
                {
                    data.Add(Dot(early, place, key, isFilled: false));
                }

                data.Add(Dot(best, place, key, isFilled: true));
                if (best.Days is { } days && best.Right.Mean > 0.55)
                {
                    // Beside the interval, on the side where there is room.
                    bool before = best.Right.Mean > 0.8;
                    double at = Math.Min(before ? best.Right.Low ?? best.Right.Mean : best.Right.High ?? best.Right.Mean, before && early is { } near && Math.Abs(near.Right.Mean - best.Right.Mean) < 0.2 ? near.Right.Low ?? 1 : 1);
                    texts.Add(new Annotation
                    {
                        Text = Span.Of(days),
                        X = at * 100,
                        Y = place,
                        Xref = "x" + key,
                        Yref = "y" + key,
                        Xanchor = before ? "right" : "left",
                        Xshift = before ? -7 : 7,
                        Yanchor = "middle",
                        Font = format.Small,
                    });
                }
            }
        }

        return new Figure(data, new Layout { Axes = axes, Annotations = texts, Shapes = shapes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static ScatterTrace Dot(Hint hint, int place, string key, bool isFilled)
    {
        string colour = hint.Clue.IsVisible ? Visible : Asked;
        string symbol = hint.Clue.IsVisible ? "circle" : "diamond";
        return new ScatterTrace
        {
            Name = $"{hint.Policy}, {hint.Name}",
            X = [hint.Right.Mean * 100],
            Y = [place],
            Mode = "markers",
            Marker = new Marker { Color = isFilled ? colour : Palette.Paper, Symbol = symbol, Size = isFilled ? 11 : 9, Line = new Line { Color = colour, Width = 2 } },
            ErrorX = new ErrorBars { Array = [hint.Right.Above * 100], Arrayminus = [hint.Right.Below * 100], Color = colour, Thickness = isFilled ? 2 : 1, Width = 3 },
            Text = [$"{Wording.PercentEstimate(hint.Right)}{(hint.Separation.CasesEach is { } cases ? $", {Wording.Number(cases)} audiences of each world for 80% power" : "")}"],
            Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
            Xaxis = "x" + key,
            Yaxis = "y" + key,
        };
    }
}
