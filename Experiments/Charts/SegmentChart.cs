using Experiments.Analysis;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;

namespace Experiments.Charts;

/// <summary>What the messages do to each segment of the audience, a panel a measure, a row a segment, a mark a policy.</summary>
internal static class SegmentChart
{
    internal const string Id = "segments";

    private const string Name = "Outcomes by segment";

    /// <summary>Most policies drawn.</summary>
    private const int MostPolicies = 6;

    private static readonly (string Name, string Unit, double Scale, Func<SegmentResults, Interval?> Of)[] Measures =
    [
        ("trust debt, % of the silent twin’s trust capital", "%", 100, segment => segment.TrustDebt),
        ("readings that annoy, %", "%", 100, segment => segment.AnnoyedShare),
        ("unfollows per message, %", "%", 100, segment => segment.UnfollowShare),
        ("sales by DM per 1,000 messages", "", 1, segment => segment.SalesPerThousand),
    ];

    /// <summary>Draws the chart; null without segments.</summary>
    /// <param name="segments">Results by segment and policy.</param>
    /// <param name="styles">The look of each policy.</param>
    /// <param name="provenance">Says what a chart of such methods rests on.</param>
    /// <param name="over">What results are averaged over, as a sentence; empty for the experiment as written.</param>
    internal static ChartEntry? Draw(IReadOnlyList<SegmentResults> segments, IReadOnlyDictionary<string, PolicyStyle> styles, Func<string, Provenance> provenance, string over = "")
    {
        if (segments.Count == 0)
        {
            return null;
        }

        string[] policies = [.. segments.Select(segment => segment.Policy.Name).Distinct().Take(MostPolicies)];
        SegmentResults[] shown = [.. segments.Where(segment => policies.Contains(segment.Policy.Name))];
        if (!shown.Any(segment => segment.TrustDebt is not null))
        {
            return new OmittedChart(Id, Name, "no segment has a trust debt");
        }

        return new Chart(
            Id,
            Title(shown),
            "A row a segment of the audience, a mark a policy; bars are 95% intervals. Ratios are of sums over the segment." + (over.Length > 0 ? " " + over : ""),
            provenance($"trust debt: {MeanInterval.Method}; ratios: {RatioInterval.Method}"),
            string.Join("; ", shown.Select(segment => $"{segment.Segment}, {segment.Policy.Name}: trust debt {(segment.TrustDebt is { } debt ? Wording.PercentEstimate(debt) : "unknown")}")) + ".",
            format => Draw(shown, policies, styles, format));
    }

    private static string Title(SegmentResults[] segments)
    {
        SegmentResults most = segments.Where(segment => segment.TrustDebt is not null).MaxBy(segment => segment.TrustDebt!.Value.Mean)!;
        SegmentResults[] same = [.. segments.Where(segment => segment.Policy.Name == most.Policy.Name && segment.TrustDebt is not null)];
        SegmentResults least = same.MinBy(segment => segment.TrustDebt!.Value.Mean)!;
        (Interval high, Interval low) = (most.TrustDebt!.Value, least.TrustDebt!.Value);
        string policy = segments.Select(segment => segment.Policy.Name).Distinct().Count() > 1 ? $" under {Wording.Quote(most.Policy.Name)}" : "";
        if (most == least)
        {
            return $"{Wording.Quote(most.Segment)} loses {Wording.Percent(high.Mean)} of its trust{policy}";
        }

        return PairedDifference.Of(most.Policy, least.Policy, Simulator.Ledgers.Metric.TrustDebt) is { } gap && gap.SideOf(0) > 0
            ? $"{Wording.Quote(most.Segment)} loses the most trust{policy}: {Wording.Percent(high.Mean)}, {Wording.Quote(least.Segment)} {(low.Mean < 0 ? $"gains {Wording.Percent(-low.Mean)}" : Wording.Percent(low.Mean))}"
            : $"No segment loses more trust than another beyond doubt{policy}";
    }

