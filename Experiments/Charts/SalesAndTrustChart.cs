using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>Sales against trust capital over time: one pair of panels a policy, the silent twin behind it in grey.</summary>
internal static class SalesAndTrustChart
{
    internal const string Id = "sales-and-trust";

    private const string Name = "Sales against trust capital over time";

    internal static ChartEntry Draw(ChartContext context)
    {
        List<PolicyResults> policies = [.. context.Results.AsWritten.Sending.Where(policy =>
            policy.Days.ContainsKey(Metric.Sales) && policy.Days.ContainsKey(Metric.TrustCapital))];
        if (policies.Count == 0)
        {
            return new OmittedChart(Id, Name, "no policy that sends has results by day");
        }

        if (policies[0].Days[Metric.Sales].Day.Length < 2)
        {
            return new OmittedChart(Id, Name, "a single day has no course");
        }

        return context.Draw(
            Id,
            Title(policies),
            "For each policy: above, all sales so far; below, trust capital, which is trust summed over followers. Grey and dotted: the same people with the same luck, to whom nothing is sent.",
            $"lines are means, shaded the {RunBand.Method} (often narrower than the line)",
            $"Panels of running sales and trust capital over {context.Period} for {Wording.Quoted(policies.Select(policy => policy.Name))}, each beside sending nothing.",
            format => Draw(context, policies, format));
    }

    private static string Title(List<PolicyResults> policies)
    {
        PolicyResults seller = policies.MaxBy(policy => policy.Days[Metric.Sales].Mean[^1])!;
        PolicyResults spender = policies.MinBy(policy => policy.Days[Metric.TrustCapital].Mean[^1])!;
        string sales = $"{Wording.Quote(seller.Name)} sells most, {Wording.Number(Math.Round(seller.Days[Metric.Sales].Mean[^1]))}";
        return policies.Count == 1
            ? $"{Wording.Quote(seller.Name)} makes {Wording.Number(Math.Round(seller.Days[Metric.Sales].Mean[^1]))} sales and ends with a trust capital of {Wording.Number(spender.Days[Metric.TrustCapital].Mean[^1])}"
            : seller == spender
                ? $"{sales}, and ends with the least trust capital"
                : $"{sales}; {Wording.Quote(spender.Name)} ends with the least trust capital, {Wording.Number(spender.Days[Metric.TrustCapital].Mean[^1])}";
    }

    private static Figure Draw(ChartContext context, List<PolicyResults> policies, Format format)
    {
        int columns = Columns(policies, format);
        int blocks = (policies.Count + columns - 1) / columns;
        double panel = format.Choose(policies.Count <= 2 ? 190 : 135, 105);
        double apart = format.Scaled(format.Choose(12, 10));
        double gap = format.Scaled(format.IsPicture ? 56 : format.Choose(86, 74));
        Margin margin = format.Around(format.Choose(78, 50), format.Choose(14, 10), 34, 50);
        double room = (format.Width - margin.L - margin.R) / columns;
        string[] headings = [.. policies.Select(policy => $"<b>{(format.IsPicture ? format.Wrapped(policy.Name, 0, (room * 0.94) - format.Scaled(format.Choose(26, 14))) : policy.Name)}</b>")];
        margin = format.IsPicture ? margin with { T = (headings.Max(heading => heading.Split("<br>").Length) * format.LineHeight) + format.Scaled(10) } : margin;
        double height = format.Plot((blocks * ((2 * panel) + apart)) + ((blocks - 1) * gap), margin);
        double block = (height - ((blocks - 1) * gap)) / blocks;
        var grid = new PanelGrid(blocks, columns, height, format.Width - format.Scaled(format.Choose(80, 52)), gap, format.Scaled(format.Choose(26, 14)));
        double[] ends = [Top(context, policies, Metric.Sales), Top(context, policies, Metric.TrustCapital)];
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        var names = new List<Annotation>();
        for (int index = 0; index < policies.Count; index++)
        {
            (int row, int column) = (index / columns, index % columns);
            double[] down = grid.Down(row);
            double middle = (down[0] + down[1]) / 2;
            double half = (down[1] - down[0]) / 2 * (1 - (apart / block));
            bool isLowest = index + columns >= policies.Count;
            for (int part = 0; part < 2; part++)
            {
                string key = PanelGrid.Suffix((2 * index) + part);
                Metric metric = part == 0 ? Metric.Sales : Metric.TrustCapital;
                axes["xaxis" + key] = new Axis
                {
                    Domain = grid.Across(column),
                    Anchor = "y" + key,
                    Range = [0, context.Results.Facts.Horizon],
                    Nticks = columns > 4 ? 3 : 5,
                    Showticklabels = part == 1,
                    Title = part == 1 && isLowest ? new AxisTitle("day", 4) : null,
                };
                axes["yaxis" + key] = new Axis
                {
                    Domain = part == 0 ? [down[1] - half, down[1]] : [down[0], down[0] + half],
                    Anchor = "x" + key,
                    Range = [0, ends[part]],
                    Nticks = 4,
                    Tickformat = "~s",
                    Showticklabels = column == 0,
                    Title = column == 0 ? new AxisTitle(part == 0 ? "sales" : format.Choose("trust capital,<br>people-equiv.", format.IsPicture ? "trust capital" : "trust cap."), 6) : null,
                    Zeroline = true,
                };
                data.AddRange(Panel(context, policies[index], metric, key));
            }

            names.Add(new Annotation
            {
                Text = headings[index],
                X = grid.Across(column)[0],
                Y = down[1],
                Yshift = 4,
                Font = new Font { Color = context.Styles[policies[index].Name].Colour, Size = format.FontSize },
            });
        }

        return new Figure(data, new Layout
        {
            Axes = axes,
            Font = format.Font,
            Annotations = names,
            Margin = margin,
            Height = height + margin.T + margin.B,
        });
    }

