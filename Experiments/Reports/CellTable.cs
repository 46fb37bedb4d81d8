using System.Net;
using System.Text;
using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>The cells of a sweep: the first rows to be read, all of them as a file.</summary>
internal static class CellTable
{
    /// <summary>Rows shown on the page.</summary>
    internal const int Shown = 200;

    /// <summary>All cells, in the order of points.</summary>
    internal static TidyTable Of(SweepResults results) => new(
        [
            "point", "policy", .. results.Factors.Select(factor => factor.Path), "replicates",
            .. results.Outcomes.SelectMany(outcome => new[] { "mean", "low_95", "high_95" }.Select(statistic => $"{outcome.Label} ({outcome.Unit}) {statistic}")),
        ],
        [.. results.Cells.Select(cell => (IReadOnlyList<string>)
        [
            TidyTable.Cell(cell.Point.Index), cell.Policy, .. cell.Point.Values.Select(value => value.Text), TidyTable.Cell(cell.Replicates),
            .. results.Outcomes.SelectMany(outcome => TidyTable.Cells(cell.Of(outcome).Interval?.Times(outcome.Scale))),
        ])]);

    /// <summary>The first cells as markup: the best first, where anything is a choice.</summary>
    internal static string Write(SweepResults results)
    {
        IReadOnlyList<SweepCell> ranked = results.IsRanked ? results.Ranked(results.Main) : results.Cells;
        var table = new StringBuilder("<table class=\"outcomes\"><thead><tr>");
        foreach (string heading in new[] { "policy" }.Concat(results.Factors.Select(factor => factor.Label)).Concat(results.Outcomes.Select(outcome => outcome.AxisTitle)))
        {
            table.Append(Cell("th", WebUtility.HtmlEncode(heading), heading));
        }

        table.Append("</tr></thead><tbody>");
        foreach (SweepCell cell in ranked.Take(Shown))
        {
            table.Append("<tr>");
            foreach (string text in new[] { cell.Policy }.Concat(cell.Point.Values.Select(value => value.Short)))
            {
                table.Append(Cell("td", WebUtility.HtmlEncode(text), text));
            }

            foreach (AnswerOutcome outcome in results.Outcomes)
            {
                table.Append(cell.Of(outcome).Interval is { } mean
                    ? Cell("td", $"{Wording.Mean(mean, outcome.IsShare)}{(mean.HasBounds && mean.Low != mean.High ? $"<small>{Wording.Bounds(mean, outcome.IsShare)}</small>" : "")}", TidyTable.Cell(mean.Mean * outcome.Scale))
                    : Cell("td", "–", ""));
            }

            table.Append("</tr>");
        }

        return table.Append("</tbody></table>").ToString();
    }

    private static string Cell(string tag, string markup, string copied) => $"<{tag} data-copy=\"{WebUtility.HtmlEncode(copied)}\">{markup}</{tag}>";
}
