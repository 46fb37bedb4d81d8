using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Emulation;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>Small multiples: what each factor does on its own as the emulator reads it, with a 95% band; the factor that matters most first.</summary>
internal static class EmulatorEffectsChart
{
    internal const string Id = "emulator-effects";

    /// <summary>Most factors drawn.</summary>
    private const int MostFactors = 12;

    /// <summary>Least height of a panel in a picture, lines of text. Chosen.</summary>
    private const double LeastLines = 5;

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => context.Results.Emulators.Select(emulator => Draw(context, emulator));

    private static ChartEntry Draw(SweepChartContext context, SweepEmulator emulator)
    {
        AnswerOutcome outcome = emulator.Outcome;
        string id = $"{Id}-{outcome.Key.Replace('_', '-')}";
        string name = $"What each factor does to {outcome.Label}, read from the emulator";
        return !emulator.Fits ? new OmittedChart(id, name, emulator.Refusal!.TrimEnd('.')) : context.Draw(
            id,
            context.Answer.Title(EmulatorFinding.IdOf(outcome), name),
            $"Expected {outcome.Label} along each factor, averaged over all values of the others, with its 95% band; the percentage is the share of all differences that the factor alone accounts for. All panels have one scale: a flat line hardly matters on its own.{(context.Results.Policies.Count > 1 ? $" Policy: {emulator.Policy}." : "")}",
            $"main effects of a Gaussian process over {MainEffect.Averaged} Sobol' points of the other factors, 95% interval of the expectation",
            string.Join("; ", emulator.Effects.Select(effect => $"{emulator.Axes[effect.Axis].Factor.Label} {EmulatorFinding.Share(effect)}, from {outcome.About(effect.Lowest.Expected.Mean)} to {outcome.About(effect.Highest.Expected.Mean)}")) + ".",
            format => Draw(emulator, context.Styles[emulator.Policy].Colour, format),
            Table(emulator));
    }

    private static TidyTable Table(SweepEmulator emulator) => new(
        ["policy", "factor", "label", "share_of_variance", "value", "outcome", "unit", "expected", "low_95", "high_95"],
        [.. emulator.Effects.SelectMany(effect => effect.Curve.Select(place => (IReadOnlyList<string>)
        [
            emulator.Policy, emulator.Axes[effect.Axis].Factor.Path, emulator.Axes[effect.Axis].Factor.Label, TidyTable.Cell(effect.Share), TidyTable.Cell(emulator.Axes[effect.Axis].Exact(place.Position)),
            emulator.Outcome.Label, emulator.Outcome.Unit, .. TidyTable.Cells(place.Expected.Interval(emulator.Count).Times(emulator.Outcome.Scale)),
        ]))]);

    private static Figure Draw(SweepEmulator emulator, string colour, Format format)
    {
        AnswerOutcome outcome = emulator.Outcome;
        List<MainEffect> effects = [.. emulator.Effects.Take(MostFactors)];
        int columns = format.IsPicture ? Math.Min(format.Choose(4, 2), effects.Count) : format.Choose(Math.Min(3, effects.Count), 1);
        double gap = format.Scaled(format.Choose(92, 88));
        Margin margin = format.Around(70, 14, 30, 64);
        effects = [.. effects.Take(columns * Math.Max(1, (int)Math.Min(effects.Count, (format.Plot(int.MaxValue, margin) + gap) / ((LeastLines * format.LineHeight) + gap))))];
        margin = emulator.Effects.Count > effects.Count ? margin with { B = margin.B + format.LineHeight } : margin;
        int rows = (effects.Count + columns - 1) / columns;
        double height = format.Plot((rows * format.Choose(190, 150)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - format.Scaled(84), gap, format.Scaled(format.Choose(34, format.IsPicture ? 20 : 0)));
        Interval[][] bands = [.. effects.Select(effect => effect.Curve.Select(place => place.Expected.Interval(emulator.Count).Times(outcome.Scale)).ToArray())];
        double[] range = SweepChartContext.Padded(bands.SelectMany(band => band.SelectMany(value => new[] { value.Low!.Value, value.High!.Value })));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var shares = new List<Annotation>();
        for (int index = 0; index < effects.Count; index++)
        {
            (string key, MainEffect effect, EmulatedAxis axis) = (PanelGrid.Suffix(index), effects[index], emulator.Axes[effects[index].Axis]);
            (int row, int column) = (index / columns, index % columns);
            var scale = new FactorScale(axis.IsLogarithmic);
            double[] x = [.. effect.Curve.Select(place => scale.Position(axis.Exact(place.Position)))];
            double[] ticks = Ticks(axis);
            double room = (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width;
            axes["xaxis" + key] = FactorAxis.Numeric(axis.Factor, scale, ticks, room, format) with
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Title = new AxisTitle(format.Wrapped(FactorAxis.Title(axis.Factor, scale, format, room).Replace("<br>", " ", StringComparison.Ordinal), format.Choose(36, 42), room), 4),
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
            shares.Add(new Annotation { Text = $"<b>{EmulatorFinding.Share(effect)}</b>", X = grid.Across(column)[1], Y = grid.Down(row)[1], Xanchor = "right", Yshift = 3, Font = format.Small });
            data.Add(new ScatterTrace
            {
                Name = "95% band",
                X = [.. x, .. x.Reverse()],
                Y = [.. bands[index].Select(value => value.High!.Value), .. bands[index].Reverse().Select(value => value.Low!.Value)],
                Fill = "toself",
                Fillcolor = Palette.Faded(colour, 0.22),
                Line = new Line { Width = 0, Color = colour },
                Hoverinfo = "skip",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
            data.Add(new ScatterTrace
            {
                Name = axis.Factor.Label,
                X = x,
                Y = [.. bands[index].Select(value => value.Mean)],
                Line = new Line { Color = colour, Width = 2.5 },
                Text = [.. effect.Curve.Select((place, at) => $"{new SweepValue("", axis.Exact(place.Position)).Short}: {Wording.Estimate(bands[index][at])}{(outcome.IsShare ? " %" : "")}")],
                Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
        }

        string left = effects.Count < emulator.Effects.Count ? $"The {Wording.Number(effects.Count)} factors that matter most, of {Wording.Number(emulator.Effects.Count)}; the report has more." : "";
        return new Figure(data, new Layout { Axes = axes, Annotations = [.. shares, .. format.Remark(left, margin)], Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    // Both ends, and between them quarters rounded to what can be read at a glance.
    private static double[] Ticks(EmulatedAxis axis) =>
        [.. new[] { axis.Low, Rounded(axis.Value(0.25)), Rounded(axis.Value(0.5)), Rounded(axis.Value(0.75)), axis.High }.Distinct().Where(tick => tick >= axis.Low && tick <= axis.High).Order()];

    private static double Rounded(double value) => double.Parse(value.ToString("G2", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
