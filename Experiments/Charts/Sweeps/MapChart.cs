using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>An outcome over two numeric factors: a heat map with lines of equal value, the ridge and the break-even line.</summary>
internal static class MapChart
{
    internal const string Id = "map";

    private const string Name = "The outcome over two factors";

    /// <summary>Lines of equal value, about.</summary>
    private const int Lines = 7;

    internal static string IdOf(AnswerOutcome outcome) => $"{Id}-{outcome.Key.Replace('_', '-')}";

    internal static ChartEntry Draw(SweepChartContext context, AnswerOutcome outcome)
    {
        SweepResults results = context.Results;
        string id = IdOf(outcome);
        if (Ridge.Of(results, outcome, results.Subject) is not { } found)
        {
            return new OmittedChart(id, $"{Name}: {outcome.Name}", "it takes a grid of two numeric factors");
        }

        if (EffectsFinding.IsWithout(results, outcome))
        {
            return new OmittedChart(id, $"{Name}: {outcome.Name}", "no factor moves it beyond doubt; a map would show noise");
        }

        // Which level to choose is a question to the outcome that matters most.
        Ridge ridge = outcome == results.Main ? found : found with { Optima = [] };
        double[] across = [.. results.ValuesOf(ridge.Across).Select(value => value.Number!.Value)];
        double[] up = [.. results.ValuesOf(ridge.Up).Select(value => value.Number!.Value)];
        Dictionary<(double, double), Interval?> values = results.Of(results.Subject).ToDictionary(
            cell => (cell.Point.Values[ridge.Across].Number!.Value, cell.Point.Values[ridge.Up].Number!.Value), cell => cell.Of(outcome).Interval?.Times(outcome.Scale));
        double?[][] matrix = [.. up.Select(row => across.Select(column => values.GetValueOrDefault((column, row))?.Mean).ToArray())];
        if (!matrix.Any(row => row.Any(value => value is not null)))
        {
            return new OmittedChart(id, $"{Name}: {outcome.Name}", "no combination has a result");
        }

        (string upLabel, string acrossLabel) = (results.Factors[ridge.Up].Label, results.Factors[ridge.Across].Label);
        string title = outcome == results.Main && context.Answer.Findings.FirstOrDefault(finding => finding.Id == RidgeFinding.Id) is { } finding
            ? finding.Title
            : context.Answer.Title($"{EffectsFinding.Id}-{outcome.Key}", Name);
        string line = ridge.Optima.Count > 1 ? $" The dark line joins the best {upLabel} for each {acrossLabel}, with its interval." : "";
        double[] all = [.. matrix.SelectMany(row => row).OfType<double>()];
        string zero = outcome.IsDifference && CrossesZero(all.Min(), all.Max()) ? " The thick dashed line is where it breaks even with sending nothing." : "";
        return context.Draw(
            id,
            title,
            $"Colour: {outcome.Label}{context.Whose}, the mean at each combination that was run; thin lines join equal values.{line}{zero}",
            $"means; lines are interpolated between the combinations{(ridge.Optima.Count > 1 ? "; " + Optimum.Method : "")}",
            string.Join("; ", up.Select((row, y) => $"{upLabel} {new SweepValue("", row).Short}: {string.Join(", ", matrix[y].Select(value => value is { } number ? Wording.Number(Math.Round(number, 2)) : "none"))}")) + ".",
            format => Draw(context, outcome, ridge, across, up, matrix, values, format),
            Table(results, ridge, outcome, values));
    }

    private static TidyTable Table(SweepResults results, Ridge ridge, AnswerOutcome outcome, Dictionary<(double Across, double Up), Interval?> values) => new(
        ["policy", results.Factors[ridge.Across].Path, results.Factors[ridge.Up].Path, "outcome", "unit", "mean", "low_95", "high_95"],
        [.. values.Select(entry => (IReadOnlyList<string>)
            [results.Subject, TidyTable.Cell(entry.Key.Across), TidyTable.Cell(entry.Key.Up), outcome.Label, outcome.Unit, .. TidyTable.Cells(entry.Value)])]);

