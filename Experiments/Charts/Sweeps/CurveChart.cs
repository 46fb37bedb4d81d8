using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Designs;

namespace Experiments.Charts.Sweeps;

/// <summary>The answering outcomes along one numeric factor, a panel each, with bands and the optimum.</summary>
internal static class CurveChart
{
    internal const string Id = "curve";

    private const string Name = "The outcomes along the factor";

    /// <summary>Most lines; more are a tangle.</summary>
    private const int MostLines = 8;

    internal static ChartEntry Draw(SweepChartContext context)
    {
        SweepResults results = context.Results;
        if (results.Lever is not { } factor)
        {
            return new OmittedChart(Id, Name, "it takes a single numeric factor");
        }

        List<Series> series = Lines(results, factor);
        if (series.Count == 0 || series.Max(line => line.Line.Levels.Count) < 2)
        {
            return new OmittedChart(Id, Name, "there are fewer than two levels with results");
        }

        double[] levels = [.. series.SelectMany(line => line.Line.Levels).Distinct().Order()];
        FactorScale scale = FactorScale.Of(results.Factors[factor], levels);
        bool isLever = results.Factors[factor].IsLever;
        Dictionary<Series, Optimum> optima = isLever
            ? series.Where(line => !line.IsConstant && line.Line.Levels.Count > 2)
                .Select(line => (line, Optimum: Optimum.Of(line.Line, results.Main, scale, results.Facts.Seed)))
                .Where(pair => pair.Optimum is not null)
                .ToDictionary(pair => pair.line, pair => pair.Optimum!)
            : [];
        AnswerOutcome[] outcomes = [.. results.Outcomes.Where(outcome => series.Exists(line => line.Line.Of(outcome).Any(sample => sample.Count > 0))).Take(4)];
        string title = context.Answer.Title(OptimumFinding.Id, context.Answer.Title($"{EffectsFinding.Id}-{results.Main.Key}", Name));
        string zero = outcomes.Any(outcome => outcome.IsDifference) ? " Zero is what sending nothing comes to." : "";
        string marks = optima.Count > 0 ? " The diamond marks the best level, interpolated, with its interval; the grey strip holds the levels that cannot be told from the best." : "";
        return context.Draw(
            Id,
            title,
            $"Means at the levels that were run, bands their 95% intervals.{zero}{marks}",
            $"bands: {MeanInterval.Method}{(optima.Count > 0 ? "; " + Optimum.Method : "")}",
            Alt(results, series, outcomes[0]),
            format => Draw(context, factor, scale, levels, series, outcomes, optima, format),
            Table(results, factor, series, outcomes));
    }

    private static List<Series> Lines(SweepResults results, int factor)
    {
        List<SweepLine> lines = [.. SweepLine.Along(results, results.Cells, factor, [.. results.Policies])];
        if (lines.Count > MostLines)
        {
            lines = [.. lines.Where(line => line.Policy == results.Subject).Take(MostLines)];
        }

        IReadOnlyList<string> touched = results.Touched;
        return [.. lines.Select((line, index) => new Series(line, line.Name, SweepChartContext.LineStyle(index), !touched.Contains(line.Policy)))];
    }

    private static string Alt(SweepResults results, List<Series> series, AnswerOutcome outcome) => string.Join("; ", series.Select(line =>
    {
        IReadOnlyList<ReplicateSample> samples = line.Line.Of(outcome);
        return $"{(line.Name.Length > 0 ? line.Name + ": " : "")}{outcome.Label} " + string.Join(", ", samples.Select((sample, index) =>
            $"{(sample.Interval is { } mean ? outcome.Short(mean) : "unknown")} at {new SweepValue("", line.Line.Levels[index]).Short}"));
    })) + ".";

    private static TidyTable Table(SweepResults results, int factor, List<Series> series, AnswerOutcome[] outcomes) => new(
        ["line", "policy", results.Factors[factor].Path, "outcome", "unit", "mean", "low_95", "high_95", "replicates"],
        [.. series.SelectMany(line => outcomes.SelectMany(outcome => line.Line.Cells.Select((cell, index) => (IReadOnlyList<string>)
            [line.Name, line.Line.Policy, TidyTable.Cell(line.Line.Levels[index]), outcome.Label, outcome.Unit, .. TidyTable.Cells(cell.Of(outcome).Interval?.Times(outcome.Scale)), TidyTable.Cell(cell.Of(outcome).Count)])))]);

