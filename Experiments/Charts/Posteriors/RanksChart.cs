using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Charts.Figures;
using MathNet.Numerics.Distributions;

namespace Experiments.Charts.Posteriors;

/// <summary>Rank histograms: where the truth lies in its posterior, parameter by parameter; flat if calibration is right.</summary>
internal static class RanksChart
{
    internal const string Id = "ranks";

    private const int Bins = 5;

    internal static ChartEntry Draw(RecoveryResults results)
    {
        RecoveredParameter[] shown = [.. results.Parameters.Where(parameter => parameter.Below.Count > 0).OrderByDescending(parameter => parameter.Contraction)];
        int outside = shown.Sum(parameter => Counts(parameter).Count(count => count < Band(parameter).Low || count > Band(parameter).High));
        return new Chart(
            Id,
            $"{outside} of {shown.Length * Bins} bars leave the band that holds 95% of them if calibration is right",
            "Where the truth lies within its own posterior: counts of truths by the share of the posterior below them. Bars inside the grey band are compatible with a flat line. A hill in the middle means intervals that are too wide, a valley intervals that are too narrow, a slope a bias.",
            Provenance.Of(results.Facts, "known parameter sets drawn from the priors", $"{results.Truths} known parameter sets", "band: 95% of a binomial count"),
            string.Join("; ", shown.Select(parameter => $"{parameter.Prior.Label}: {string.Join(", ", Counts(parameter))}")) + ".",
            format => Draw(shown, format))
        {
            Table = new TidyTable(
                ["parameter", "label", "from", "to", "truths", "band_low", "band_high"],
                [.. shown.SelectMany(parameter => Counts(parameter).Select((count, bin) => (IReadOnlyList<string>)
                [
                    parameter.Prior.Name, parameter.Prior.Label, TidyTable.Cell((double)bin / Bins), TidyTable.Cell((bin + 1.0) / Bins), TidyTable.Cell(count), TidyTable.Cell(Band(parameter).Low), TidyTable.Cell(Band(parameter).High),
                ]))]),
        };
    }

    private static int[] Counts(RecoveredParameter parameter)
    {
        var counts = new int[Bins];
        foreach (double share in parameter.Below)
        {
            counts[Math.Min(Bins - 1, (int)(share * Bins))]++;
        }

        return counts;
    }

    private static (double Low, double High) Band(RecoveredParameter parameter)
    {
        var binomial = new Binomial(1.0 / Bins, parameter.Below.Count);
        int low = Enumerable.Range(0, parameter.Below.Count + 1).First(count => binomial.CumulativeDistribution(count) >= 0.025);
        int high = Enumerable.Range(0, parameter.Below.Count + 1).First(count => binomial.CumulativeDistribution(count) >= 0.975);
        return (low, high);
    }

    private static Figure Draw(RecoveredParameter[] shown, Format format)
    {
        int columns = Math.Min(format.Choose(4, 2), shown.Length);
        double gap = format.Scaled(56);
        Margin margin = format.Around(44, 14, 12, 52);
        shown = [.. shown.Take(columns * Math.Max(1, (int)Math.Min(shown.Length, (format.Plot(int.MaxValue, margin) + gap) / ((4 * format.LineHeight) + gap))))];
        int rows = (shown.Length + columns - 1) / columns;
        double height = format.Plot((rows * 130) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, format.Scaled(36));
        double room = (grid.Across(0)[1] - grid.Across(0)[0]) * grid.Width;
        double top = shown.Max(parameter => Math.Max(Counts(parameter).Max(), Band(parameter).High)) * 1.1;
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var shapes = new List<Shape>();
        for (int panel = 0; panel < shown.Length; panel++)
        {
            (string key, RecoveredParameter parameter) = (PanelGrid.Suffix(panel), shown[panel]);
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(panel % columns),
                Anchor = "y" + key,
                Range = [0, 1],
                Tickvals = [0, 0.5, 1],
                Ticktext = ["0", "½", "1"],
                Title = new AxisTitle(format.Wrapped(parameter.Prior.Label, format.Choose(26, 20), room), 4),
            };
            axes["yaxis" + key] = new Axis { Domain = grid.Down(panel / columns), Anchor = "x" + key, Range = [0, top], Nticks = 4, Showticklabels = panel % columns == 0 };
            (double low, double high) = Band(parameter);
            shapes.Add(new Shape { Xref = "x" + key, Yref = "y" + key, X0 = 0, X1 = 1, Y0 = low, Y1 = high, Fillcolor = Palette.Faded(Palette.Neutral, 0.45) });
            int[] counts = Counts(parameter);
            data.Add(new ScatterTrace
            {
                Name = parameter.Prior.Label,
                X = [.. Enumerable.Range(0, Bins + 1).Select(bin => (double)bin / Bins)],
                Y = [.. counts, counts[^1]],
                Line = new Line { Color = Palette.Policies[0], Width = 2.5, Shape = "hv" },
                Text = [.. Enumerable.Range(0, Bins + 1).Select(bin => $"{Wording.Count(counts[Math.Min(bin, Bins - 1)], "truth", "truths")}; {Wording.Number(low)} to {Wording.Number(high)} would be usual")],
                Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
        }

        return new Figure(data, new Layout { Axes = axes, Shapes = shapes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }
}
