using Experiments.Analysis;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts.Figures;
using Experiments.Sensitivity;

namespace Experiments.Charts.Sweeps.Sensitivity;

/// <summary>The matrix of interactions: second-order indices of pairs among the factors that matter most.</summary>
internal static class InteractionChart
{
    internal const string Id = "interactions";

    /// <summary>Factors shown: pairs of those that matter little have nothing to show.</summary>
    private const int MostFactors = 12;

    internal static ChartEntry Draw(SensitivityContext context, SensitivityOutcome outcome)
    {
        SensitivityResults results = context.Results;
        string id = $"{Id}-{results.KeyOf(outcome)}";
        if (outcome.Sobol is not { Second: { } second } sobol)
        {
            return new OmittedChart(id, $"Interactions of pairs in {outcome.Name}{results.Whose(outcome)}", outcome.Sobol is null ? "there are no shares of variance" : "the design has no rows for pairs; set secondOrder: true");
        }

        (int One, int Other)[] pairs = Interactions.Pairs(sobol);
        if (!pairs.Any(pair => Interactions.IsSure(sobol, pair.One, pair.Other)))
        {
            return new OmittedChart(id, $"Interactions of pairs in {outcome.Name}{results.Whose(outcome)}", $"none of {Wording.Number(pairs.Length)} pairs is beyond doubt; all are in tables/indices.csv");
        }

        string Label(int factor) => results.Factors[factor].Label;
        return context.Draw(
            id,
            InteractionFinding.Title(results, outcome),
            $"Share of the variance of {outcome.Label}{results.Whose(outcome)} that two factors account for together, beyond what each does by itself, in per cent. Grey: not beyond doubt – below 1%, or the interval that holds for all pairs together (Bonferroni) reaches zero. Shown are pairs of the {Wording.Number(Math.Min(MostFactors, results.Factors.Count))} factors with the largest total share; all pairs are in the table.",
            SobolChart.Method,
            string.Join("; ", pairs.Take(8).Select(pair => $"{Label(pair.One)} with {Label(pair.Other)}: {Wording.PercentEstimate(second[pair.One, pair.Other])}")) + ".",
            format => Figure(results, sobol, second, format),
            new TidyTable(
                ["policy", "outcome", "factor", "other_factor", "second_order_percent", "low_95", "high_95", "points"],
                [.. pairs.Select(pair => (IReadOnlyList<string>)
                    [outcome.Policy, outcome.Label, Label(pair.One), Label(pair.Other), .. TidyTable.Cells(second[pair.One, pair.Other].Times(100)), TidyTable.Cell(second[pair.One, pair.Other].Count)])]));
    }

    private static Figure Figure(SensitivityResults results, SobolEstimate sobol, Interval[,] second, Format format)
    {
        int[] shown = [.. sobol.Order.Take(format.IsPicture ? format.Choose(8, 5) : format.Choose(MostFactors, 8))];
        int rows = shown.Length - 1;
        Margin margin = format.Around(8, 16, 8, 12);
        double height = format.Plot(rows * format.Choose(38, 34) + format.Choose(130, 120), margin);
        double?[][] cells = [.. Enumerable.Range(1, rows).Select(row => Enumerable.Range(0, rows).Select(column => column >= row ? (double?)null : Interactions.IsSure(sobol, shown[row], shown[column]) ? 100 * second[shown[row], shown[column]].Mean : 0).ToArray())];
        double most = Math.Max(0.5, cells.SelectMany(row => row).OfType<double>().DefaultIfEmpty().Max());
        string Hover(int row, int column) => column < row
            ? $"{results.Factors[shown[row]].Label} with {results.Factors[shown[column]].Label}: {Wording.PercentEstimate(second[shown[row], shown[column]])}"
            : "";
        string[] names = [.. shown.Select(factor => format.Wrapped(results.Factors[factor].Label, format.Choose(30, 16), format.Width * 0.3))];
        string[] below = [.. shown.Select(factor => format.Wrapped(results.Factors[factor].Label, format.Choose(14, 16), format.Width * 0.62 / rows))];
        return new Figure(
            [
                new HeatmapTrace
                {
                    Name = "second order",
                    X = PolicyRows.Positions(rows),
                    Y = PolicyRows.Positions(rows),
                    Z = cells,
                    Customdata = [.. Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(0, rows).Select(column => Hover(row, column))])],
                    Colorscale = [[0, Palette.Grid], [0.001, Palette.Paper], [1, Palette.Good]],
                    Zmin = 0,
                    Zmax = most,
                    Xgap = 2,
                    Ygap = 2,
                    Hovertemplate = "%{customdata}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Tickvals = PolicyRows.Positions(rows), Ticktext = [.. below.Take(rows)], Tickangle = format.Choose(0, -60), Range = [-0.5, rows - 0.5], Showgrid = false },
                    ["yaxis"] = new Axis { Tickvals = PolicyRows.Positions(rows), Ticktext = [.. names.Skip(1)], Range = [rows - 0.5, -0.5], Showgrid = false, Ticklabelstandoff = 6 },
                },
                Annotations = [.. Enumerable.Range(1, rows).SelectMany(row => Enumerable.Range(0, row).Where(column => Interactions.IsSure(sobol, shown[row], shown[column])).Select(column => new Annotation
                {
                    Text = Wording.Rounded(100 * second[shown[row], shown[column]].Mean, 0.1),
                    X = column,
                    Y = row - 1,
                    Xref = "x",
                    Yref = "y",
                    Xanchor = "center",
                    Yanchor = "middle",
                    Font = new Font { Size = format.Smaller(2), Color = 100 * second[shown[row], shown[column]].Mean > 0.6 * most ? Palette.Paper : Palette.Ink },
                }))],
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }
}
