using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>A small grid of names and switches: a row a combination, a point with its interval, a panel an outcome.</summary>
internal static class LevelsChart
{
    internal const string Id = "levels";

    private const string Name = "The combinations one by one";

    /// <summary>Most rows.</summary>
    private const int MostRows = 30;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (results.Lever is not null && results.Factors.Count == 1)
        {
            return new OmittedChart(Id, Name, "the curve shows them");
        }

        if (results.Sweep.Design.Kind == Designs.Design.OneAtATime)
        {
            return new OmittedChart(Id, Name, "the chart of each factor changed alone shows them");
        }

        if (results.Cells.Count > MostRows)
        {
            return new OmittedChart(Id, Name, $"{Wording.Number(results.Cells.Count)} rows are too many to be read; the table below has them");
        }

        IReadOnlyList<SweepCell> cells = results.IsRanked ? results.Ranked(results.Main) : results.Cells;
        AnswerOutcome[] outcomes = [.. results.Outcomes.Where(outcome => cells.Any(cell => cell.Of(outcome).Count > 0)).Take(3)];
        if (cells.Count < 2 || outcomes.Length == 0)
        {
            return new OmittedChart(Id, Name, "there are fewer than two combinations with results");
        }

        string order = results.IsRanked ? $", the best by {results.Main.Label} on top" : "";
        return context.Draw(
            Id,
            results.IsRanked ? context.Answer.Title(BestFinding.Id, Name) : context.Answer.Title($"{EffectsFinding.Id}-{results.Main.Key}", Name),
            $"A row a combination{order}. Points are means, bars their 95% intervals; intervals of differences between rows are narrower, since all rows meet the same luck.{results.LabelKeyOf(cells)}",
            MeanInterval.Method,
            string.Join("; ", cells.Select(cell => $"{results.LabelOf(cell)}: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Label} {(cell.Of(outcome).Interval is { } mean ? outcome.Short(mean) : "unknown")}"))}")) + ".",
            format => Draw(context, cells, outcomes, format));
    }

    private static Figure Draw(SweepChartContext context, IReadOnlyList<SweepCell> cells, AnswerOutcome[] outcomes, Format format)
    {
        SweepResults results = context.Results;
        int all = cells.Count;
        outcomes = format is { IsPicture: true, IsNarrow: true } ? outcomes[..Math.Min(2, outcomes.Length)] : outcomes;
        Margin margin = format.Around(0, 14, 12, 58);
        margin = format.IsPicture ? margin with { B = margin.B + (format.LineHeight * (outcomes.Max(outcome => format.Wrapped(outcome.AxisTitle, 0, format.Width * 0.8 / outcomes.Length).Split("<br>").Length) - 1)) } : margin;
        margin = all > format.MostRows(format.Plot(0, margin)) ? margin with { B = margin.B + format.LineHeight } : margin;
        cells = [.. cells.Take(format.MostRows(format.Plot(0, margin)))];
        string[] labels = [.. cells.Select(cell => format.Wrapped(results.LabelOf(cell), format.Choose(34, 15), double.MaxValue))];
        double row = Math.Max(format.Choose(30, 32), labels.Max(label => label.Split("<br>").Length) * format.FontSize * 1.35);
        (int rows, int columns) = format is { IsNarrow: true, IsPicture: false } ? (outcomes.Length, 1) : (1, outcomes.Length);
        double left = labels.Max(format.WidthOf) + format.Scaled(16);
        double gap = format.Choose(0, 74);
        double height = format.Plot((rows * cells.Count * row) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - left - (format.IsPicture ? margin.R : 0), gap, format.Scaled(format.Choose(30, format.IsPicture ? 24 : 0)));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        for (int panel = 0; panel < outcomes.Length; panel++)
        {
            (string key, AnswerOutcome outcome) = (PanelGrid.Suffix(panel), outcomes[panel]);
            (int line, int column) = (panel / columns, panel % columns);
            int[] there = [.. Enumerable.Range(0, cells.Count).Where(index => cells[index].Of(outcome).Count > 0)];
            Interval[] means = [.. there.Select(index => cells[index].Of(outcome).Interval!.Value.Times(outcome.Scale))];
            IEnumerable<double> ends = means.SelectMany(mean => new[] { mean.Low ?? mean.Mean, mean.High ?? mean.Mean });
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Range = SweepChartContext.Padded(outcome.IsDifference ? ends.Append(0) : ends),
                Zeroline = true,
                Nticks = format.Choose(5, 4),
                Ticksuffix = outcome.IsShare ? "%" : null,
                Tickformat = outcome.IsShare ? null : "~s",
                Title = new AxisTitle(format.Wrapped(outcome.AxisTitle, format.Choose(90 / columns, 40), (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width), 6),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = grid.Down(line),
                Anchor = "x" + key,
                Tickvals = PolicyRows.Positions(cells.Count),
                Ticktext = labels,
                Range = [cells.Count - 0.5, -0.5],
                Showticklabels = column == 0,
                Automargin = false,
            };
            string[] colours = [.. there.Select(index => context.Styles[cells[index].Policy].Colour)];
            for (int index = 0; index < there.Length; index++)
            {
                data.Add(new ScatterTrace
                {
                    Name = results.LabelOf(cells[there[index]]),
                    X = [means[index].Mean],
                    Y = [there[index]],
                    Mode = "markers",
                    Marker = new Marker { Color = colours[index], Symbol = context.Styles[cells[there[index]].Policy].Symbol, Size = 10 },
                    ErrorX = new ErrorBars { Array = [means[index].Above], Arrayminus = [means[index].Below], Color = colours[index], Thickness = 2, Width = 4 },
                    Text = [Wording.Estimate(means[index]) + (outcome.IsShare ? " %" : "")],
                    Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                });
            }
        }

        string cut = cells.Count < all ? $"The {(results.IsRanked ? "best" : "first")} {Wording.Number(cells.Count)} of {Wording.Number(all)} combinations; all are in the report." : "";
        return new Figure(data, new Layout { Axes = axes, Annotations = [.. format.Remark(cut, margin)], Font = format.Font, Margin = margin with { L = left }, Height = height + margin.T + margin.B });
    }
}
