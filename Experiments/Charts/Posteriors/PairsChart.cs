using Experiments.Analysis;
using Experiments.Calibration;
using Experiments.Charts.Figures;
using MathNet.Numerics.Statistics;

namespace Experiments.Charts.Posteriors;

/// <summary>Pairs of informed parameters that the case ties together: more of one goes with less of the other.</summary>
internal static class PairsChart
{
    internal const string Id = "pairs";

    private const int Most = 6;

    /// <summary>Most particles drawn in a panel.</summary>
    private const int MostPoints = 250;

    internal static ChartEntry Draw(CalibrationResults results)
    {
        List<Pair> pairs = [.. Pairs(results)];
        if (pairs.Count == 0)
        {
            return new OmittedChart(Id, "Pairs of informed parameters", "it takes two informed parameters");
        }

        Pair strongest = pairs[0];
        return new Chart(
            Id,
            $"{Capital(strongest.One.Prior.Label)} and {strongest.Other.Prior.Label} {(Math.Abs(strongest.Correlation) < 0.2 ? "are hardly tied together" : strongest.Correlation < 0 ? "trade off against each other" : "go together")}: correlation {Wording.Number(Math.Round(strongest.Correlation, 2))}",
            $"The parameter sets that agree with the case, two parameters at a time, on the scales of their priors: the {Wording.Count(pairs.Count, "pair", "pairs")} of informed parameters with the strongest correlation. Where a cloud is a slanted band, the case fixes a combination rather than either parameter.{(results.HasReadings ? $" Reading {Wording.Quote(results.Readings[0].Name)}." : "")}",
            PosteriorCharts.Provenance(results, "single parameter sets; rank correlation"),
            string.Join("; ", pairs.Select(pair => $"{pair.One.Prior.Label} and {pair.Other.Prior.Label}: {Wording.Number(Math.Round(pair.Correlation, 2))}")) + ".",
            format => Draw(pairs, format))
        {
            Table = new TidyTable(
                ["first", "second", "first_position", "second_position", "rank_correlation"],
                [.. pairs.SelectMany(pair => pair.One.Positions.Select((position, index) => (IReadOnlyList<string>)[pair.One.Prior.Name, pair.Other.Prior.Name, TidyTable.Cell(position), TidyTable.Cell(pair.Other.Positions[index]), TidyTable.Cell(pair.Correlation)]))]),
        };
    }

    private static IEnumerable<Pair> Pairs(CalibrationResults results)
    {
        ReadingResults reading = results.Readings[0];
        ParameterPosterior[] informed = [.. reading.Informed.Where(parameter => parameter.Positions.Count == reading.Members.Count)];
        return informed
            .SelectMany((one, index) => informed.Skip(index + 1).Select(other => new Pair(one, other, Correlation.Spearman(one.Positions, other.Positions))))
            .OrderByDescending(pair => Math.Abs(pair.Correlation)).Take(Most);
    }

    private static Figure Draw(List<Pair> pairs, Format format)
    {
        int columns = Math.Min(format.Choose(3, format.IsPicture ? 2 : 1), pairs.Count);
        double gap = format.Scaled(66);
        Margin margin = format.Around(76, 14, 12, 54);
        pairs = [.. pairs.Take(columns * Math.Max(1, (int)Math.Min(Most, (format.Plot(int.MaxValue, margin) + gap) / ((6 * format.LineHeight) + gap))))];
        int rows = (pairs.Count + columns - 1) / columns;
        double height = format.Plot((rows * format.Choose(220, 230)) + ((rows - 1) * gap), margin);
        var grid = new PanelGrid(rows, columns, height, format.Width - margin.L - margin.R, gap, format.Scaled(88));
        double room = (grid.Across(0)[1] - grid.Across(0)[0]) * grid.Width;
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        for (int panel = 0; panel < pairs.Count; panel++)
        {
            (string key, Pair pair) = (PanelGrid.Suffix(panel), pairs[panel]);
            double[] down = grid.Down(panel / columns);
            axes["xaxis" + key] = PositionAxis.Of(pair.One.Prior, format.Wrapped(pair.One.Prior.Label, format.Choose(34, 40), room)) with { Domain = grid.Across(panel % columns), Anchor = "y" + key };
            axes["yaxis" + key] = PositionAxis.Of(pair.Other.Prior, format.Wrapped(pair.Other.Prior.Label, 26, (down[1] - down[0]) * height)) with { Domain = down, Anchor = "x" + key, Automargin = false };
            int step = Math.Max(1, (pair.One.Positions.Count + MostPoints - 1) / MostPoints);
            int[] drawn = [.. Enumerable.Range(0, pair.One.Positions.Count).Where(index => index % step == 0)];
            data.Add(new ScatterTrace
            {
                Name = $"correlation {Wording.Number(Math.Round(pair.Correlation, 2))}",
                X = [.. drawn.Select(index => pair.One.Positions[index])],
                Y = [.. drawn.Select(index => pair.Other.Positions[index])],
                Mode = "markers",
                Marker = new Marker { Color = PosteriorCharts.Style(0).Colour, Size = 5, Opacity = 0.5 },
                Hovertemplate = "<extra>%{fullData.name}</extra>",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
        }

        return new Figure(data, new Layout { Axes = axes, Font = format.Font, Margin = margin, Height = height + margin.T + margin.B });
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Pair(ParameterPosterior One, ParameterPosterior Other, double Correlation);
}
