using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Calibration;
using Experiments.Charts.Figures;

namespace Experiments.Charts.Posteriors;

/// <summary>How much of each parameter's prior the case rules out: what can be known from it, and what cannot.</summary>
internal static class IdentifiabilityChart
{
    internal const string Id = "identifiability";

    internal static ChartEntry Draw(CalibrationResults results, Answer answer) => new Chart(
        Id,
        answer.Title(CalibrationFindings.Informed, "What the case informs"),
        "How much of the variance of each prior the five facts rule out. At 0 a parameter is as uncertain as before; the grey strip reaches as far as chance carries one of all parameters in a calibration that learns nothing. Parameters that only work later, or in other situations than the case's, cannot be informed by it.",
        PosteriorCharts.Provenance(results, "95% bootstrap interval over families of parameter sets"),
        string.Join("; ", results.ByContraction.Select(name => $"{PosteriorCharts.Label(results, name)}: {string.Join(" and ", PosteriorCharts.Posterior(results.Readings, name).Select(pair => Wording.PercentEstimate(pair.Posterior.Contraction)))}")) + ".",
        format => Draw(results, format))
    {
        Table = new TidyTable(
            ["reading", "parameter", "label", "prior", "contraction", "low_95", "high_95", "informed"],
            [.. results.ByContraction.SelectMany(name => PosteriorCharts.Posterior(results.Readings, name).Select(pair => (IReadOnlyList<string>)
            [
                results.Readings[pair.Reading].Name, name, pair.Posterior.Prior.Label, pair.Posterior.Prior.Range, .. TidyTable.Cells(pair.Posterior.Contraction), pair.Posterior.IsInformed ? "yes" : "no",
            ]))]),
    };

    private static Figure Draw(CalibrationResults results, Format format)
    {
        string[] names = [.. results.ByContraction];
        double legend = results.HasReadings ? format.LineHeight + format.Scaled(8) : 0;
        string[] labels = [.. names.Select(name => format.Wrapped(PosteriorCharts.Label(results, name), format.Choose(40, 20), format.Width * format.Choose(0.3, 0.42)))];
        Margin margin = new(labels.Max(format.WidthOf) + format.Scaled(14), format.Scaled(16), legend + format.Scaled(8), format.Scaled(52) + (format.IsPicture ? format.LineHeight : 0));
        int shown = Math.Min(names.Length, format.MostRows(format.Plot(0, margin), format.Choose(1.15, 2)));
        (names, labels) = (names[..shown], labels[..shown]);
        double height = format.Plot(names.Length * format.Choose(25, 36), margin);
        var data = new List<Trace>();
        for (int index = 0; index < results.Readings.Count; index++)
        {
            (string colour, string symbol, _) = PosteriorCharts.Style(index);
            var rows = names.Select((name, row) => (Row: row, Posterior: PosteriorCharts.Posterior(results.Readings, name).Where(pair => pair.Reading == index).Select(pair => pair.Posterior).FirstOrDefault()))
                .Where(pair => pair.Posterior is not null).ToList();
            double shift = results.HasReadings ? ((double)index / (results.Readings.Count - 1) * 0.36) - 0.18 : 0;
            data.Add(new ScatterTrace
            {
                Name = results.Readings[index].Name,
                X = [.. rows.Select(row => 100 * row.Posterior!.Contraction.Mean)],
                Y = [.. rows.Select(row => row.Row + shift)],
                Mode = "markers",
                Marker = new Marker { Color = colour, Symbol = symbol, Size = 8 },
                ErrorX = new ErrorBars { Array = [.. rows.Select(row => 100 * row.Posterior!.Contraction.Above)], Arrayminus = [.. rows.Select(row => 100 * row.Posterior!.Contraction.Below)], Color = colour, Thickness = 1.5, Width = 3 },
                Text = [.. rows.Select(row => $"{row.Posterior!.Prior.Label}: {Wording.PercentEstimate(row.Posterior.Contraction)}; middle 90% {row.Posterior.Middle} of {row.Posterior.Prior.Range}")],
                Hovertemplate = "%{text}<extra>%{fullData.name}</extra>",
                Showlegend = results.HasReadings,
            });
        }

        double low = Math.Min(-10, results.Readings.SelectMany(reading => reading.Parameters).Min(parameter => 100 * (parameter.Contraction.Low ?? 0)));
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Title = new AxisTitle("share of the prior's variance ruled out", 8), Range = [low - 2, 103], Ticksuffix = "%", Zeroline = true, Nticks = 8 },
                ["yaxis"] = new Axis { Range = [names.Length - 0.4, -0.6], Tickvals = PolicyRows.Positions(names.Length), Ticktext = labels, Automargin = false },
            },
            Shapes = [new Shape { X0 = low - 2, X1 = 100 * results.Readings.Max(reading => reading.NullBand), Y0 = 0, Y1 = 1, Yref = "paper", Fillcolor = Palette.Faded(Palette.Neutral, 0.4) }],
            Annotations = [.. format.Remark(shown < results.ByContraction.Count ? $"{shown} of {results.ByContraction.Count} parameters; the report has all." : "", margin)],
            Showlegend = results.HasReadings,
            Legend = new Legend(),
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }
}