    private static Figure Draw(
        SweepChartContext context,
        AnswerOutcome outcome,
        Ridge ridge,
        double[] across,
        double[] up,
        double?[][] matrix,
        Dictionary<(double Across, double Up), Interval?> values,
        Format format)
    {
        SweepResults results = context.Results;
        (FactorScale scaleX, FactorScale scaleY) = (FactorScale.Of(results.Factors[ridge.Across], across), FactorScale.Of(results.Factors[ridge.Up], up));
        (double[] x, double[] y) = ([.. across.Select(scaleX.Position)], [.. up.Select(scaleY.Position)]);
        double[] all = [.. matrix.SelectMany(row => row).OfType<double>()];
        (double low, double high) = (all.Min(), all.Max());
        double most = Math.Max(Math.Abs(low), Math.Abs(high));
        bool isBeside = format.IsPicture || !format.IsNarrow;
        Margin margin = format.Around(70, isBeside ? 120 : 16, 12, isBeside ? 56 : 128);
        double height = format.Plot(format.Choose(430, 330), margin);
        var data = new List<Trace>
        {
            new HeatmapTrace
            {
                Name = outcome.Label,
                X = x,
                Y = y,
                Z = matrix,
                Customdata = [.. up.Select(row => (IReadOnlyList<string>)[.. across.Select(column => Hover(results, ridge, outcome, column, row, values.GetValueOrDefault((column, row))))])],
                Colorscale = Colours(outcome, low, high),
                Zmin = CrossesZero(low, high) ? -most : low,
                Zmax = CrossesZero(low, high) ? most : Math.Max(high, low + 1e-9),
                Xgap = 0,
                Ygap = 0,
                Showscale = true,
                Colorbar = Bar(outcome, height, format),
                Hovertemplate = "%{customdata}<extra></extra>",
            },
        };
        if (x.Length > 2 && y.Length > 2 && high > low)
        {
            double step = Step((high - low) / Lines);
            data.Add(Equal(x, y, matrix, new Contours(Math.Ceiling(low / step) * step, Math.Floor(high / step) * step, step)
            {
                Showlabels = true,
                Labelfont = new Font { Size = format.Smaller(2), Color = Palette.Ink },
                Labelformat = outcome.IsShare ? ".3~g" : "~s",
            }, new Line { Color = Palette.Faded(Palette.Ink, 0.45), Width = 0.8 }));
        }

        if (outcome.IsDifference && CrossesZero(low, high))
        {
            data.Add(Equal(x, y, matrix, new Contours(0, 0, 1), new Line { Color = Palette.Ink, Width = 3, Dash = "dash" }));
        }

        if (ridge.Optima.Count > 1)
        {
            data.Add(RidgeLine(ridge, scaleX, scaleY));
        }

        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = FactorAxis.Numeric(results.Factors[ridge.Across], scaleX, across, format.Width - format.Scaled(80) - margin.R, format) with { Range = Edges(x), Showgrid = false },
                ["yaxis"] = FactorAxis.Numeric(results.Factors[ridge.Up], scaleY, up, format.IsPicture ? height : height * 2, format, isUpright: format.IsPicture) with { Range = Edges(y), Showgrid = false },
            },
            Annotations = format.IsPicture ? [new Annotation { Text = KeyTitle(outcome, format), X = 1.02, Y = 1, Yanchor = "top", Font = format.Small }] : [],
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    private static ScatterTrace RidgeLine(Ridge ridge, FactorScale scaleX, FactorScale scaleY)
    {
        double[] at = [.. ridge.Optima.Select(pair => scaleY.Position(pair.Optimum.At.Mean))];
        return new ScatterTrace
        {
            Name = "best",
            X = [.. ridge.Optima.Select(pair => scaleX.Position(pair.Across))],
            Y = at,
            Mode = "lines+markers",
            Line = new Line { Color = Palette.Ink, Width = 2.5 },
            Marker = new Marker { Color = Palette.Ink, Symbol = "diamond", Size = 10, Line = new Line { Color = Palette.Paper, Width = 1.5 } },
            ErrorY = new ErrorBars
            {
                Array = [.. ridge.Optima.Select((pair, index) => pair.Optimum.At.High is { } bound ? scaleY.Position(bound) - at[index] : 0)],
                Arrayminus = [.. ridge.Optima.Select((pair, index) => pair.Optimum.At.Low is { } bound ? at[index] - scaleY.Position(bound) : 0)],
                Color = Palette.Ink,
                Thickness = 1.5,
                Width = 4,
            },
            Text = [.. ridge.Optima.Select(pair => Wording.Estimate(pair.Optimum.At))],
            Hovertemplate = "best at %{text}<extra></extra>",
        };
    }

