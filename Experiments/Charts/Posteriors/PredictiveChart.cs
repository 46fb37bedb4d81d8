using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Calibration;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts.Posteriors;

/// <summary>Each fact of the case beside what the model predicts of it before and after calibration, every parameter set run once more.</summary>
internal static class PredictiveChart
{
    internal const string Id = "predictive";

    internal static ChartEntry Draw(CalibrationResults results, Answer answer)
    {
        Panel[] panels = [.. Panels(results)];
        return new Chart(
            Id,
            answer.Title(CalibrationFindings.Fit, "The facts of the case and what the model predicts of them"),
            "Each fact of the case: the blue field holds the values that agree with it. Lines span the middle 90% of single runs, the mark is the median: with parameters drawn from the ranges put in, and with those left by the calibration, each run once more.",
            PosteriorCharts.Provenance(results, "middle 90% of single runs; it does not shrink with more parameter sets"),
            string.Join("; ", panels.SelectMany(panel => panel.Rows.Select(row => $"{panel.Name}, {row.Name}: {Wording.Number(Math.Round(row.At(0.05), 2))} to {Wording.Number(Math.Round(row.At(0.95), 2))}"))) + ".",
            format => Draw(panels, format))
        {
            Table = new TidyTable(
                ["fact", "parameters", "p05", "p50", "p95", "agrees_from", "agrees_to", "share_agreeing", "low_95", "high_95"],
                [.. panels.SelectMany(panel => panel.Rows.Select(row => (IReadOnlyList<string>)
                [
                    panel.Name, row.Name, TidyTable.Cell(row.At(0.05)), TidyTable.Cell(row.At(0.5)), TidyTable.Cell(row.At(0.95)), TidyTable.Cell(row.Band?.Low), TidyTable.Cell(row.Band?.High), .. TidyTable.Cells(row.Agreeing),
                ]))]),
        };
    }

    private static IEnumerable<Panel> Panels(CalibrationResults results)
    {
        foreach (IGrouping<Metric, Evidence> fact in results.Settings.Evidence.GroupBy(evidence => evidence.Metric))
        {
            (ReadingResults Reading, FactPrediction Prediction)[] found =
                [.. results.Readings.SelectMany(reading => reading.Facts.Where(prediction => prediction.Evidence.Metric == fact.Key).Select(prediction => (reading, prediction)))];
            string name = fact.First().Name.Split(" (")[0];
            yield return new Panel(
                name,
                [
                    new Row("ranges put in", found[0].Prediction.Before, null, null, -1),
                    .. found.Select(one => new Row(results.HasReadings ? one.Reading.Name : "calibrated", one.Prediction.After, one.Prediction.Band(), one.Prediction.Agreeing, results.Readings.ToList().IndexOf(one.Reading))),
                ]);
        }
    }

    private static Figure Draw(Panel[] panels, Format format)
    {
        int columns = format.IsNarrow ? 1 : Math.Min(2, panels.Length);
        int rows = (panels.Length + columns - 1) / columns;
        double gap = format.Scaled(58);
        string[] names = [.. panels.SelectMany(panel => panel.Rows).Select(row => format.Wrapped(row.Name, 16, format.Scaled(110))).Distinct()];
        double left = names.Max(format.WidthOf) + format.Scaled(14);
        Margin margin = new(left, format.Scaled(16), format.Scaled(8), format.Scaled(52));
        double height = format.Plot((rows * format.Choose(112, 104)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, left + format.Scaled(10));
        double room = (grid.Across(0)[1] - grid.Across(0)[0]) * grid.Width;
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var shapes = new List<Shape>();
        for (int index = 0; index < panels.Length; index++)
        {
            (string key, Panel panel) = (PanelGrid.Suffix(index), panels[index]);
            double[] ends = [.. panel.Rows.SelectMany(row => new[] { row.At(0.05), row.At(0.95), row.Band?.Low, row.Band?.High }).OfType<double>().Where(double.IsFinite)];
            double pad = Math.Max(1e-9, (ends.Max() - ends.Min()) * 0.06);
            double[] range = [ends.Min() >= 0 ? Math.Max(0, ends.Min() - pad) : ends.Min() - pad, ends.Max() + pad];
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(index % columns),
                Anchor = "y" + key,
                Range = range,
                Nticks = format.Choose(6, 5),
                Tickformat = ends.Max() <= 1 ? ".0%" : ",",
                Title = new AxisTitle(format.Wrapped(panel.Name, 46, room), 4),
            };
            axes["yaxis" + key] = new Axis
            {
                Domain = grid.Down(index / columns),
                Anchor = "x" + key,
                Range = [panel.Rows.Count - 0.4, -0.6],
                Tickvals = PolicyRows.Positions(panel.Rows.Count),
                Ticktext = [.. panel.Rows.Select(row => format.Wrapped(row.Name, 16, format.Scaled(110)))],
                Automargin = false,
                Showgrid = false,
            };
            for (int row = 0; row < panel.Rows.Count; row++)
            {
                Row one = panel.Rows[row];
                if (one.Band is { } band)
                {
                    shapes.Add(new Shape { Xref = "x" + key, Yref = "y" + key, X0 = band.Low ?? range[0], X1 = band.High ?? range[1], Y0 = row - 0.45, Y1 = row + 0.45, Fillcolor = Palette.Faded(Palette.Good, 0.2) });
                }

                string colour = one.Reading < 0 ? Palette.Muted : PosteriorCharts.Style(one.Reading).Colour;
                data.Add(new ScatterTrace
                {
                    Name = one.Name,
                    X = [one.At(0.5)],
                    Y = [row],
                    Mode = "markers",
                    Marker = new Marker { Color = colour, Size = 9, Symbol = one.Reading < 0 ? "circle-open" : PosteriorCharts.Style(one.Reading).Symbol },
                    ErrorX = new ErrorBars { Array = [one.At(0.95) - one.At(0.5)], Arrayminus = [one.At(0.5) - one.At(0.05)], Color = colour, Thickness = 2, Width = 4 },
                    Text = [$"{panel.Name}: {Wording.Number(Math.Round(one.At(0.05), 2))} to {Wording.Number(Math.Round(one.At(0.95), 2))}{(one.Agreeing is { } share ? $"; {Wording.PercentEstimate(share)} of runs agree" : "")}"],
                    Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                });
            }
        }

        return new Figure(data, new Layout { Axes = axes, Shapes = shapes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private sealed record Panel(string Name, IReadOnlyList<Row> Rows);

    private sealed record Row(string Name, IReadOnlyList<double> Values, (double? Low, double? High)? Band, Interval? Agreeing, int Reading)
    {
        internal double At(double share) => FactPrediction.At(Values, share);
    }
}
