using System.Globalization;
using System.Net;
using System.Text;
using Experiments.Analysis;
using Experiments.Charts;
using Simulator.Ledgers;

namespace Experiments.Reports;

/// <summary>All outcomes of all policies, to be read and to be copied.</summary>
internal static class OutcomeTable
{
    internal static string Write(StoredResults results)
    {
        var table = new StringBuilder("<table class=\"outcomes\"><thead><tr>").Append(Cell("th", "outcome", "outcome|unit"));
        foreach (PolicyResults policy in results.AsWritten.Policies)
        {
            table.Append(Cell("th", WebUtility.HtmlEncode(policy.Name), $"{policy.Name}|low|high"));
        }

        table.Append("</tr></thead><tbody>");
        foreach (MetricInfo info in MetricInfo.All)
        {
            string unit = info.Unit.Length > 0 ? $"<small>{info.Unit}</small>" : "";
            table.Append("<tr>").Append(Cell("td", $"<span title=\"{WebUtility.HtmlEncode(info.Meaning)}\">{info.Name}</span>{unit}", $"{info.Name}|{info.Unit}"));
            foreach (PolicyResults policy in results.AsWritten.Policies)
            {
                table.Append(policy.Mean(info.Metric) is { } mean
                    ? Cell("td", $"{Wording.Mean(mean)}{Range(mean)}", $"{Exact(mean.Mean)}|{Exact(mean.Low)}|{Exact(mean.High)}")
                    : Cell("td", "–", "||"));
            }

            table.Append("</tr>");
        }

        string markup = table.Append("</tbody></table>").ToString();
        return PageTemplate.Load("outcomes.html").Fill(("table", markup));
    }

    /// <summary>The same for other programs.</summary>
    internal static TidyTable Of(StoredResults results) => new(
        ["outcome", "unit", "policy", "mean", "low_95", "high_95", "runs"],
        [.. MetricInfo.All.SelectMany(info => results.AsWritten.Policies.Select(policy => (IReadOnlyList<string>)
            [info.Name, info.Unit, policy.Name, .. TidyTable.Cells(policy.Mean(info.Metric)), TidyTable.Cell(policy.Values(info.Metric).Count)]))]);

    // An outcome that is the same in every run, as nothing sent to the silent twin, has no interval to show.
    private static string Range(Interval mean) => mean.HasBounds && mean.Low == mean.High ? "" : $"<small>{Wording.Bounds(mean)}</small>";

    private static string Cell(string tag, string markup, string copied) => $"<{tag} data-copy=\"{WebUtility.HtmlEncode(copied)}\">{markup}</{tag}>";

    private static string Exact(double? value) => value?.ToString("G10", CultureInfo.InvariantCulture) ?? "";
}
