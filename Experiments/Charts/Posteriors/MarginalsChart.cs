using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Posteriors;

/// <summary>Small multiples: the posterior of each parameter over its prior, the informed first.</summary>
internal static class MarginalsChart
{
    internal const string Id = "marginals";

    private const int Bins = 20;

    /// <summary>Most parameters on a page: those informed, and some that are not, for comparison.</summary>
    private const int Most = 18;

    /// <summary>Least height of a panel in a picture, lines of text. Chosen.</summary>
    private const double LeastLines = 4;

    internal static ChartEntry Draw(CalibrationResults results)
    {
        string[] names = [.. results.ByContraction.Take(Most)];
        ParameterPosterior best = PosteriorCharts.Posterior(results.Believed, names[0]).First().Posterior;
        return new Chart(
            Id,
            best.IsInformed ? $"The case narrows {Wording.Quote(best.Prior.Label)} most: its middle 90% go from {best.Prior.Middle} to {best.Middle}" : "No parameter moves away from its prior",
            $"How probable values of each parameter are after the facts, against before: the dotted line at 1 is the prior, on whose scale the axis is drawn. A flat line means that nothing was learnt.{(results.HasReadings ? $" Solid: read as {Wording.Quote(results.Readings[0].Name)}; dashed: {Wording.Quote(results.Readings[^1].Name)}." : "")}",
            PosteriorCharts.Provenance(results, "densities in twenty bins; no interval"),
            string.Join("; ", names.Select(name => $"{PosteriorCharts.Label(results, name)}: middle 90% {string.Join(" and ", PosteriorCharts.Posterior(results.Readings, name).Select(pair => pair.Posterior.Middle))}")) + ".",
            format => Draw(results, names, format))
        {
            Table = new TidyTable(
                ["reading", "parameter", "label", "from", "to", "density_over_prior"],
                [.. results.ByContraction.SelectMany(name => PosteriorCharts.Posterior(results.Readings, name).SelectMany(pair => Densities(pair.Posterior).Select((density, bin) => (IReadOnlyList<string>)
                [
                    results.Readings[pair.Reading].Name, name, pair.Posterior.Prior.Label, PositionAxis.Value(pair.Posterior.Prior, (double)bin / Bins), PositionAxis.Value(pair.Posterior.Prior, (bin + 1.0) / Bins), TidyTable.Cell(density),
                ])))]),
        };
    }

    private static double[] Densities(ParameterPosterior posterior)
    {
        var counts = new double[Bins];
        foreach (double position in posterior.Positions)
        {
            counts[Math.Min(Bins - 1, (int)(position * Bins))] += (double)Bins / posterior.Positions.Count;
        }

        return counts;
    }

    private static Figure Draw(CalibrationResults results, string[] names, Format format)
    {
        int all = names.Length;
        int columns = Math.Min(format.IsPicture ? format.Choose(4, 2) : format.Choose(3, 1), all);
        double gap = format.Scaled(format.Choose(74, 62));
        double legend = results.HasReadings ? format.LineHeight + format.Scaled(8) : 0;
        Margin margin = format.Around(44, 14, 8, 52) with { T = legend + format.Scaled(8) };
        names = [.. names.Take(columns * Math.Max(1, (int)Math.Min(all, (format.Plot(int.MaxValue, margin) + gap) / ((LeastLines * format.LineHeight) + gap))))];
        margin = all > names.Length ? margin with { B = margin.B + format.LineHeight } : margin;
        int rows = (names.Length + columns - 1) / columns;
        double height = format.Plot((rows * format.Choose(110, 110)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, format.Scaled(40));
        double room = (grid.Across(0)[1] - grid.Across(0)[0]) * grid.Width;
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        for (int panel = 0; panel < names.Length; panel++)
        {
            string key = PanelGrid.Suffix(panel);
            var posteriors = PosteriorCharts.Posterior(results.Readings, names[panel]).ToList();
            Prior prior = posteriors[0].Posterior.Prior;
            axes["xaxis" + key] = PositionAxis.Of(prior, format.Wrapped(prior.Label, format.Choose(40, 44), room)) with { Domain = grid.Across(panel % columns), Anchor = "y" + key };
            double top = posteriors.Max(pair => Densities(pair.Posterior).Max());
            axes["yaxis" + key] = new Axis { Domain = grid.Down(panel / columns), Anchor = "x" + key, Range = [0, Math.Max(2.2, top * 1.08)], Nticks = 4 };
            data.Add(Flat(key));
            foreach ((int reading, ParameterPosterior posterior) in posteriors)
            {
                (string colour, _, string dash) = PosteriorCharts.Style(reading);
                double[] densities = Densities(posterior);
                data.Add(new ScatterTrace
                {
                    Name = results.Readings[reading].Name,
                    X = [.. Enumerable.Range(0, Bins + 1).Select(bin => (double)bin / Bins)],
                    Y = [.. densities, densities[^1]],
                    Line = new Line { Color = colour, Width = 2, Dash = dash, Shape = "hv" },
                    Text = [.. Enumerable.Range(0, Bins + 1).Select(bin => $"{prior.Label} from {PositionAxis.Value(prior, (double)bin / Bins)}: {Wording.Number(Math.Round(densities[Math.Min(bin, Bins - 1)], 2))} times as probable as before")],
                    Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                    Showlegend = panel == 0 && results.HasReadings,
                    Xaxis = "x" + key,
                    Yaxis = "y" + key,
                });
            }
        }

        string left = names.Length < results.ByContraction.Count ? $"{names.Length} of {results.ByContraction.Count} parameters, the most informed first; all are in the table." : "";
        return new Figure(data, new Layout { Axes = axes, Annotations = [.. format.Remark(format.IsPicture ? left : "", margin)], Showlegend = results.HasReadings, Legend = new Legend(), Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static ScatterTrace Flat(string key) => new()
    {
        Name = "prior",
        X = [0, 1],
        Y = [1, 1],
        Line = new Line { Color = Palette.Muted, Width = 1.2, Dash = "dot" },
        Hoverinfo = "skip",
        Showlegend = false,
        Xaxis = "x" + key,
        Yaxis = "y" + key,
    };
}
