using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>The iceberg: what a sender sees of the harm, against what there is.</summary>
internal static class IcebergChart
{
    internal const string Id = "iceberg";

    private const string Name = "Visible against hidden harm";

    internal static ChartEntry Draw(ChartContext context)
    {
        List<PolicyResults> policies = [.. context.Results.AsWritten.Sending.Where(policy => policy.Mean(Metric.Harmed) is { Mean: > 0 })];
        if (policies.Count == 0)
        {
            return new OmittedChart(Id, Name, "nobody was harmed");
        }

        return context.Draw(
            Id,
            context.Answer.Title("iceberg", Name),
            "Left: people who complained or left after a message, which the sender sees, and people who were annoyed or reached by a complaint, which nobody sees. Right: what that does to trust and openness, which nobody sees either. Zeros have no place on a logarithmic axis and are not drawn.",
            $"bars: {MeanInterval.Method} (often smaller than the marker); people per complaint: {RatioInterval.Name}",
            string.Join("; ", policies.Select(policy => $"{policy.Name}: {Number(policy, Metric.Complaints)} complaints, {Number(policy, Metric.Harmed)} people harmed")) + ".",
            format => Draw(policies, format));
    }

    private static string Number(PolicyResults policy, Metric metric) => policy.Mean(metric) is { } mean ? Wording.Number(mean.Mean) : "unknown";

    private static Figure Draw(List<PolicyResults> policies, Format format)
    {
        string[] names = [.. policies.Select(policy => policy.Name)];
        double[] rows = PolicyRows.Positions(names.Length);
        Layer[] people =
        [
            new("complaints", "triangle-up", Palette.Bad, "middle left", [.. policies.Select(policy => policy.Mean(Metric.Complaints))]),
            new("unfollows and blocks", "square", Palette.Amber, null, [.. policies.Select(Exits)]),
            new("people harmed", "circle", Palette.Good, "middle right", [.. policies.Select(policy => policy.Mean(Metric.Harmed))]),
        ];
        Layer[] hidden =
        [
            new("trust debt on the worst day", "diamond", Palette.Policies[4], null, [.. policies.Select(policy => TrustCost.Of(policy)?.Worst.Times(100))]),
            new("followers tuned out at the end", "x", Palette.Muted, null, [.. policies.Select(policy => policy.Ratio(Metric.TunedOut, Metric.Followers)?.Times(100))]),
        ];
        double[] values = [.. people.SelectMany(layer => layer.Values).OfType<Interval>().Select(value => value.Mean).Where(value => value > 0)];
        double[] ticks = LogTicks.Between(Math.Max(values.Min() / 2, 0.01), values.Max() * 1.5);
        bool isStacked = format is { IsNarrow: true, IsPicture: false };
        double gap = isStacked ? format.Scaled(96) : 0;
        Margin margin = format.Around(8, 12, format.Choose(40, 92), 52);
        if (format.IsPicture)
        {
            margin = margin with { T = format.Legend([.. people.Concat(hidden).Select(layer => layer.Name)], format.Width * 0.8) + format.LineHeight };
        }

        double onPage = names.Length * PolicyRows.RowHeight(format);
        double height = isStacked ? (format.Plot((2 * onPage) + gap, margin) - gap) / 2 : format.Plot(onPage, margin);
        double total = isStacked ? (2 * height) + gap : height;
        double[] upper = isStacked ? [(height + gap) / total, 1] : [0, 1];
        double[] lower = isStacked ? [0, height / total] : [0, 1];
        var axes = new Dictionary<string, object>
        {
            ["xaxis"] = new Axis
            {
                Type = "log",
                Domain = isStacked ? [0, 1] : [0, 0.6],
                Anchor = "y",
                Range = [Math.Log10(values.Min()) - format.Choose(0.45, 1.1), Math.Log10(values.Max()) + format.Choose(0.55, 1.4)],
                Tickvals = ticks,
                Ticktext = LogTicks.Labels(ticks, isShort: format.IsNarrow),
                Tickangle = 0,
                Title = new AxisTitle("people (log scale)", 6),
            },
            ["yaxis"] = PolicyRows.Axis(names, format) with { Domain = upper, Anchor = "x" },
            ["xaxis2"] = new Axis
            {
                Domain = isStacked ? [0, 1] : [0.66, 1],
                Anchor = "y2",
                Ticksuffix = "%",
                Nticks = 5,
                Zeroline = true,
                Range = Shares(hidden),
                Title = new AxisTitle(format.IsPicture ? format.Wrapped("% of trust capital, % of followers", 0, format.Width * 0.28) : "% of trust capital, % of followers", 6),
            },
            ["yaxis2"] = PolicyRows.Axis(names, format, named: isStacked) with { Domain = lower, Anchor = "x2" },
        };
        return new Figure(
            [.. Joined(people, rows), .. people.Select(layer => layer.Draw(rows, "x", "y")), .. people.Where(layer => layer.LabelSide is not null).Select(layer => layer.Label(rows, format)), .. hidden.Select(layer => layer.Draw(rows, "x2", "y2"))],
            new Layout
            {
                Axes = axes,
                Font = format.Font,
                Margin = margin,
                Height = total + margin.T + margin.B,
                Showlegend = true,
                Legend = new Legend { Y = 1 + (8 / total) },
            });
    }

