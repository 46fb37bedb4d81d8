using Experiments.Analysis;
using Experiments.Analysis.Context;
using Experiments.Analysis.Findings;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>What each policy gains over writing to everybody, by what it knows, with the share of the gain of perfect context that it recovers.</summary>
internal static class ContextChart
{
    internal const string Id = "context";

    private const string Name = "The value of context, and who recovers it";

    private static readonly (Metric Metric, string Title, string Narrow, double Scale, string Suffix)[] Panels =
    [
        (Metric.NetValue, "net value gained over writing to everybody, currency units", "net value gained, currency units", 1, ""),
        (Metric.TrustDebt, "trust debt saved, percentage points", "trust debt saved, % points", 100, ""),
    ];

    private static readonly (ContextRole Role, string Name, string Colour, string Symbol)[] Roles =
    [
        (ContextRole.Guessed, "threshold on a guess", Palette.Amber, "square"),
        (ContextRole.Known, "knows the relationship (impossible)", Palette.Muted, "diamond"),
        (ContextRole.Learned, "learns from reactions", Palette.Good, "circle"),
        (ContextRole.LearnedKnown, "learns and knows (impossible)", Palette.Policies[4], "star"),
    ];

    /// <summary>The chart; null where no policy learns, so that other reports need not say that it is missing.</summary>
    internal static ChartEntry? Draw(ChartContext context)
    {
        IReadOnlyDictionary<string, ContextRole> roles = context.Results.Facts.ContextRoles;
        if (ContextValue.Of(context.Results.AsWritten, roles) is not { } value)
        {
            return null;
        }

        Row[] rows = [.. context.Results.AsWritten.Sending
            .Where(policy => policy != value.Everybody && roles.TryGetValue(policy.Name, out ContextRole role) && role != ContextRole.Everybody)
            .Select(policy => new Row(policy.Name, roles[policy.Name], [.. Panels.Select(panel => value.Gain(policy, panel.Metric)?.Times(panel.Scale))], [.. Panels.Select(panel => value.Share(policy, panel.Metric))]))];
        return context.Draw(
            Id,
            context.Answer.Title(ContextFinding.Id, Name),
            $"Zero is {Wording.Quote(value.Everybody.Name)}; the grey line is perfect context, {Wording.Quote(value.Known.Name)}. Percentages: the share of the way from zero to that line; none are given where knowing gains nothing beyond doubt.",
            $"gains: {PairedDifference.Method}; {RecoveredShare.Method}; {ContextValue.Rule}",
            string.Join("; ", rows.Select(row => $"{row.Policy}: {(row.Gains[0] is { } gain ? Wording.Estimate(gain) : "–")} net value gained{(row.Shares[0] is { } share ? $", {Wording.PercentEstimate(share)} of the value of knowing" : "")}")) + ".",
            format => Draw(value, rows, format)) with
        { Table = Table(rows) };
    }

    private static TidyTable Table(Row[] rows) => new(
        ["policy", "knows", "outcome", "gain", "gain_low_95", "gain_high_95", "share", "share_low_95", "share_high_95"],
        [.. rows.SelectMany(row => Panels.Select((panel, index) => (IReadOnlyList<string>)
            [row.Policy, Roles.First(role => role.Role == row.Role).Name, MetricInfo.Of(panel.Metric).Name, .. TidyTable.Cells(row.Gains[index]), .. TidyTable.Cells(row.Shares[index])]))]);

