using System.Net;
using System.Text;
using Experiments.Analysis;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>Outcomes by segment of the audience and policy.</summary>
internal static class SegmentTable
{
    private static readonly (string Heading, bool IsPercent, Func<SegmentResults, Interval?> Of)[] Columns =
    [
        ("followers at the end", false, segment => segment.Followers),
        ("trust debt, %", true, segment => segment.TrustDebt),
        ("readings that annoy, %", true, segment => segment.AnnoyedShare),
        ("unfollows per message, %", true, segment => segment.UnfollowShare),
        ("sales by DM per 1,000 messages", false, segment => segment.SalesPerThousand),
    ];

    /// <summary>The table as markup.</summary>
    internal static string Write(IReadOnlyList<SegmentResults> segments)
    {
        var table = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Outcomes by segment\"><table class=\"outcomes\"><thead><tr><th>segment</th><th>policy</th>");
        foreach ((string heading, _, _) in Columns)
        {
            table.Append("<th>").Append(heading).Append("</th>");
        }

        table.Append("</tr></thead><tbody>");
        foreach (SegmentResults segment in segments)
        {
            table.Append("<tr><td>").Append(WebUtility.HtmlEncode(segment.Segment)).Append("</td><td>").Append(WebUtility.HtmlEncode(segment.Policy.Name)).Append("</td>");
            foreach ((_, bool percent, Func<SegmentResults, Interval?> of) in Columns)
            {
                table.Append("<td>").Append(of(segment) is { } value ? $"{Wording.Mean(value, percent)}{(value.HasBounds ? $"<small>{Wording.Bounds(value, percent)}</small>" : "")}" : "–").Append("</td>");
            }

            table.Append("</tr>");
        }

        return table.Append("</tbody></table></div>").ToString();
    }

    /// <summary>The same for other programs.</summary>
    internal static TidyTable Of(IReadOnlyList<SegmentResults> segments) => new(
        ["segment", "policy", "measure", "mean", "low_95", "high_95", "replicates"],
        [.. segments.SelectMany(segment => Columns.Select(column => (IReadOnlyList<string>)
            [segment.Segment, segment.Policy.Name, column.Heading, .. TidyTable.Cells(column.Of(segment)?.Times(column.IsPercent ? 100 : 1)), TidyTable.Cell(segment.Policy.Runs.Count)]))]);
}
