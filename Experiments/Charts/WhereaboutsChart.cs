using Experiments.Analysis;
using Experiments.Charts.Figures;
using Simulator.Ledgers;

namespace Experiments.Charts;

/// <summary>Where everybody who ever followed is at the horizon.</summary>
internal static class WhereaboutsChart
{
    internal const string Id = "whereabouts";

    private const string Name = "Where followers went";

    /// <summary>Share of the longest bar that a segment needs to carry its number.</summary>
    private const double RoomForNumber = 0.07;

    /// <summary>From this share of the silent twin's arrivals on, a difference shows in the bars and is explained. Chosen, not measured.</summary>
    private const double NotableArrivals = 0.05;

    internal static ChartEntry Draw(ChartContext context)
    {
        List<PolicyResults> policies = [.. context.Results.AsWritten.Policies.Where(policy =>
            Segments(policy).All(segment => segment.People is not null))];
        if (policies.Count == 0)
        {
            return new OmittedChart(Id, Name, "the store holds no counts of followers");
        }

        int start = context.Results.Facts.AudienceSize;
        return context.Draw(
            Id,
            Title(policies, context),
            $"Everybody who ever followed within {context.Period}: the {Wording.Number(start)} of the first day and those who came later, so bars differ in length. “Tuned out” still follow, but their openness to messages is below one half.{(DrawsNewcomers(policies) ? " Praise seen by outsiders draws newcomers in this model." : "")}",
            "bars are means, without interval",
            string.Join("; ", policies.Select(policy => $"{policy.Name}: {string.Join(", ", Segments(policy).Select(segment => $"{Wording.Number(segment.People!.Value)} {segment.Name}"))}")) + ".",
            format => Draw(policies, format));
    }

    private static string Title(List<PolicyResults> policies, ChartContext context)
    {
        (PolicyResults policy, double share) = policies.Select(policy => (policy, Left(policy))).MaxBy(entry => entry.Item2);
        string most = $"{(policy.IsSilent ? "With silence" : $"With {Wording.Quote(policy.Name)}")} {Wording.Percent(share)} of all who ever followed are gone after {context.Period}";
        return !policy.IsSilent && policies.Find(other => other.IsSilent) is { } silent ? $"{most}, {Wording.Percent(Left(silent))} with silence" : most;
    }

    private static bool DrawsNewcomers(List<PolicyResults> policies) =>
        policies.Find(policy => policy.IsSilent)?.Mean(Metric.Arrived) is { } silent
        && policies.Any(policy => policy.Mean(Metric.Arrived) is { } arrived && arrived.Mean - silent.Mean > NotableArrivals * silent.Mean);

    private static double Left(PolicyResults policy)
    {
        (string Name, string Colour, double? People)[] segments = Segments(policy);
        return segments.Skip(2).Sum(segment => segment.People!.Value) / Math.Max(1, segments.Sum(segment => segment.People!.Value));
    }

    private static (string Name, string Colour, double? People)[] Segments(PolicyResults policy)
    {
        double? tunedOut = policy.Mean(Metric.TunedOut)?.Mean;
        return
        [
            ("following", Palette.Good, policy.Mean(Metric.Followers)?.Mean - tunedOut),
            ("following, tuned out", Palette.Amber, tunedOut),
            ("unfollowed", Palette.Bad, policy.Mean(Metric.Unfollows)?.Mean),
            ("blocked", Palette.Worst, policy.Mean(Metric.Blocks)?.Mean),
            ("drifted away", Palette.Neutral, policy.Mean(Metric.Drifted)?.Mean),
        ];
    }

    private static Figure Draw(List<PolicyResults> policies, Format format)
    {
        double longest = policies.Max(policy => Segments(policy).Sum(segment => segment.People!.Value));
        double[] rows = PolicyRows.Positions(policies.Count);
        Margin margin = format.Around(8, 16, format.Choose(40, 74), 52);
        if (format.IsPicture)
        {
            margin = margin with { T = format.Legend([.. Segments(policies[0]).Select(segment => segment.Name)], format.Width * 0.8) + format.LineHeight };
        }

        double height = format.Plot(policies.Count * PolicyRows.RowHeight(format), margin);
        double room = RoomForNumber * format.Choose(1, 2.6);
        double width = format.Width - policies.Max(policy => format.WidthOf(format.Wrapped(policy.Name))) - format.Scaled(50);
        bool Fits(double people) => format.IsPicture ? people / longest * width > format.WidthOf(Wording.Number(people)) + format.Scaled(8) : people > room * longest;
        IEnumerable<Trace> bars = Segments(policies[0]).Select((segment, index) => new BarTrace
        {
            Name = segment.Name,
            X = [.. policies.Select(policy => Segments(policy)[index].People!.Value)],
            Y = rows,
            Width = 0.66,
            Marker = new Marker { Color = segment.Colour, Line = new Line { Color = Palette.Paper, Width = 1 } },
            Text = [.. policies.Select(policy => Segments(policy)[index].People!.Value is var people && Fits(people) ? Wording.Number(people) : "")],
            Constraintext = format.IsPicture ? "none" : null,
            Textposition = "inside",
            Insidetextanchor = "middle",
            Textangle = 0,
            Textfont = new Font { Color = index == 4 ? Palette.Ink : Palette.Paper, Size = format.Smaller(1) },
            Hovertemplate = "%{x:,.0f} people<extra>%{fullData.name}</extra>",
            Showlegend = true,
        });
        return new Figure([.. bars], new Layout
        {
            Axes = new Dictionary<string, object>
            {
                ["xaxis"] = new Axis { Title = new AxisTitle("people", 6), Tickformat = ",.0f", Nticks = format.Choose(8, 4), Range = [0, longest * 1.02] },
                ["yaxis"] = PolicyRows.Axis([.. policies.Select(policy => policy.Name)], format),
            },
            Font = format.Font,
            Margin = margin,
            Height = height + margin.T + margin.B,
            Showlegend = true,
            Legend = new Legend { Y = 1 + (6 / height) },
        });
    }
}
