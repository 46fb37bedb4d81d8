using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>The exchange: sales gained against trust capital missing, one point a policy.</summary>
internal static class ExchangeChart
{
    internal const string Id = "exchange";

    private const string Name = "Sales gained against trust spent";

    /// <summary>From this ratio of the largest to the smallest gain on, a linear axis would pile the small ones up.</summary>
    private const double LogFrom = 8;

    internal static ChartEntry Draw(ChartContext context)
    {
        if (context.Results.AsWritten.Silent is not { } silent)
        {
            return new OmittedChart(Id, Name, "there is no silent twin to compare with");
        }

        List<Exchange> exchanges = [.. context.Results.AsWritten.Sending
            .Select(policy => (policy.Name, Sales: PairedDifference.Of(policy, silent, Metric.Sales), Cost: TrustCost.Of(policy)))
            .Where(entry => entry.Sales is not null && entry.Cost is not null)
            .Select(entry => new Exchange(entry.Name, entry.Sales!.Value, entry.Cost!))];
        if (exchanges.Count == 0)
        {
            return new OmittedChart(Id, Name, "no policy that sends has both sales and trust");
        }

        return context.Draw(
            Id,
            Title(exchanges, context),
            "Right is more sales than with silence, up is more trust spent. Filled: at the end. Open, joined by a line: on the worst day on average. Below zero a policy ends with more trust than silence.",
            $"sales: {PairedDifference.Method}; trust: {MeanInterval.Method} (often smaller than the marker)",
            string.Join("; ", exchanges.Select(exchange => $"{exchange.Policy}: {Wording.Estimate(exchange.Sales)} extra sales, trust debt {Wording.PercentEstimate(exchange.Cost.AtHorizon)}")) + ".",
            format => Draw(context, exchanges, format));
    }

    private static string Title(List<Exchange> exchanges, ChartContext context)
    {
        Exchange most = exchanges.MaxBy(exchange => exchange.Sales.Mean)!;
        if (most.Sales.Mean <= 0)
        {
            return $"No policy sells more than silence within {context.Period}";
        }

        double debt = most.Cost.AtHorizon.Mean;
        string price = most.Cost.AtHorizon.LikelySideOf(0) switch
        {
            1 => $"and leaves {Wording.Percent(debt)} of trust capital missing",
            -1 => $"and gains {Wording.Percent(-debt)} of trust capital",
            _ => "at a trust debt that cannot be told from zero",
        };
        return $"{Wording.Quote(most.Policy)} sells most, {Wording.Mean(most.Sales)} more than silence, {price}";
    }

