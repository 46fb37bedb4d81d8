using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Sweeps;

/// <summary>
/// Exceedance curves: the share of runs that reach a value, a line a sample. Both scales are logarithmic where values allow, so that
/// what is rare and large shows; the line of one run in a hundred is marked.
/// </summary>
internal static class ExceedanceFigure
{
    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "empirical shares of runs; band: " + WilsonInterval.Method + " at each value";

    /// <summary>Largest value over the least above 0 from which on the scale of values is logarithmic. Chosen.</summary>
    private const double WideRatio = 5;

    /// <summary>A step is left out when it changes the number of runs by less than this share. Chosen: it does not show.</summary>
    private const double Visible = 0.02;

    /// <summary>Share of the worst runs that is marked.</summary>
    private const double Marked = 0.01;

    /// <summary>The figure.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="lines">Labels, and runs ascending.</param>
    /// <param name="format">The format.</param>
    internal static Figure Draw(AnswerOutcome outcome, IReadOnlyList<(string Label, double[] Sorted)> lines, Format format)
    {
        double[] values = [.. lines.SelectMany(line => line.Sorted).Select(value => value * outcome.Scale)];
        double most = values.Max();
        double least = values.Min() < 0 ? values.Min() : values.Where(value => value > 0).DefaultIfEmpty(1).Min();
        bool isLog = least > 0 && most / least > WideRatio;
        least = isLog ? least : values.Min();
        int runs = lines.Max(line => line.Sorted.Length);
        double floor = 0.6 / runs;
        double[] ticks = [.. LogTicks.Between(floor * 100, 100).Where(tick => tick >= floor * 100)];
        double right = lines.Max(line => format.WidthOf(format.Wrapped(line.Label))) + format.Scaled(24);
        var data = new List<Trace>();
        for (int index = 0; index < lines.Count; index++)
        {
            (string label, double[] sorted) = lines[index];
            string colour = Colour(index);
            (double Value, Interval Share)[] steps = [.. Steps(sorted).Where(step => !isLog || step.Value > 0).Select(step => (step.Value * outcome.Scale, step.Share))];
            data.Add(Band(steps, floor, colour));
            data.Add(new ScatterTrace
            {
                Name = label,
                X = [.. steps.Select(step => step.Value)],
                Y = [.. steps.Select(step => step.Share.Mean * 100)],
                Line = new Line { Color = colour, Width = 2.4, Shape = "vh", Dash = (index % 3) switch { 0 => "solid", 1 => "dash", _ => "dot" } },
                Hovertemplate = "%{y:.3~g}% of runs reach %{x:,.4~r}<extra>%{fullData.name}</extra>",
            });
        }

        double[] powers = isLog ? Powers(least, most) : [];
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis
                {
                    Type = isLog ? "log" : "linear",
                    Range = isLog ? SweepChartContext.Padded([Math.Log10(least), Math.Log10(most)], 0.03) : SweepChartContext.Padded([least, most], 0.03),
                    Nticks = isLog ? null : format.Choose(8, 4),
                    Tickvals = isLog ? powers : null,
                    Ticktext = isLog ? LogTicks.Labels(powers, outcome.IsShare ? "%" : "", format.IsNarrow) : null,
                    Ticksuffix = !isLog && outcome.IsShare ? "%" : null,
                    Tickformat = isLog || outcome.IsShare ? null : "~s",
                    Title = new AxisTitle(outcome.AxisTitle + (isLog ? " (log scale)" : ""), 8),
                },
                ["yaxis"] = new Axis
                {
                    Type = "log",
                    Range = [Math.Log10(floor * 100), 2.05],
                    Tickvals = ticks,
                    Ticktext = LogTicks.Labels(ticks, "%"),
                    Title = new AxisTitle(format.Choose("share of runs that reach it (log scale)", "runs that reach it (log scale)"), 8),
                },
            },
            Showlegend = false,
            Shapes = runs * Marked < 1 ? [] : [new Shape { Type = "line", Xref = "x domain", X0 = 0, X1 = 1, Y0 = Marked * 100, Y1 = Marked * 100, Line = new Line { Color = Palette.Muted, Width = 1.4, Dash = "dash" } }],
            Annotations = [.. Labels(lines, format), .. runs * Marked < 1 ? [] : new[] { Mark(format) }],
            Font = format.Font,
            Margin = format.Around(66, 0, 12, 54) with { R = right },
            Height = format.Height ?? format.Choose(430, 360),
        });
    }

    /// <summary>At each value that occurs, the share of runs that reach it; of values close together only as many as show.</summary>
    internal static IEnumerable<(double Value, Interval Share)> Steps(double[] sorted)
    {
        int last = int.MaxValue;
        for (int index = 0; index < sorted.Length; index++)
        {
            int reaching = sorted.Length - index;
            bool isNew = index == 0 || sorted[index] > sorted[index - 1];
            if (isNew && (last - reaching >= last * Visible || reaching == 1))
            {
                last = reaching;
                yield return (sorted[index], WilsonInterval.Of(reaching, sorted.Length)!.Value);
            }
        }
    }

    private static ScatterTrace Band((double Value, Interval Share)[] steps, double floor, string colour) => new()
    {
        Name = "95% band",
        X = [.. steps.Select(step => step.Value), .. steps.Reverse().Select(step => step.Value)],
        Y = [.. steps.Select(step => step.Share.High!.Value * 100), .. steps.Reverse().Select(step => Math.Max(floor, step.Share.Low!.Value) * 100)],
        Fill = "toself",
        Fillcolor = Palette.Faded(colour, 0.1),
        Line = new Line { Width = 0, Color = Palette.Faded(colour, 0) },
        Hoverinfo = "skip",
    };

    // Powers of ten, and where they are few, 2 and 5 times them.
    private static double[] Powers(double least, double most)
    {
        double[] powers = LogTicks.Between(least, most);
        double[] ticks = most / least > 1000 ? powers : [.. powers.SelectMany(power => new[] { power, 2 * power, 5 * power })];
        return [.. ticks.Where(tick => tick >= least * 0.95 && tick <= most * 1.05)];
    }

    private static IEnumerable<Annotation> Labels(IReadOnlyList<(string Label, double[] Sorted)> lines, Format format) => lines.Select((line, index) => new Annotation
    {
        Text = format.Wrapped(line.Label),
        X = 1,
        Y = 1 - (index * format.Choose(0.1, 0.16)),
        Xshift = 10,
        Yanchor = "top",
        Font = new Font { Color = Colour(index), Size = format.FontSize },
    });

    private static Annotation Mark(Format format) => new()
    {
        Text = "1 case in 100",
        // A picture has room for it where no line is.
        X = format.IsPicture ? 0 : 1,
        Y = Math.Log10(Marked * 100),
        Yref = "y",
        Xanchor = format.IsPicture ? "left" : "right",
        Xshift = format.IsPicture ? 4 : -2,
        Yshift = 1,
        Font = format.Small,
    };

    private static string Colour(int line) => Palette.Policies[line % Palette.Policies.Count];
}