    private static Figure Draw(SegmentResults[] segments, string[] policies, IReadOnlyDictionary<string, PolicyStyle> styles, Format format)
    {
        string[] names = [.. segments.Select(segment => segment.Segment).Distinct()];
        var measures = Measures.Where(measure => segments.Any(segment => measure.Of(segment) is not null)).ToList();
        int columns = format.IsPicture ? 2 : format.Choose(2, 1);
        int rows = (measures.Count + columns - 1) / columns;
        int all = measures.Count;
        double row = Math.Max(34, policies.Length * 13);
        bool legend = policies.Length > 1;
        double gap = format.Scaled(78);
        Margin margin = format.Around(0, 14, legend ? format.Choose(40, 26 * policies.Length) : 12, 54);
        if (rows > 1 && (format.Plot(int.MaxValue, margin) - gap) / 2 < names.Length * Math.Max(1.2, policies.Length * 0.5) * format.LineHeight)
        {
            (measures, rows) = (measures[..columns], 1);
            margin = margin with { B = margin.B + format.LineHeight };
        }

        double height = format.Plot((rows * names.Length * row) + ((rows - 1) * gap), margin);
        string[] labels = [.. names.Select(name => format.Wrapped(name, format.Choose(18, 12), format.Width * 0.2))];
        double left = labels.Max(format.WidthOf) + format.Scaled(16);
        var grid = new PanelGrid(rows, columns, height, format.Width - left, gap, format.Scaled(format.Choose(36, 0)));
        var axes = new Dictionary<string, object>();
        var data = new List<Trace>();
        for (int index = 0; index < measures.Count; index++)
        {
            (string key, var measure) = (PanelGrid.Suffix(index), measures[index]);
            (int line, int column) = (index / columns, index % columns);
            IEnumerable<double> ends = segments.Select(measure.Of).OfType<Interval>()
                .SelectMany(value => new[] { value.Low ?? value.Mean, value.High ?? value.Mean, 0 }).Select(value => value * measure.Scale);
            axes["xaxis" + key] = new Axis { Domain = grid.Across(column), Anchor = "y" + key, Range = SweepChartContext.Padded(ends), Zeroline = true, Nticks = 5, Ticksuffix = measure.Unit, Title = new AxisTitle(format.IsPicture ? format.Wrapped(measure.Name, 0, (grid.Across(column)[1] - grid.Across(column)[0]) * grid.Width) : measure.Name, 4) };
            axes["yaxis" + key] = PolicyRows.Axis(labels, format, column == 0) with { Domain = grid.Down(line), Anchor = "x" + key, Ticktext = labels, Automargin = false };
            for (int policy = 0; policy < policies.Length; policy++)
            {
                (int Row, Interval Value)[] marks = [.. segments
                    .Where(segment => segment.Policy.Name == policies[policy] && measure.Of(segment) is not null)
                    .Select(segment => (Array.IndexOf(names, segment.Segment), measure.Of(segment)!.Value.Times(measure.Scale)))];
                PolicyStyle style = styles[policies[policy]];
                double shift = policies.Length == 1 ? 0 : -0.3 + (0.6 * policy / (policies.Length - 1));
                if (marks.Length > 0)
                {
                    data.Add(new ScatterTrace
                    {
                        Name = policies[policy],
                        X = [.. marks.Select(mark => mark.Value.Mean)],
                        Y = [.. marks.Select(mark => mark.Row + shift)],
                        Mode = "markers",
                        Marker = new Marker { Color = style.Colour, Symbol = style.Symbol, Size = 9 },
                        ErrorX = new ErrorBars { Array = [.. marks.Select(mark => mark.Value.Above)], Arrayminus = [.. marks.Select(mark => mark.Value.Below)], Color = style.Colour, Thickness = 1.5, Width = 3 },
                        Hovertemplate = "%{x:.3~g}<extra>%{fullData.name}</extra>",
                        Showlegend = index == 0,
                        Xaxis = "x" + key,
                        Yaxis = "y" + key,
                    });
                }
            }
        }

        return new Figure(data, new Layout
        {
            Axes = axes,
            Annotations = [.. format.Remark(measures.Count < all ? $"In the report also: {string.Join("; ", Measures.Skip(measures.Count).Select(measure => measure.Name))}." : "", margin)],
            Showlegend = legend,
            Legend = legend ? new Legend { Y = 1 + (10 / height) } : null,
            Font = format.Font,
            Margin = margin with { L = left },
            Height = height + margin.T + margin.B,
        });
    }
}