    private static Figure Draw(
        SweepChartContext context,
        int factor,
        FactorScale scale,
        double[] levels,
        List<Series> series,
        AnswerOutcome[] outcomes,
        Dictionary<Series, Optimum> optima,
        Format format)
    {
        Factor varied = context.Results.Factors[factor];
        double right = series.Count == 1 ? format.Scaled(16) : series.Max(line => format.WidthOf(format.Wrapped(line.Name))) + format.Scaled(22);
        var places = CurvePanels.Of(outcomes.Length, right, format);
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var texts = new List<Annotation>();
        var shapes = new List<Shape>();
        for (int panel = 0; panel < places.Panels.Count; panel++)
        {
            (AnswerOutcome outcome, string key, CurvePanels.Panel place) = (outcomes[panel], PanelGrid.Suffix(panel), places.Panels[panel]);
            double[] range = Range(series, outcome);
            Axis across = FactorAxis.Numeric(varied, scale, levels, place.Width, format);
            axes["xaxis" + key] = across with { Domain = place.Across, Anchor = "y" + key, Title = place.IsLowest ? across.Title : null, Showticklabels = place.IsLowest };
            axes["yaxis" + key] = new Axis
            {
                Domain = place.Down,
                Anchor = "x" + key,
                Range = range,
                Ticksuffix = outcome.IsShare ? "%" : null,
                Tickformat = SweepChartContext.Tickformat(outcome, range),
                Zeroline = true,
                Nticks = Math.Min(panel == 0 ? 7 : 4, format.MostRows(place.Height, 1.7)),
                Title = format.IsPicture ? null : new AxisTitle(Format.Wrapped(outcome.AxisTitle, format.Choose(panel == 0 ? 60 : 26, panel == 0 ? 44 : 24)), 6),
            };
            if (format.IsPicture)
            {
                // Upright text would not fit beside a panel of a few lines' height.
                texts.Add(new Annotation { Text = outcome.AxisTitle, X = place.Across![0], Y = place.Down[1], Yshift = 2, Font = format.Small });
            }

            foreach (Series line in series)
            {
                data.AddRange(Traces(line, outcome, scale, key));
            }

            if (panel == 0)
            {
                (List<Trace> marks, List<Shape> strips) = Marks(series, optima, outcome, scale);
                data.AddRange(marks);
                shapes.AddRange(strips.Take(1));
            }

            if (series.Count > 1 && place.IsLabelled)
            {
                List<(string Name, double Value)> ends = [.. series.Where(line => line.Line.Of(outcome)[^1].Count > 0).Select(line => (line.Name, line.Line.Of(outcome)[^1].Mean * outcome.Scale))];
                texts.AddRange(EndLabels.Spread(ends, range, place.Height, format).Select(label => new Annotation
                {
                    Text = format.Wrapped(label.Name),
                    X = place.Across?[1] ?? 1,
                    Y = label.Place,
                    Yref = "y" + key,
                    Xshift = 8,
                    Yanchor = "middle",
                    Font = new Font { Color = series.First(line => line.Name == label.Name).Style.Colour, Size = format.FontSize },
                }));
            }
        }

        string[] left = [.. outcomes.Skip(places.Panels.Count).Select(outcome => outcome.Name)];
        return new Figure(data, new Layout
        {
            Axes = axes,
            Annotations = [.. texts, .. format.Remark(left.Length == 0 ? "" : $"In the report also: {string.Join(", ", left)}.", places.Margin)],
            Shapes = shapes,
            Font = format.Font,
            Margin = places.Margin,
            Height = places.Height,
        });
    }