    private static ContourTrace Equal(double[] x, double[] y, double?[][] z, Contours contours, Line line) => new()
    {
        X = x,
        Y = y,
        Z = z,
        Contours = contours,
        Line = line,
        Hoverinfo = "skip",
    };

    /// <summary>Around zero two colours; where all values lie on one side of it, one colour over their range, or small differences would not show.</summary>
    private static IReadOnlyList<IReadOnlyList<object>> Colours(AnswerOutcome outcome, double low, double high)
    {
        (string lower, string higher) = outcome.IsBetterHigh ? (Palette.Bad, Palette.Good) : (Palette.Good, Palette.Bad);
        return CrossesZero(low, high)
            ? [[0, lower], [0.5, Palette.Paper], [1, higher]]
            : high <= 0 && low < 0 ? [[0, lower], [1, Palette.Paper]] : [[0, Palette.Paper], [1, higher]];
    }

    private static bool CrossesZero(double low, double high) => low < 0 && high > 0;

    private static string KeyTitle(AnswerOutcome outcome, Format format) => format.Wrapped(outcome.AxisTitle, format.Choose(14, 44), format.Scaled(112));

    // In a picture the title stands by itself above a shorter bar, or it would cover the uppermost label.
    private static ColourBar Bar(AnswerOutcome outcome, double height, Format format) => format.IsPicture
        ? OnPage(outcome, format) with
        {
            Title = new AxisTitle(""),
            Orientation = "v",
            X = 1.02,
            Xanchor = "left",
            Y = 0,
            Yanchor = "bottom",
            Len = Math.Max(0.4, 1 - ((KeyTitle(outcome, format).Split("<br>").Length + 0.6) * format.LineHeight / height)),
        }
        : OnPage(outcome, format);

    private static ColourBar OnPage(AnswerOutcome outcome, Format format) => new()
    {
        Title = new AxisTitle(Format.Wrapped(outcome.AxisTitle, format.Choose(14, 44))),
        Ticksuffix = outcome.IsShare ? "%" : null,
        Tickformat = outcome.IsShare ? null : "~s",
        Orientation = format.Choose("v", "h"),
        X = format.Choose(1.02, 0.5),
        Xanchor = format.Choose("left", "center"),
        Y = format.Choose(0.5, -0.22),
        Yanchor = format.Choose("middle", "top"),
        Nticks = 6,
    };

    private static string Hover(SweepResults results, Ridge ridge, AnswerOutcome outcome, double column, double row, Interval? value) =>
        $"{results.Factors[ridge.Across].Label} {new SweepValue("", column).Short}<br>{results.Factors[ridge.Up].Label} {new SweepValue("", row).Short}<br>"
        + (value is { } mean ? $"{outcome.Label} {outcome.Estimate(mean.Times(1 / outcome.Scale))}" : "no result");

    /// <summary>Half a cell beyond the first and the last position.</summary>
    private static double[] Edges(double[] positions) =>
        [positions[0] - ((positions[1] - positions[0]) / 2), positions[^1] + ((positions[^1] - positions[^2]) / 2)];

    /// <summary>A round step near a value: 1, 2 or 5 times a power of ten.</summary>
    private static double Step(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