    private static Figure Draw(ContextValue value, Row[] rows, Format format)
    {
        bool isStacked = format is { IsNarrow: true, IsPicture: false };
        Margin margin = format.Around(8, 12, format.Choose(44, 110), 52);
        if (format.IsPicture)
        {
            margin = margin with { T = format.Legend([.. Roles.Select(role => role.Name)], format.Width * 0.8) + format.LineHeight };
        }

        double gap = isStacked ? format.Scaled(70) : 0;
        double onPage = rows.Length * format.Choose(32, 36);
        double height = isStacked ? onPage : format.Plot(onPage, margin);
        double total = isStacked ? (2 * height) + gap : height;
        var axes = new Dictionary<string, object>();
        var traces = new List<Trace>();
        var shapes = new List<Shape>();
        for (int panel = 0; panel < Panels.Length; panel++)
        {
            string key = panel == 0 ? "" : "2";
            double[] across = isStacked ? [0, 1] : panel == 0 ? [0, 0.56] : [0.62, 1];
            double[] down = !isStacked ? [0, 1] : panel == 0 ? [(height + gap) / total, 1] : [0, height / total];
            double[] range = Range(rows, panel, format.Choose(0.16, 0.3));
            axes["xaxis" + key] = new Axis
            {
                Domain = across,
                Anchor = "y" + key,
                Range = range,
                Nticks = format.Choose(6, 4),
                Zeroline = true,
                Tickformat = ",~r",
                Ticksuffix = Panels[panel].Suffix,
                Title = new AxisTitle(isStacked || (panel == 1) || format.IsPicture ? format.Wrapped(Panels[panel].Narrow, 30, format.Width * 0.3) : Panels[panel].Title, 6),
            };
            axes["yaxis" + key] = PolicyRows.Axis([.. rows.Select(row => row.Policy)], format, named: panel == 0 || isStacked) with { Domain = down, Anchor = "x" + key };
            if (value.Gain(value.Known, Panels[panel].Metric)?.Times(Panels[panel].Scale) is { } whole)
            {
                shapes.Add(new Shape { Type = "line", Xref = "x" + key, Yref = "y" + key, X0 = whole.Mean, X1 = whole.Mean, Y0 = -0.5, Y1 = rows.Length - 0.5, Line = new Line { Color = Palette.Muted, Width = 2, Dash = "dash" } });
            }

            traces.AddRange(Roles.Where(role => rows.Any(row => row.Role == role.Role)).SelectMany(role => Points(role, rows, panel, range[1], key, format)));
        }

        return new Figure(traces, new Layout
        {
            Axes = axes,
            Shapes = shapes,
            Font = format.Font,
            Margin = margin,
            Height = total + margin.T + margin.B,
            Showlegend = true,
            Legend = new Legend { Y = 1 + (8 / total) },
        });
    }

    private static IEnumerable<Trace> Points((ContextRole Role, string Name, string Colour, string Symbol) role, Row[] rows, int panel, double edge, string key, Format format)
    {
        int[] drawn = [.. Enumerable.Range(0, rows.Length).Where(row => rows[row].Role == role.Role && rows[row].Gains[panel] is not null)];
        yield return new ScatterTrace
        {
            Name = role.Name,
            X = [.. drawn.Select(row => rows[row].Gains[panel]!.Value.Mean)],
            Y = [.. drawn.Select(row => (double)row)],
            Mode = "markers",
            Marker = new Marker { Symbol = role.Symbol, Color = role.Colour, Size = 11 },
            ErrorX = new ErrorBars
            {
                Array = [.. drawn.Select(row => rows[row].Gains[panel]!.Value.Above)],
                Arrayminus = [.. drawn.Select(row => rows[row].Gains[panel]!.Value.Below)],
                Color = role.Colour,
                Thickness = 1.5,
                Width = 4,
            },
            Hovertemplate = "%{x:,.4~r}<extra>%{fullData.name}</extra>",
            Showlegend = panel == 0,
            Cliponaxis = false,
            Xaxis = "x" + key,
            Yaxis = "y" + key,
        };
        int[] shared = [.. drawn.Where(row => rows[row].Shares[panel] is not null)];
        yield return new ScatterTrace
        {
            Name = role.Name,
            X = [.. shared.Select(_ => edge)],
            Y = [.. shared.Select(row => (double)row)],
            Mode = "text",
            Text = [.. shared.Select(row => Wording.Percent(rows[row].Shares[panel]!.Value.Mean))],
            Textposition = [.. shared.Select(_ => "middle left")],
            Textfont = new Font { Size = format.Smaller(1), Color = Palette.Ink },
            Hoverinfo = "skip",
            Showlegend = false,
            Cliponaxis = false,
            Xaxis = "x" + key,
            Yaxis = "y" + key,
        };
    }

    // Room on the right for the percentages, which stand in a column: beside their points they would meet the line.
    private static double[] Range(Row[] rows, int panel, double room)
    {
        Interval[] gains = [.. rows.Select(row => row.Gains[panel]).OfType<Interval>()];
        double low = Math.Min(0, gains.Select(gain => gain.Low ?? gain.Mean).DefaultIfEmpty().Min());
        double high = Math.Max(0, gains.Select(gain => gain.High ?? gain.Mean).DefaultIfEmpty().Max());
        double span = Math.Max(high - low, 1e-9);
        return [low - (0.05 * span), high + (room * span)];
    }

    private sealed record Row(string Policy, ContextRole Role, IReadOnlyList<Interval?> Gains, IReadOnlyList<Interval?> Shares);
}