    // In a picture side by side, as long as every word of a name fits above its panels.
    private static int Columns(List<PolicyResults> policies, Format format)
    {
        if (!format.IsPicture)
        {
            return Math.Min(policies.Count, format.Choose(4, 2));
        }

        double longest = policies.SelectMany(policy => policy.Name.Split(' ')).Max(word => format.WidthOf(word) * 1.05) + format.Scaled(format.Choose(26, 14));
        int most = Math.Clamp((int)((format.Width - format.Scaled(92)) * 0.94 / longest), 1, 8);
        int blocks = (policies.Count + most - 1) / most;
        return (policies.Count + blocks - 1) / blocks;
    }

    private static IEnumerable<Trace> Panel(ChartContext context, PolicyResults policy, Metric metric, string key)
    {
        PolicyStyle style = context.Styles[policy.Name];
        DaySeries days = policy.Days[metric];
        int[] kept = DayThinning.Kept(days.Day.Length);
        if (context.Results.ReplicatesRun > 1)
        {
            yield return new ScatterTrace
            {
                Name = $"{policy.Name}, {RunBand.Method}",
                X = [.. kept.Select(index => (double)days.Day[index]), .. kept.Reverse().Select(index => (double)days.Day[index])],
                Y = [.. kept.Select(index => days.High[index]), .. kept.Reverse().Select(index => days.Low[index])],
                Fill = "toself",
                Fillcolor = Palette.Faded(style.Colour, 0.25),
                Line = new Line { Width = 0 },
                Hoverinfo = "skip",
                Xaxis = "x" + key,
                Yaxis = "y" + key,
            };
        }

        if (context.Results.AsWritten.Silent is { } silent && silent.Days.TryGetValue(metric, out DaySeries? twin))
        {
            yield return Course(silent.Name, twin, context.Styles[silent.Name], 1.5, key);
        }

        yield return Course(policy.Name, days, style, 2.5, key);
    }

    private static ScatterTrace Course(string name, DaySeries days, PolicyStyle style, double width, string key)
    {
        int[] kept = DayThinning.Kept(days.Day.Length);
        return new ScatterTrace
        {
            Name = name,
            X = [.. kept.Select(index => (double)days.Day[index])],
            Y = [.. kept.Select(index => days.Mean[index])],
            Line = new Line { Color = style.Colour, Dash = style.Dash, Width = width },
            Hovertemplate = "day %{x}: %{y:,.0f}<extra>%{fullData.name}</extra>",
            Xaxis = "x" + key,
            Yaxis = "y" + key,
        };
    }

    private static double Top(ChartContext context, List<PolicyResults> policies, Metric metric)
    {
        IEnumerable<PolicyResults> all = context.Results.AsWritten.Silent is { } silent ? policies.Append(silent) : policies;
        double top = all.Where(policy => policy.Days.ContainsKey(metric)).Max(policy => policy.Days[metric].High.Append(policy.Days[metric].Mean.Max()).Where(double.IsFinite).Max());
        return top > 0 ? top * 1.05 : 1;
    }
}
