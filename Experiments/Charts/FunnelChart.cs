using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>The reaction funnel: what becomes of a thousand delivered messages, policy by policy.</summary>
internal static class FunnelChart
{
    internal const string Id = "funnel";

    private const string Name = "What becomes of a thousand messages";

    private static readonly (string Name, string Colour, Metric Outcome)[] Steps =
    [
        ("read", Palette.Good, Metric.Read),
        ("bought", Palette.Good, Metric.SalesDm),
        ("praised", Palette.Good, Metric.Praise),
        ("annoyed", Palette.Bad, Metric.Annoyed),
        ("unfollowed", Palette.Bad, Metric.Unfollows),
        ("complained", Palette.Bad, Metric.Complaints),
    ];

    internal static ChartEntry Draw(ChartContext context)
    {
        List<PolicyResults> policies = [.. context.Results.AsWritten.Sending.Where(policy => policy.Mean(Metric.Sent) is { Mean: > 0 })];
        if (policies.Count == 0)
        {
            return new OmittedChart(Id, Name, "no message was delivered");
        }

        return context.Draw(
            Id,
            Title(context.Results.Subject is { } subject && policies.Contains(subject) ? subject : policies[0]),
            "Per 1,000 delivered messages; every panel has a scale of its own, since the steps differ by a factor of hundreds. Blue is what a sender wants, orange what it does not.",
            MeanInterval.Method,
            string.Join("; ", policies.Select(policy => $"{policy.Name}: " + string.Join(", ", Steps.Select(step => $"{Wording.Number(Rate(policy, step.Outcome).Mean)} {step.Name}")))) + ".",
            format => Draw(policies, format));
    }

    private static string Title(PolicyResults policy)
    {
        string Rated(Metric metric) => Wording.Number(Rate(policy, metric).Mean);
        return $"Of 1,000 messages of {Wording.Quote(policy.Name)} {Rated(Metric.Read)} are read, {Rated(Metric.Annoyed)} annoy, {Rated(Metric.SalesDm)} sell, and {Rated(Metric.Complaints)} draw a complaint";
    }

    private static Interval Rate(PolicyResults policy, Metric metric) => policy.Ratio(metric, Metric.Sent)?.Times(1000) ?? new Interval(0, null, null, 0);

    private static Figure Draw(List<PolicyResults> policies, Format format)
    {
        int columns = format.IsPicture ? 3 : format.Choose(3, 2);
        int blocks = Steps.Length / columns;
        double gap = format.Scaled(format.Choose(80, 76));
        Margin margin = format.Around(0, 8, 34, 50);

        // Bars carry their numbers, so that a scale can go where rows need its room.
        bool isBare = 2 * policies.Count > format.MostRows(format.Plot(0, margin) - gap);
        if (isBare)
        {
            (gap, margin) = (format.Scaled(36), margin with { B = format.LineHeight * 1.4 });
        }

        int all = policies.Count;
        policies = [.. policies.Take(format.MostRows(format.Plot(0, margin) - gap) / blocks)];
        double height = format.Plot((blocks * policies.Count * format.Choose(27, 34)) + ((blocks - 1) * gap), margin);
        string[] names = [.. policies.Select(policy => policy.Name)];
        double left = names.Max(name => format.WidthOf(format.Wrapped(name))) + format.Scaled(20);
        var grid = new PanelGrid(blocks, columns, height, format.Width - left, gap, format.Scaled(format.Choose(36, 16)));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var headings = new List<Annotation>();
        for (int index = 0; index < Steps.Length; index++)
        {
            (string step, string colour, Metric outcome) = Steps[index];
            (int row, int column) = (index / columns, index % columns);
            string key = PanelGrid.Suffix(index);
            Interval[] rates = [.. policies.Select(policy => Rate(policy, outcome))];
            double longest = Math.Max(rates.Max(rate => rate.High ?? rate.Mean), 1e-3);
            axes["xaxis" + key] = new Axis
            {
                Domain = grid.Across(column),
                Anchor = "y" + key,
                Range = [0, longest * format.Choose(1.3, 1.75)],
                Nticks = format.Choose(4, 3),
                Title = isBare ? null : new AxisTitle(format.Choose("per 1,000 messages", "per 1,000"), 4),
                Showticklabels = !isBare,
            };
            axes["yaxis" + key] = PolicyRows.Axis(names, format, named: column == 0) with { Domain = grid.Down(row), Anchor = "x" + key, Automargin = false };
            headings.Add(new Annotation { Text = $"<b>{step}</b>", X = grid.Across(column)[0], Y = grid.Down(row)[1], Yshift = 3 });
            data.Add(new BarTrace
            {
                Name = step,
                X = [.. rates.Select(rate => rate.Mean)],
                Y = PolicyRows.Positions(names.Length),
                Width = 0.62,
                Marker = new Marker { Color = colour },
                Hovertemplate = "%{x:.4~r} per 1,000<extra>" + step + "</extra>",
                ErrorX = new ErrorBars
                {
                    Array = [.. rates.Select(rate => rate.Above)],
                    Arrayminus = [.. rates.Select(rate => rate.Below)],
                    Color = Palette.Ink,
                    Thickness = 1.2,
                    Width = 3,
                },
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            });
            headings.AddRange(rates.Select((rate, policy) => new Annotation
            {
                Text = Wording.Number(rate.Mean),
                X = rate.High ?? rate.Mean,
                Y = policy,
                Xref = "x" + key,
                Yref = "y" + key,
                Xshift = 5,
                Yanchor = "middle",
                Font = new Font { Size = format.Smaller(1), Color = Palette.Ink },
            }));
        }

        return new Figure(data, new Layout
        {
            Axes = axes,
            Annotations = [.. headings, .. format.Remark(policies.Count < all ? $"The first {Wording.Number(policies.Count)} of {Wording.Number(all)} policies; all are in the report." : "", margin)],
            Font = format.Font,
            Margin = margin with { L = left },
            Height = height + margin.T + margin.B,
        });
    }
}
