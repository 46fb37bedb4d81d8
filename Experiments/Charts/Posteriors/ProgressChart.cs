using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Posteriors;

/// <summary>How the calculation went: how close the fit had to be, and how many moves were still accepted, generation by generation.</summary>
internal static class ProgressChart
{
    internal const string Id = "generations";

    internal static ChartEntry Draw(CalibrationResults results)
    {
        ReadingResults slowest = results.Readings.MinBy(reading => reading.Generations[^1].Acceptance ?? 1)!;
        return new Chart(
            Id,
            $"In the last generation {(results.HasReadings ? "at least " : "")}{Wording.Percent(slowest.Generations[^1].Acceptance ?? 1)} of moves were still accepted, after {Wording.Count(results.Readings.Sum(reading => reading.Simulations), "simulation", "simulations")}",
            "Left: how far a typical kept parameter set still is from the facts, by the median over parameter sets of the largest discrepancy of any fact; one is one standard deviation of the fact's error model. Right: the share of proposed moves that were accepted; when hardly any are, a closer fit would only copy the same parameter sets.",
            PosteriorCharts.Provenance(results, "counts of the calculation; no interval"),
            string.Join("; ", results.Readings.Select(reading => $"{reading.Name}: {string.Join(", ", reading.Generations.Select(generation => $"generation {generation.Number} {Wording.Number(Math.Round(generation.TypicalDiscrepancy, 2))} off{(generation.Acceptance is { } share ? $", {Wording.Percent(share)} accepted" : "")}"))} ({reading.Ending})")) + ".",
            format => Draw(results, format))
        {
            Table = new TidyTable(
                ["reading", "generation", "tolerance", "median_largest_discrepancy", "steps", "accepted_share", "simulations", "failures", "families"],
                [.. results.Readings.SelectMany(reading => reading.Generations.Select(generation => (IReadOnlyList<string>)
                [
                    reading.Name, TidyTable.Cell(generation.Number), TidyTable.Cell(generation.Tolerance?.Epsilon), TidyTable.Cell(generation.TypicalDiscrepancy), TidyTable.Cell(generation.Steps), TidyTable.Cell(generation.Acceptance),
                    TidyTable.Cell(generation.Simulations), TidyTable.Cell(generation.Failures), TidyTable.Cell(generation.Particles.Select(particle => particle.Family).Distinct().Count()),
                ]))]),
        };
    }

    private static Figure Draw(CalibrationResults results, Format format)
    {
        int columns = format.Choose(2, 1);
        double gap = format.Scaled(62);
        double legend = results.HasReadings ? format.LineHeight + format.Scaled(8) : 0;
        Margin margin = format.Around(64, 14, 8, 52) with { T = legend + format.Scaled(8) };
        int rows = 2 / columns;
        double height = format.Plot((rows * format.Choose(240, 180)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, format.Scaled(80));
        var data = new List<Trace>();
        for (int index = 0; index < results.Readings.Count; index++)
        {
            (string colour, string symbol, string dash) = PosteriorCharts.Style(index);
            ReadingResults reading = results.Readings[index];
            ScatterTrace Line(IEnumerable<Generation> generations, Func<Generation, double> value, string key) => new()
            {
                Name = reading.Name,
                X = [.. generations.Select(generation => (double)generation.Number)],
                Y = [.. generations.Select(value)],
                Mode = "lines+markers",
                Line = new Line { Color = colour, Width = 2, Dash = dash },
                Marker = new Marker { Color = colour, Symbol = symbol, Size = 8 },
                Hovertemplate = "generation %{x}: %{y:.3~g}<extra>%{fullData.name}</extra>",
                Showlegend = key.Length == 0 && results.HasReadings,
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            };
            data.Add(Line(reading.Generations, generation => generation.TypicalDiscrepancy, ""));
            data.Add(Line(reading.Generations.Skip(1), generation => 100 * generation.Acceptance!.Value, "2"));
        }

        double last = results.Readings.Max(reading => reading.Generations[^1].Number);
        Axis Across(int panel) => new()
        {
            Title = new AxisTitle("generation", 6),
            Range = [-0.3, last + 0.3],
            Tickvals = [.. Enumerable.Range(0, (int)last + 1).Where(number => last <= 12 || number % 5 == 0).Select(number => (double)number)],
            Ticktext = [.. Enumerable.Range(0, (int)last + 1).Where(number => last <= 12 || number % 5 == 0).Select(number => $"{number}")],
            Domain = grid.Across(panel % columns),
            Anchor = "y" + PanelGrid.Suffix(panel),
        };
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = Across(0),
                ["xaxis2"] = Across(1),
                ["yaxis"] = new Axis { Domain = grid.Down(0), Anchor = "x", Range = [0, results.Readings.Max(reading => reading.Generations[0].TypicalDiscrepancy) * 1.1], Nticks = 6, Title = new AxisTitle("largest discrepancy", 6) },
                ["yaxis2"] = new Axis { Domain = grid.Down(1 / columns), Anchor = "x2", Range = [0, 100], Ticksuffix = "%", Nticks = 6, Title = new AxisTitle("accepted moves", 6) },
            },
            Showlegend = results.HasReadings,
            Legend = new Legend(),
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }
}