    private static Figure Draw(ChartContext context, List<Exchange> exchanges, Format format)
    {
        bool isLog = exchanges.Min(exchange => exchange.Sales.Low ?? exchange.Sales.Mean) > 0
            && exchanges.Max(exchange => exchange.Sales.Mean) > LogFrom * exchanges.Min(exchange => exchange.Sales.Mean);
        double[] gains = [.. exchanges.SelectMany(exchange => new[] { exchange.Sales.Low ?? exchange.Sales.Mean, exchange.Sales.High ?? exchange.Sales.Mean })];
        double[] debts = [.. exchanges.SelectMany(exchange => new[] { exchange.Cost.AtHorizon.Mean, exchange.Cost.Worst.Mean }).Append(0).Select(debt => debt * 100)];
        double[] across = isLog ? [Math.Log10(gains.Min() / 1.6), Math.Log10(gains.Max() * 1.9)] : Padded([.. gains, 0], 0.12);
        double[] down = Padded(debts, 0.12);
        Margin margin = format.Around(64, 12, 12, 54);
        (double width, double height) = (format.Width - format.Scaled(90), format.Plot(format.Choose(400, 360), margin));
        List<(double, double)> points = [.. exchanges.Select(exchange => (
            ((isLog ? Math.Log10(exchange.Sales.Mean) : exchange.Sales.Mean) - across[0]) / (across[1] - across[0]) * width,
            ((exchange.Cost.AtHorizon.Mean * 100) - down[0]) / (down[1] - down[0]) * height))];
        string[] labels = [.. exchanges.Select(exchange => format.Wrapped(exchange.Policy))];
        List<(double, double)> sizes = [.. labels.Select(label => (format.WidthOf(label), format.FontSize * 1.3 * label.Split("<br>").Length))];
        double[] ticks = isLog ? Steps(gains, format.Choose<double[]>([1, 2, 5], [1, 5])) : [];
        return new Figure(
            [.. Traces(context, exchanges, labels, LabelPlacement.Sided(points, sizes, width, height), format)],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = new Axis
                    {
                        Type = isLog ? "log" : "linear",
                        Range = across,
                        Tickvals = isLog ? ticks : null,
                        Ticktext = isLog ? LogTicks.Labels(ticks, isShort: format.IsNarrow) : null,
                        Tickangle = 0,
                        Nticks = isLog ? null : 6,
                        Tickformat = isLog ? null : ",.0f",
                        Zeroline = !isLog,
                        Title = new AxisTitle(isLog ? "sales more than with silence (log scale)" : "sales more than with silence", 8),
                    },
                    ["yaxis"] = new Axis
                    {
                        Range = down,
                        Ticksuffix = "%",
                        Zeroline = true,
                        Title = new AxisTitle(format.Choose("trust debt: % of the silent twin's trust capital", "trust debt, % of the twin's capital"), 8),
                    },
                },
                Font = format.Font,
                Margin = margin,
                Height = height + margin.T + margin.B,
            });
    }

    private static IEnumerable<Trace> Traces(ChartContext context, List<Exchange> exchanges, string[] labels, string[] sides, Format format)
    {
        for (int index = 0; index < exchanges.Count; index++)
        {
            (Exchange exchange, PolicyStyle style) = (exchanges[index], context.Styles[exchanges[index].Policy]);
            (Interval sales, Interval debt, Interval worst) = (exchange.Sales, exchange.Cost.AtHorizon.Times(100), exchange.Cost.Worst.Times(100));
            yield return new ScatterTrace
            {
                Name = $"{exchange.Policy}, worst day ({exchange.Cost.WorstDay})",
                X = [sales.Mean, sales.Mean],
                Y = [debt.Mean, worst.Mean],
                Mode = "lines+markers",
                Line = new Line { Color = Palette.Faded(style.Colour, 0.5), Width = 1.5 },
                Marker = new Marker { Symbol = new[] { style.Symbol, style.Symbol + "-open" }, Color = style.Colour, Size = 9 },
                Hovertemplate = "%{y:.2f}%<extra>%{fullData.name}</extra>",
            };
            yield return new ScatterTrace
            {
                Name = exchange.Policy,
                X = [sales.Mean],
                Y = [debt.Mean],
                Mode = "markers+text",
                Text = [labels[index]],
                Textposition = [sides[index]],
                Textfont = new Font { Color = style.Colour, Size = format.FontSize },
                Marker = new Marker { Symbol = style.Symbol, Color = style.Colour, Size = 12 },
                ErrorX = new ErrorBars { Array = [sales.Above], Arrayminus = [sales.Below], Color = style.Colour, Thickness = 1.5, Width = 4 },
                ErrorY = new ErrorBars { Array = [debt.Above], Arrayminus = [debt.Below], Color = style.Colour, Thickness = 1.5, Width = 4 },
                Cliponaxis = false,
                Hovertemplate = "%{x:,.0f} extra sales, trust debt %{y:.2f}%<extra>%{fullData.name}</extra>",
            };
        }
    }

    private static double[] Padded(double[] values, double share)
    {
        double span = Math.Max(values.Max() - values.Min(), 1e-6);
        return [values.Min() - (share * span), values.Max() + (share * span)];
    }

    // Steps within decades: decades alone would leave an axis of one and a half decades with two labels.
    private static double[] Steps(double[] values, double[] steps) =>
        [.. LogTicks.Between(values.Min(), values.Max()).SelectMany(power => steps.Select(step => step * power)).Where(tick => tick >= values.Min() / 1.5 && tick <= values.Max() * 1.8)];

    private sealed record Exchange(string Policy, Interval Sales, TrustCost Cost);
}
