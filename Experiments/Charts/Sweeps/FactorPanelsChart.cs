using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Designs;

namespace Experiments.Charts.Sweeps;

/// <summary>Small multiples: the most important outcome against each factor, the factor that matters most first.</summary>
internal static class FactorPanelsChart
{
    internal const string Id = "factors";

    private const string Name = "The outcome against each factor";

    /// <summary>Most factors drawn.</summary>
    private const int MostFactors = 12;

    /// <summary>Least height of a panel in a picture, lines of text. Chosen.</summary>
    private const double LeastLines = 5;

    /// <summary>Most single combinations drawn as points.</summary>
    private const int MostPoints = 400;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        AnswerOutcome outcome = results.Main;
        List<FactorEffect> effects = [.. FactorEffect.All(results, outcome, results.Subject).Take(MostFactors)];
        if (results.Sweep.Design.Kind is Design.OneAtATime or Design.List || effects.Count < 2)
        {
            return new OmittedChart(Id, Name, effects.Count < 2 ? "it takes two factors" : "factors do not vary independently in this design");
        }

        bool points = results.Sweep.Design.FillsSpace;
        return context.Draw(
            Id,
            context.Answer.Title($"{EffectsFinding.Id}-{outcome.Key}", Name),
            $"{AnswerText(context, outcome)} at each level of a factor, over all levels of the others. All panels have one scale: a flat line means that the factor hardly matters{(points ? "; single combinations are the faint points" : "")}.",
            $"{FactorEffect.Method}{(points ? "; levels in bins of equally many combinations" : "")}",
            string.Join("; ", effects.Select(effect => $"{results.Factors[effect.Factor].Label}: {string.Join(", ", effect.Levels.Select(level => $"{level.Value.Short} {(level.Sample.Interval is { } mean ? outcome.Short(mean) : "unknown")}"))}")) + ".",
            format => Draw(context, outcome, effects, points, format),
            Table(results, outcome, effects));
    }

    private static string AnswerText(SweepChartContext context, AnswerOutcome outcome) => $"Mean {outcome.Label}{context.Whose}";

    private static TidyTable Table(SweepResults results, AnswerOutcome outcome, List<FactorEffect> effects) => new(
        ["policy", "factor", "label", "level", "outcome", "unit", "mean", "low_95", "high_95", "combinations"],
        [.. effects.SelectMany(effect => effect.Levels.Select(level => (IReadOnlyList<string>)
        [
            results.Subject, results.Factors[effect.Factor].Path, results.Factors[effect.Factor].Label, level.Value.Text, outcome.Label, outcome.Unit,
            .. TidyTable.Cells(level.Sample.Interval?.Times(outcome.Scale)), TidyTable.Cell(level.Cells),
        ]))]);

    private static Figure Draw(SweepChartContext context, AnswerOutcome outcome, List<FactorEffect> effects, bool points, Format format)
    {
        SweepResults results = context.Results;
        int all = effects.Count;
        int columns = format.IsPicture ? Math.Min(format.Choose(4, 2), all) : format.Choose(Math.Min(3, all), 1);
        double gap = format.Scaled(format.Choose(84, 76));
        Margin margin = format.Around(70, 14, 12, 64);
        effects = [.. effects.Take(columns * Math.Max(1, (int)Math.Min(all, (format.Plot(int.MaxValue, margin) + gap) / ((LeastLines * format.LineHeight) + gap))))];
        margin = all > effects.Count ? margin with { B = margin.B + format.LineHeight } : margin;
        int rows = (effects.Count + columns - 1) / columns;
        double height = format.Plot((rows * format.Choose(190, 150)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - format.Scaled(84), gap, format.Scaled(format.Choose(34, format.IsPicture ? 20 : 0)));
        SweepCell[] shown = points ? [.. Sampled(results.Of(results.Subject))] : [];
        double[] range = Range(outcome, effects, shown);
        PolicyStyle style = context.Styles[results.Subject];
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        for (int index = 0; index < effects.Count; index++)
        {
            (string key, FactorEffect effect) = (PanelGrid.Suffix(index), effects[index]);
            (int row, int column) = (index / columns, index % columns);
            Factor factor = results.Factors[effect.Factor];
            bool numeric = effect.Levels.All(level => level.Value.Number is not null);
            double[] levels = numeric ? [.. effect.Levels.Select(level => level.Value.Number!.Value)] : [];
            FactorScale scale = numeric ? FactorScale.Of(factor, levels) : default;
            double[] x = numeric ? [.. levels.Select(scale.Position)] : PolicyRows.Positions(effect.Levels.Count);
            double room = (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width;
            Axis across = numeric ? FactorAxis.Numeric(factor, scale, levels, room, format) : Categories(factor, effect, room, format);
            axes["xaxis" + key] = across with
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Range = numeric && shown.Length > 0 ? SweepChartContext.Padded(shown.Select(cell => scale.Position(cell.Point.Values[effect.Factor].Number!.Value)), 0.04) : across.Range,
                Title = new AxisTitle(format.Wrapped(FactorAxis.Title(factor, scale, format, room).Replace("<br>", " ", StringComparison.Ordinal), format.Choose(36, 42), room), 4),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = grid.Down(row),
                Anchor = "x" + key,
                Range = range,
                Zeroline = true,
                Nticks = 5,
                Ticksuffix = outcome.IsShare ? "%" : null,
                Tickformat = SweepChartContext.Tickformat(outcome, range),
                Showticklabels = column == 0,
                Title = column == 0 ? new AxisTitle(format.Wrapped(outcome.AxisTitle, 26, height / rows), 6) : null,
            };
            if (shown.Length > 0 && numeric)
            {
                data.Add(new ScatterTrace
                {
                    Name = "single combinations",
                    X = [.. shown.Select(cell => scale.Position(cell.Point.Values[effect.Factor].Number!.Value))],
                    Y = [.. shown.Select(cell => cell.Of(outcome).Mean * outcome.Scale)],
                    Mode = "markers",
                    Marker = new Marker { Color = style.Colour, Size = 4, Opacity = 0.25 },
                    Hoverinfo = "skip",
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                });
            }

            Interval[] means = [.. effect.Levels.Select(level => level.Sample.Interval!.Value.Times(outcome.Scale))];
            data.Add(new ScatterTrace
            {
                Name = factor.Label,
                X = x,
                Y = [.. means.Select(mean => mean.Mean)],
                Mode = numeric ? "lines+markers" : "markers",
                Line = numeric ? new Line { Color = style.Colour, Width = 2 } : null,
                Marker = new Marker { Color = style.Colour, Symbol = "circle", Size = 8 },
                ErrorY = new ErrorBars { Array = [.. means.Select(mean => mean.Above)], Arrayminus = [.. means.Select(mean => mean.Below)], Color = style.Colour, Thickness = 1.5, Width = 4 },
                Text = [.. effect.Levels.Select((level, place) => $"{level.Value.Short}: {Wording.Estimate(means[place])}{(outcome.IsShare ? " %" : "")}")],
                Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
        }

        string left = effects.Count < all ? $"The {Wording.Number(effects.Count)} factors that matter most, of {Wording.Number(all)}; all are in the report." : "";
        return new Figure(data, new Layout { Axes = axes, Annotations = [.. format.Remark(left, margin)], Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static Axis Categories(Factor factor, FactorEffect effect, double room, Format format) => new()
    {
        Title = new AxisTitle(factor.Label, 4),
        Tickvals = PolicyRows.Positions(effect.Levels.Count),
        Ticktext = [.. effect.Levels.Select(level => format.Wrapped(level.Value.Text, format.Choose(12, 10), room / effect.Levels.Count))],
        Range = [-0.5, effect.Levels.Count - 0.5],
        Tickangle = 0,
        Showgrid = false,
    };

    private static IEnumerable<SweepCell> Sampled(IReadOnlyList<SweepCell> cells)
    {
        int step = Math.Max(1, (cells.Count + MostPoints - 1) / MostPoints);
        return cells.Where((_, index) => index % step == 0);
    }

    private static double[] Range(AnswerOutcome outcome, List<FactorEffect> effects, SweepCell[] shown)
    {
        IEnumerable<double> values = effects.SelectMany(effect => effect.Levels)
            .Select(level => level.Sample.Interval!.Value)
            .SelectMany(mean => new[] { mean.Low ?? mean.Mean, mean.High ?? mean.Mean })
            .Concat(shown.Where(cell => cell.Of(outcome).Count > 0).Select(cell => cell.Of(outcome).Mean))
            .Select(value => value * outcome.Scale);
        return SweepChartContext.Padded(outcome.IsDifference ? values.Append(0) : values);
    }
}
