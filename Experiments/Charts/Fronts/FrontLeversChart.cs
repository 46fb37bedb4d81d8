using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;
using Experiments.Designs;

namespace Experiments.Charts.Fronts;

/// <summary>The levers along the front: a panel a lever, across the first objective, up the levels.</summary>
internal static class FrontLeversChart
{
    internal const string Id = "levers";

    internal static ChartEntry Draw(FrontChartContext context)
    {
        FrontResults results = context.Results;
        if (results.Front.Count < 2)
        {
            return new OmittedChart(Id, "The levers along the front", "the front is a single policy");
        }

        string title = context.Answer.Title(LeversFinding.Id, "The levers along the front");
        return context.Draw(
            Id,
            title,
            $"Each panel is a lever, each mark a policy of the front. Across: {results.Gain.Label}; up: the level of the lever, evenly spaced where the search chose from a list. A flat row is a level that all have; where marks climb or fall, the lever moves along the front. A missing mark: the lever does not act there.",
            "means over replicates",
            title + ".",
            format => Draw(results, format),
            new TidyTable(
                ["policy", results.Gain.AxisTitle, .. results.Levers.Select(lever => lever.Path)],
                [.. results.Front.Select(policy => (IReadOnlyList<string>)[policy.Name, TidyTable.Cell(policy.Means[0].Mean * results.Gain.Scale), .. policy.Levels.Select(level => level?.Text ?? "")])]));
    }

    private static Figure Draw(FrontResults results, Format format)
    {
        int panels = results.Levers.Count;

        // A picture is not as high as a page may grow: more panels stand beside each other there.
        int columns = Math.Min(panels, format.IsPicture ? format.Choose(4, 2) : format.Choose(2, 1));
        int rows = (panels + columns - 1) / columns;
        Margin margin = format.Around(format.Choose(52, 46), 12, format.IsPicture ? 48 : 28, 50);
        double gap = format.Scaled(format.IsPicture ? 62 : 46);
        double height = format.Plot((rows * format.Choose(118, 100)) + ((rows - 1) * gap), margin);
        int ticks = (int)Math.Max(2, ((height - ((rows - 1) * gap)) / rows) / format.LineHeight);
        double width = format.Width - margin.L - margin.R;
        var grid = new PanelGrid(rows, columns, height, width, gap, format.Scaled(64));
        double[] across = SweepChartContext.Padded(results.Front.Select(policy => policy.Means[0].Mean * results.Gain.Scale), 0.05);
        var data = new List<Trace>();
        var axes = new Dictionary<string, object>();
        var texts = new List<Annotation>();
        for (int lever = 0; lever < panels; lever++)
        {
            (int row, int column) = (lever / columns, lever % columns);
            string suffix = PanelGrid.Suffix(lever);
            Factor factor = results.Levers[lever];
            JudgedPolicy[] acting = [.. results.Front.Where(policy => policy.Levels[lever] is not null)];
            int own = lever;
            data.Add(new ScatterTrace
            {
                Name = factor.Label,
                X = [.. acting.Select(policy => policy.Means[0].Mean * results.Gain.Scale)],
                Y = [.. acting.Select(policy => Place(factor, policy.Levels[own]!))],
                Mode = "markers",
                Marker = new Marker
                {
                    Color = Palette.Good,
                    Size = 8,
                    Symbol = acting.Select(policy => results.KneeIndex is { } knee && results.Front[knee] == policy ? "diamond" : "circle").ToArray(),
                    Line = new Line { Color = Palette.Ink, Width = 1 },
                },
                Text = [.. acting.Select(policy => $"{policy.Name}: {results.Phrase(own, policy.Levels[own]!)}")],
                Hovertemplate = "%{text}<extra></extra>",
                Xaxis = "x" + suffix,
                Yaxis = "y" + suffix,
                Cliponaxis = false,
            });
            bool isLast = lever + columns >= panels;
            axes["xaxis" + suffix] = new Axis
            {
                Domain = grid.Across(column),
                Anchor = "y" + suffix,
                Range = across,
                Nticks = columns > 2 ? 4 : format.Choose(6, 4),
                Tickformat = SweepChartContext.Tickformat(results.Gain, across),
                Ticksuffix = results.Gain.IsShare ? "%" : null,
                Showticklabels = isLast,
                Title = isLast ? new AxisTitle(columns > 2 ? results.Gain.Label : results.Gain.AxisTitle, 6) : null,
            };
            axes["yaxis" + suffix] = Levels(factor, ticks) with { Domain = grid.Down(row), Anchor = "x" + suffix, Tickfont = format.Small };
            texts.Add(new Annotation { Text = columns > 2 ? format.Wrapped(factor.Label, 26, (width / columns) - format.Scaled(30)) : factor.Label, X = grid.Across(column)[0], Y = grid.Down(row)[1], Yshift = 5, Font = format.Font });
        }

        return new Figure(data, new Layout { Axes = axes, Annotations = texts, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static double Place(Factor factor, Level level) => factor.Range is null ? factor.Listed.ToList().FindIndex(listed => listed.Text == level.Text) : level.Number!.Value;

    private static Axis Levels(Factor factor, int most)
    {
        if (factor.Range is { } range)
        {
            return new Axis { Range = SweepChartContext.Padded([range.From, range.To], 0.08), Nticks = 4 };
        }

        int step = (factor.Listed.Count + most - 1) / most;
        int[] shown = [.. Enumerable.Range(0, factor.Listed.Count).Where(index => index % step == 0)];
        return new Axis
        {
            Range = [-0.4, factor.Listed.Count - 0.6],
            Tickvals = [.. shown.Select(index => (double)index)],
            Ticktext = [.. shown.Select(index => Text(factor, factor.Listed[index]))],
        };
    }

    private static string Text(Factor factor, Level level) =>
        factor.Say.Contains("{%}", StringComparison.Ordinal) && level.Number is { } share ? Wording.Percent(share) : FrontResults.Short(level);
}
