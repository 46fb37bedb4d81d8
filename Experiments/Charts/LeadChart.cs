using Experiments.Analysis;
using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>Break-even between every pair of policies: who ends ahead of whom, and since when.</summary>
internal static class LeadChart
{
    internal const string Id = "break-even";

    private const string Name = "Who ends ahead of whom";

    internal static ChartEntry Draw(ChartContext context)
    {
        IReadOnlyList<Lead> leads = Lead.All(context.Results.AsWritten.Policies);
        List<PolicyResults> policies = [.. context.Results.AsWritten.Policies.Where(policy => leads.Any(lead => lead.One == policy.Name))];
        if (policies.Count < 2)
        {
            return new OmittedChart(Id, Name, "it takes two policies to compare");
        }

        return context.Draw(
            Id,
            context.Answer.Title("rank", Name),
            "Each row against each column: net value at the end, row minus column. Blue: the row ends ahead; orange: behind; grey: the interval holds zero, or there is none. The day is the first from which the means no longer cross; days of single runs are not kept, so it has no interval.",
            PairedDifference.Method,
            string.Join("; ", leads.Where(lead => lead.Verdict > 0).Select(lead => $"{lead.One} ends ahead of {lead.Other}{Since(lead)}")) + ".",
            format => Draw(leads, [.. policies.Select(policy => policy.Name)], format));
    }

    private static string Since(Lead lead) => lead.Since switch { null => "", 0 => " from the first day on", int day => $" from day {day} on" };

    private static Figure Draw(IReadOnlyList<Lead> leads, string[] policies, Format format)
    {
        Dictionary<(string, string), Lead> pairs = leads.ToDictionary(lead => (lead.One, lead.Other));
        Lead? Pair(int row, int column) => pairs.GetValueOrDefault((policies[row], policies[column]));
        int count = policies.Length;
        double[] places = PolicyRows.Positions(count);
        double cell = format.Choose(54, 40);
        bool roomy = (format.Width - format.Scaled(170)) / count > format.Scaled(78) && format.MostRows(format.Plot(0, format.Around(0, 0, 44, 8)), 1.9) >= count;
        return new Figure(
            [
                new HeatmapTrace
                {
                    X = places,
                    Y = places,
                    Z = [.. places.Select((_, row) => (IReadOnlyList<double?>)[.. places.Select((_, column) => (double?)Pair(row, column)?.Verdict)])],
                    Customdata = [.. places.Select((_, row) => (IReadOnlyList<string>)[.. places.Select((_, column) => Hover(Pair(row, column)))])],
                    Colorscale = [[0, Palette.Bad], [0.5, Palette.Neutral], [1, Palette.Good]],
                    Hovertemplate = "%{customdata}<extra></extra>",
                },
            ],
            new Layout
            {
                Axes = new Dictionary<string, object>
                {
                    ["xaxis"] = PolicyRows.Axis(policies, format) with
                    {
                        Ticktext = [.. policies.Select(name => format.IsNarrow ? name : Format.Wrapped(name, 11))],
                        Range = [-0.5, count - 0.5],
                        Side = "top",
                        Tickangle = format.IsNarrow ? -90 : 0,
                    },
                    ["yaxis"] = PolicyRows.Axis(policies, format),
                },
                Annotations = [.. leads.Select(lead => new Annotation
                {
                    Text = roomy ? Cell(lead) : lead.Verdict switch { > 0 => "▲", < 0 => "▼", _ => "=" },
                    X = Array.IndexOf(policies, lead.Other),
                    Y = Array.IndexOf(policies, lead.One),
                    Xref = "x",
                    Yref = "y",
                    Xanchor = "center",
                    Yanchor = "middle",
                    Align = "center",
                    Font = new Font { Size = format.Smaller(2), Color = lead.Verdict == 0 ? Palette.Ink : Palette.Paper },
                })],
                Font = format.Font,
                Margin = new Margin(8, 8, 8, 8),
                Height = format.Height ?? ((count * cell) + format.Choose(64, 140)),
            });
    }

    private static string Cell(Lead lead)
    {
        string amount = (lead.Difference.Mean > 0 ? "+" : "") + Wording.Mean(lead.Difference);
        return lead.Since is { } day && lead.Verdict != 0 ? $"{amount}<br>{(day == 0 ? "from the start" : $"from day {day}")}" : amount;
    }

    private static string Hover(Lead? lead) => lead is null
        ? ""
        : $"{lead.One} against {lead.Other}:<br>{Wording.Estimate(lead.Difference)}<br>ahead in {Wording.Percent(lead.ShareAhead.Mean)} of runs"
            + (lead.Since is { } day ? $"<br>means do not cross after day {day}" : "");
}