    private static double[] Range(List<Series> series, AnswerOutcome outcome)
    {
        IEnumerable<double> values = series.SelectMany(line => line.Line.Of(outcome)).Select(sample => sample.Interval).OfType<Interval>()
            .SelectMany(value => new[] { value.Low ?? value.Mean, value.High ?? value.Mean, value.Mean }).Select(value => value * outcome.Scale);
        return SweepChartContext.Padded(outcome.IsDifference ? values.Append(0) : values);
    }

    private static IEnumerable<Trace> Traces(Series line, AnswerOutcome outcome, FactorScale scale, string key)
    {
        (double X, Interval Mean)[] points = [.. line.Line.Of(outcome)
            .Select((sample, index) => (X: scale.Position(line.Line.Levels[index]), sample.Interval))
            .Where(point => point.Interval is not null)
            .Select(point => (point.X, point.Interval!.Value.Times(outcome.Scale)))];
        if (points.Length == 0)
        {
            yield break;
        }

        if (points.All(point => point.Mean.HasBounds))
        {
            yield return new ScatterTrace
            {
                Name = $"{line.Name} 95% interval".Trim(),
                X = [.. points.Select(point => point.X), .. points.Reverse().Select(point => point.X)],
                Y = [.. points.Select(point => point.Mean.High!.Value), .. points.Reverse().Select(point => point.Mean.Low!.Value)],
                Fill = "toself",
                Fillcolor = Palette.Faded(line.Style.Colour, 0.16),
                Line = new Line { Width = 0, Color = Palette.Faded(line.Style.Colour, 0) },
                Hoverinfo = "skip",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            };
        }

        yield return new ScatterTrace
        {
            Name = line.Name,
            X = [.. points.Select(point => point.X)],
            Y = [.. points.Select(point => point.Mean.Mean)],
            Mode = line.IsConstant ? "lines" : "lines+markers",
            Line = new Line { Color = line.Style.Colour, Dash = line.Style.Dash, Width = 2.5 },
            Marker = new Marker { Color = line.Style.Colour, Symbol = line.Style.Symbol, Size = 7 },
            Text = [.. points.Select(point => $"{new SweepValue("", scale.Level(point.X)).Short}: {Wording.Estimate(point.Mean)}{(outcome.IsShare ? " %" : "")}")],
            Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
            Cliponaxis = false,
            Xaxis = "x" + key,
            Yaxis = "y" + key,
        };
    }

    private static (List<Trace> Traces, List<Shape> Strips) Marks(List<Series> series, Dictionary<Series, Optimum> optima, AnswerOutcome outcome, FactorScale scale)
    {
        var traces = new List<Trace>();
        var strips = new List<Shape>();
        foreach (Series line in series.Where(optima.ContainsKey))
        {
            Optimum optimum = optima[line];
            double at = scale.Position(optimum.At.Mean);
            double value = line.Line.Of(outcome)[optimum.Best].Mean * outcome.Scale;
            traces.Add(new ScatterTrace
            {
                Name = $"{line.Name} optimum".Trim(),
                X = [at],
                Y = [value],
                Mode = "markers",
                Marker = new Marker { Color = Palette.Ink, Symbol = "diamond", Size = 12, Line = new Line { Color = Palette.Paper, Width = 1.5 } },
                ErrorX = optimum.At.HasBounds
                    ? new ErrorBars { Array = [scale.Position(optimum.At.High!.Value) - at], Arrayminus = [at - scale.Position(optimum.At.Low!.Value)], Color = Palette.Ink, Thickness = 2, Width = 6 }
                    : null,
                Text = [Wording.Estimate(optimum.At)],
                Hovertemplate = "optimum at %{text}<extra></extra>",
            });
            if (optimum.Flat.Count > 1)
            {
                strips.Add(new Shape
                {
                    Yref = "paper",
                    X0 = scale.Position(optimum.Line.Levels[optimum.Flat[0]]),
                    X1 = scale.Position(optimum.Line.Levels[optimum.Flat[^1]]),
                    Y0 = 0,
                    Y1 = 1,
                    Fillcolor = Palette.Faded(Palette.Neutral, 0.4),
                });
            }
        }

        return (traces, strips);
    }

    private sealed record Series(SweepLine Line, string Name, PolicyStyle Style, bool IsConstant);
}
