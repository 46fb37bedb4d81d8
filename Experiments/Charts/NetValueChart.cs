using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>Cumulative net value of each policy above that of its silent twin, day by day.</summary>
internal static class NetValueChart
{
    internal const string Id = "net-value";

    private const string Name = "Net value above silence over time";

    internal static ChartEntry Draw(ChartContext context)
    {
        if (context.Results.AsWritten.Silent is not { } silent || !silent.Days.TryGetValue(Metric.NetValue, out DaySeries? twin))
        {
            return new OmittedChart(Id, Name, "there is no silent twin to compare with");
        }

        List<PolicyResults> policies = [.. context.Results.AsWritten.Sending.Where(policy =>
            policy.Days.TryGetValue(Metric.NetValue, out DaySeries? days) && days.Day.AsSpan().SequenceEqual(twin.Day))];
        if (policies.Count == 0 || twin.Day.Length < 2)
        {
            return new OmittedChart(Id, Name, policies.Count == 0 ? "no policy that sends has results by day" : "a single day has no course");
        }

        return context.Draw(
            Id,
            context.Answer.Title("haste", context.Answer.Title("pay", Name)),
            "How far each policy's discounted net value so far lies above (or below) that of sending nothing. Above zero it has paid so far; where lines cross, one policy overtakes another.",
            $"lines are differences of means; bars at the end: {PairedDifference.Method}",
            string.Join("; ", policies.Select(policy => $"{policy.Name} ends {(PairedDifference.Of(policy, silent, Metric.NetValue) is { } end ? Wording.Estimate(end) : "unknown")} above silence")) + ".",
            format => Draw(context, policies, silent, format));
    }

    private static Figure Draw(ChartContext context, List<PolicyResults> policies, PolicyResults silent, Format format)
    {
        DaySeries twin = silent.Days[Metric.NetValue];
        int[] kept = DayThinning.Kept(twin.Day.Length);
        var data = new List<Trace>();
        var ends = new List<(string Name, double Value)>();
        double[] all = [.. policies.SelectMany(policy => kept.Select(index => policy.Days[Metric.NetValue].Mean[index] - twin.Mean[index])), 0];
        foreach (PolicyResults policy in policies)
        {
            PolicyStyle style = context.Styles[policy.Name];
            double[] difference = [.. kept.Select(index => policy.Days[Metric.NetValue].Mean[index] - twin.Mean[index])];
            data.Add(new ScatterTrace
            {
                Name = policy.Name,
                X = [.. kept.Select(index => (double)twin.Day[index])],
                Y = difference,
                Line = new Line { Color = style.Colour, Dash = style.Dash, Width = 2.5 },
                Hovertemplate = "day %{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            });
            if (PairedDifference.Of(policy, silent, Metric.NetValue) is { } end)
            {
                data.Add(new ScatterTrace
                {
                    Name = policy.Name,
                    X = [twin.Day[^1]],
                    Y = [end.Mean],
                    Mode = "markers",
                    Marker = new Marker { Color = style.Colour, Symbol = style.Symbol, Size = 9 },
                    ErrorY = new ErrorBars { Array = [end.Above], Arrayminus = [end.Below], Color = style.Colour, Thickness = 2, Width = 5 },
                    Cliponaxis = false,
                    Hovertemplate = "at the end %{y:,.0f}<extra>%{fullData.name}</extra>",
                });
            }

            ends.Add((policy.Name, difference[^1]));
        }

        double span = Math.Max(all.Max() - all.Min(), 1e-6);
        double[] down = [all.Min() - (0.06 * span), all.Max() + (0.08 * span)];
        double right = ends.Max(end => format.WidthOf(format.Wrapped(end.Name))) + format.Scaled(22);
        Margin margin = format.Around(58, 0, 12, 52) with { R = right };
        double height = format.Plot(format.Choose(420, 400), margin);
        return new Figure(data, new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Title = new AxisTitle("day", 6), Range = [0, twin.Day[^1]], Nticks = format.Choose(9, 5) },
                ["yaxis"] = new Axis
                {
                    Title = new AxisTitle(format.Choose("net value above silence, currency units", "above silence, currency units"), 8),
                    Range = down,
                    Tickformat = "~s",
                    Zeroline = true,
                    Nticks = 7,
                },
            },
            Annotations = [.. EndLabels.Spread(ends, down, height, format).Select(label => new Annotation
            {
                Text = format.Wrapped(label.Name),
                X = 1,
                Y = label.Place,
                Yref = "y",
                Xshift = 12,
                Yanchor = "middle",
                Font = new Font { Color = context.Styles[label.Name].Colour, Size = format.FontSize },
            })],
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }
}