    private static double[] Shares(Layer[] hidden)
    {
        double[] values = [.. hidden.SelectMany(layer => layer.Values).OfType<Interval>().Select(value => value.Mean), 0];
        double span = Math.Max(values.Max() - Math.Min(0, values.Min()), 1);
        return [Math.Min(0, values.Min()) - (0.06 * span), values.Max() + (0.1 * span)];
    }

    private static Interval? Exits(PolicyResults policy)
    {
        IReadOnlyDictionary<int, double> blocks = policy.ByReplicate(Metric.Blocks);
        return MeanInterval.Of([.. policy.ByReplicate(Metric.Unfollows).Where(run => blocks.ContainsKey(run.Key)).Select(run => run.Value + blocks[run.Key])]);
    }

    // A line from what is seen to what is not: its length is the ratio, since the axis is logarithmic.
    private static IEnumerable<Trace> Joined(Layer[] people, double[] rows) => rows
        .Select((row, index) => (Row: row, Values: people.Select(layer => layer.Values[index]).OfType<Interval>().Select(value => value.Mean).Where(value => value > 0).ToArray()))
        .Where(line => line.Values.Length > 1)
        .Select(line => new ScatterTrace
        {
            X = [line.Values.Min(), line.Values.Max()],
            Y = [line.Row, line.Row],
            Line = new Line { Color = Palette.Neutral, Width = 3 },
            Hoverinfo = "skip",
            Showlegend = false,
        });

    private sealed record Layer(string Name, string Symbol, string Colour, string? LabelSide, IReadOnlyList<Interval?> Values)
    {
        internal ScatterTrace Draw(double[] rows, string across, string down)
        {
            bool isLog = across == "x";
            int[] drawn = [.. Enumerable.Range(0, rows.Length).Where(row => Values[row] is { } value && (!isLog || value.Mean > 0))];
            return new ScatterTrace
            {
                Name = Name,
                X = [.. drawn.Select(row => Values[row]!.Value.Mean)],
                Y = [.. drawn.Select(row => rows[row])],
                Mode = "markers",
                Marker = new Marker { Symbol = Symbol, Color = Colour, Size = 11 },
                ErrorX = new ErrorBars
                {
                    Array = [.. drawn.Select(row => Values[row]!.Value.Above)],
                    Arrayminus = [.. drawn.Select(row => Values[row]!.Value.Below)],
                    Color = Colour,
                    Thickness = 1.5,
                    Width = 4,
                },
                Hovertemplate = isLog ? "%{x:,.1f}<extra>%{fullData.name}</extra>" : "%{x:.2f}%<extra>%{fullData.name}</extra>",
                Showlegend = true,
                Cliponaxis = false,
                Xaxis = across,
                Yaxis = down,
            };
        }

        /// <summary>Numbers beyond the ends of the error bars.</summary>
        internal ScatterTrace Label(double[] rows, Format format)
        {
            int[] drawn = [.. Enumerable.Range(0, rows.Length).Where(row => Values[row] is { Mean: > 0 })];
            double End(Interval value) => LabelSide == "middle left" ? value.Low > 0 ? value.Low.Value : value.Mean : value.High ?? value.Mean;
            return new ScatterTrace
            {
                Name = Name,
                X = [.. drawn.Select(row => End(Values[row]!.Value))],
                Y = [.. drawn.Select(row => rows[row])],
                Mode = "text",
                Text = [.. drawn.Select(row => $"  {Wording.Number(Math.Round(Values[row]!.Value.Mean))}  ")],
                Textposition = [.. drawn.Select(_ => LabelSide!)],
                Textfont = new Font { Size = format.Smaller(1), Color = Palette.Ink },
                Hoverinfo = "skip",
                Showlegend = false,
                Cliponaxis = false,
            };
        }
    }
}
