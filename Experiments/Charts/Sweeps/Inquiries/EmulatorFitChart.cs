using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts.Figures;
using Experiments.Emulation;

namespace Experiments.Charts.Sweeps.Inquiries;

/// <summary>Whether an emulator may be trusted: each point against what the others foretell of it, and the errors in units of what was promised.</summary>
internal static class EmulatorFitChart
{
    internal const string Id = "emulator-fit";

    internal static IEnumerable<ChartEntry> Draw(SweepChartContext context) => context.Results.Emulators.Select(emulator => Draw(context, emulator));

    private static ChartEntry Draw(SweepChartContext context, SweepEmulator emulator)
    {
        AnswerOutcome outcome = emulator.Outcome;
        string id = $"{Id}-{outcome.Key.Replace('_', '-')}";
        string name = $"How well {outcome.Label} is foretold";
        if (emulator.Emulator?.Check is not { } check)
        {
            return new OmittedChart(id, name, emulator.Refusal!.TrimEnd('.'));
        }

        string verdict = emulator.Fits
            ? $"Points left out are foretold: Q² {Wording.Rounded(check.Q2, 0.001)} for {outcome.Label}, and {Wording.Percent(check.Coverage.Mean)} lie inside their 95% interval"
            : $"Points left out are not foretold well enough: Q² {Wording.Rounded(check.Q2, 0.01)} for {outcome.Label}, {Wording.Percent(check.Coverage.Mean)} inside their 95% interval";
        return context.Draw(
            id,
            verdict,
            $"Each point is a combination that was left out and foretold from the others. First: what the runs came to against what was foretold, with its 95% interval; on the line they agree. Then the same errors, divided by what the emulator says is its own uncertainty: 95% should lie between the dashed lines, without a pattern. Orange triangles lie outside.{(context.Results.Policies.Count > 1 ? $" Policy: {emulator.Policy}." : "")}",
            "leave-one-out prediction of a Gaussian process, 95% prediction interval",
            $"{Wording.Number(check.Inside)} of {Wording.Number(check.Simulated.Count)} combinations lie inside their interval; typical error {outcome.About(check.TypicalError)}; Q² {Wording.Rounded(check.Q2, 0.001)}.",
            format => Draw(outcome, check, format),
            Table(emulator, check));
    }

    private static TidyTable Table(SweepEmulator emulator, LeaveOneOut check) => new(
        ["policy", "outcome", "unit", "simulated", "predicted", "low_95", "high_95", "standardised_error", .. emulator.Axes.Select(axis => axis.Factor.Path)],
        [.. check.Simulated.Select((value, point) => (IReadOnlyList<string>)
        [
            emulator.Policy, emulator.Outcome.Label, emulator.Outcome.Unit, TidyTable.Cell(value * emulator.Outcome.Scale),
            .. TidyTable.Cells(check.Predicted[point].Interval(check.Simulated.Count).Times(emulator.Outcome.Scale)), TidyTable.Cell(check.Errors[point]),
            .. emulator.Axes.Select((axis, index) => TidyTable.Cell(axis.Value(emulator.Emulator!.Training.Inputs[(point * emulator.Axes.Count) + index]))),
        ])]);

    private static Figure Draw(AnswerOutcome outcome, LeaveOneOut check, Format format)
    {
        (int rows, int columns) = format.Choose((1, 2), (2, 1));
        Margin margin = format.Around(72, 12, 14, 64);
        double gap = format.Scaled(78);
        double height = format.Plot(format.Choose(400, 620), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, format.Scaled(84));
        Interval[] predicted = [.. check.Predicted.Select(prediction => prediction.Interval(check.Simulated.Count).Times(outcome.Scale))];
        double[] simulated = [.. check.Simulated.Select(value => value * outcome.Scale)];
        double[] range = SweepChartContext.Padded([.. simulated, .. predicted.Select(value => value.Mean)], 0.04);
        double most = Math.Max(4, check.Errors.Max(Math.Abs) * 1.08);
        (double[] across, double[] down) second = (grid.Across(columns - 1), grid.Down(rows - 1));
        Axis amount = new() { Range = range, Nticks = format.Choose(7, 5), Ticksuffix = outcome.IsShare ? "%" : null, Tickformat = SweepChartContext.Tickformat(outcome, range) };
        string unit = outcome.AxisTitle;
        string Wrapped(string text) => format.Wrapped(text, format.Choose(52, 40), grid.Width / columns * 0.9);
        return new Figure(
            [
                .. Points(false), .. Points(true),
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = amount with { Domain = grid.Across(0), Anchor = "y", Title = new AxisTitle(Wrapped($"foretold {unit}"), 6) },
                    ["yaxis"] = amount with { Domain = grid.Down(0), Anchor = "x", Title = new AxisTitle(format.Wrapped($"simulated {unit}", 34, height / rows), 8) },
                    ["xaxis2"] = amount with { Domain = second.across, Anchor = "y2", Title = new AxisTitle(Wrapped($"foretold {unit}"), 6) },
                    ["yaxis2"] = new Axis { Domain = second.down, Anchor = "x2", Range = [-most, most], Zeroline = true, Title = new AxisTitle(format.Wrapped("error, in its own standard deviations", 30, height / rows), 8) },
                },
                Shapes =
                [
                    new Shape { Type = "line", X0 = range[0], X1 = range[1], Y0 = range[0], Y1 = range[1], Line = new Line { Color = Palette.Muted, Width = 1.5 }, Layer = "above" },
                    .. new[] { -Prediction.Reach, Prediction.Reach }.Select(bound => new Shape
                    {
                        Type = "line", Xref = "x2", Yref = "y2", X0 = range[0], X1 = range[1], Y0 = bound, Y1 = bound, Line = new Line { Color = Palette.Muted, Width = 1.5, Dash = "dash" },
                    }),
                ],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });

        IEnumerable<Trace> Points(bool outside)
        {
            int[] shown = [.. Enumerable.Range(0, simulated.Length).Where(point => Math.Abs(check.Errors[point]) > Prediction.Reach == outside)];
            if (shown.Length == 0)
            {
                yield break;
            }

            string colour = outside ? Palette.Bad : Palette.Good;
            var marker = new Marker { Color = colour, Size = outside ? 8 : 5, Symbol = outside ? "triangle-up" : "circle", Opacity = outside ? 0.95 : 0.6 };
            string name = outside ? "outside its interval" : "inside its interval";
            double[] x = [.. shown.Select(point => predicted[point].Mean)];
            yield return new ScatterTrace
            {
                Name = name,
                X = x,
                Y = [.. shown.Select(point => simulated[point])],
                Mode = "markers",
                Marker = marker,
                ErrorX = new ErrorBars { Array = [.. shown.Select(point => predicted[point].Above)], Color = Palette.Faded(colour, 0.35), Thickness = 1, Width = 0 },
                Text = [.. shown.Select(point => $"foretold {Wording.Estimate(predicted[point])}, simulated {Wording.Number(Math.Round(simulated[point], 4))}")],
                Hovertemplate = "%{text}<extra></extra>",
            };
            yield return new ScatterTrace
            {
                Name = name,
                X = x,
                Y = [.. shown.Select(point => check.Errors[point])],
                Mode = "markers",
                Marker = marker,
                Text = [.. shown.Select(point => $"{Wording.Rounded(check.Errors[point], 0.1)} standard deviations")],
                Hovertemplate = "%{text}<extra></extra>",
                Xaxis = "x2",
                Yaxis = "y2",
            };
        }
    }
}
