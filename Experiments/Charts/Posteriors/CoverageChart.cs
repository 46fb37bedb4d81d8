using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Calibration;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Posteriors;

/// <summary>How often intervals of calibrations hold the known truth, parameter by parameter, against how often they promise to.</summary>
internal static class CoverageChart
{
    internal const string Id = "coverage";

    internal static ChartEntry Draw(RecoveryResults results, Answer answer) => new Chart(
        Id,
        answer.Title(RecoveryReport.CoverageId, "How often intervals hold the truth"),
        "Share of known truths inside the 50%, 80% and 95% intervals of their own calibration. The dotted lines are what the intervals promise; the bars are 95% intervals of the share, since the truths are few.",
        Provenance.Of(results.Facts, "known parameter sets drawn from the priors", $"{results.Truths} known parameter sets", WilsonInterval.Method.Replace("runs", "truths", StringComparison.Ordinal)),
        string.Join("; ", results.Parameters.Select(parameter => $"{parameter.Prior.Label}: {string.Join(", ", RecoveredParameter.Levels.Select(level => $"{Wording.Percent(parameter.Coverage(level)?.Mean ?? 0)} of the {Wording.Percent(level)} intervals"))}")) + ".",
        format => Draw(results, format))
    {
        Table = new TidyTable(
            ["parameter", "label", "level", "coverage", "low_95", "high_95"],
            [.. results.Parameters.SelectMany(parameter => RecoveredParameter.Levels.Select(level => (IReadOnlyList<string>)[parameter.Prior.Name, parameter.Prior.Label, TidyTable.Cell(level), .. TidyTable.Cells(parameter.Coverage(level))]))]),
    };

    private static Figure Draw(RecoveryResults results, Format format)
    {
        RecoveredParameter[] shown = [.. results.Parameters.OrderByDescending(parameter => parameter.Contraction)];
        string[] labels = [.. shown.Select(parameter => format.Wrapped(parameter.Prior.Label, format.Choose(40, 20), format.Width * format.Choose(0.3, 0.42)))];
        Margin margin = new(labels.Max(format.WidthOf) + format.Scaled(14), format.Scaled(16), format.LineHeight + format.Scaled(16), format.Scaled(52));
        int rows = Math.Min(shown.Length, format.MostRows(format.Plot(0, margin), 2));
        (shown, labels) = (shown[..rows], labels[..rows]);
        double height = format.Plot(rows * format.Choose(46, 56), margin);
        string[] colours = [Palette.Policies[0], Palette.Policies[3], Palette.Policies[1]];
        string[] symbols = ["circle", "square", "diamond"];
        return new Figure(
            [.. RecoveredParameter.Levels.Select((level, index) => new ScatterTrace
            {
                Name = $"{Wording.Percent(level)} intervals",
                X = [.. shown.Select(parameter => 100 * (parameter.Coverage(level)?.Mean ?? double.NaN))],
                Y = [.. shown.Select((_, row) => row + ((index - 1) * 0.24))],
                Mode = "markers",
                Marker = new Marker { Color = colours[index], Symbol = symbols[index], Size = 8 },
                ErrorX = new ErrorBars { Array = [.. shown.Select(parameter => 100 * (parameter.Coverage(level)?.Above ?? 0))], Arrayminus = [.. shown.Select(parameter => 100 * (parameter.Coverage(level)?.Below ?? 0))], Color = colours[index], Thickness = 1.5, Width = 3 },
                Text = [.. shown.Select(parameter => $"{parameter.Prior.Label}: {(parameter.Coverage(level) is { } share ? Wording.PercentEstimate(share) : "–")}")],
                Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                Showlegend = true,
            })],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis { Title = new AxisTitle("share of truths inside their interval", 8), Range = [0, 101], Ticksuffix = "%", Nticks = 11 },
                    ["yaxis"] = new Axis { Range = [rows - 0.4, -0.6], Tickvals = PolicyRows.Positions(rows), Ticktext = labels, Automargin = false },
                },
                Shapes = [.. RecoveredParameter.Levels.Select((level, index) => new Shape { Type = "line", X0 = 100 * level, X1 = 100 * level, Y0 = 0, Y1 = 1, Yref = "paper", Line = new Line { Color = colours[index], Width = 1.5, Dash = "dot" } })],
                Showlegend = true,
                Legend = new Legend(),
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }
}
