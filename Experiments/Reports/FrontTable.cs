using System.Net;
using System.Text;
using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;
using Experiments.Designs;

namespace Experiments.Reports;

/// <summary>The policies of a front: levers in words, objectives with intervals, robustness.</summary>
internal static class FrontTable
{
    /// <summary>All of it, for other programs.</summary>
    internal static TidyTable Of(FrontResults results) => new(
        [
            "policy", "candidate", .. results.Levers.Select(lever => lever.Path),
            .. results.Outcomes.All.SelectMany(outcome => new[] { "mean", "low_95", "high_95" }.Select(statistic => $"{outcome.Label} ({outcome.Unit}) {statistic}")),
            .. new[] { "worst tenth", "mean regret", "worst tenth of regret" }.Select(name => $"{results.Gain.Label} ({results.Gain.Unit}) {name}"), "share better than sending nothing",
        ],
        [.. Rows(results).Select(row => (IReadOnlyList<string>)
        [
            row.Policy.Name, TidyTable.Cell(row.Policy.Number), .. Levels(results, row.Policy).Select(level => level?.Text ?? ""),
            .. results.Outcomes.All.SelectMany((outcome, index) => TidyTable.Cells(row.Policy.Means[index].Times(outcome.Scale))),
            TidyTable.Cell(row.Robustness?.WorstTenth * results.Gain.Scale), TidyTable.Cell(row.Robustness?.Regret * results.Gain.Scale), TidyTable.Cell(row.Robustness?.WorstRegret * results.Gain.Scale),
            TidyTable.Cell(row.Robustness?.BeatsSilence.Mean),
        ])]);

    /// <summary>As markup.</summary>
    internal static string Write(FrontResults results)
    {
        var table = new StringBuilder("<table class=\"outcomes\"><thead><tr>");
        string[] headings =
        [
            "policy", .. results.Outcomes.All.Select(outcome => outcome.AxisTitle), $"{results.Gain.Name} in its worst tenth, {results.Gain.Unit}", $"regret in its worst tenth, {results.Gain.Unit}", "better than sending nothing in",
            .. results.Levers.Select(lever => lever.Label),
        ];
        table.Append(string.Concat(headings.Select(heading => Cell("th", WebUtility.HtmlEncode(heading), heading)))).Append("</tr></thead><tbody>");
        foreach ((JudgedPolicy policy, Robustness? robustness) in Rows(results))
        {
            table.Append("<tr>").Append(Cell("td", WebUtility.HtmlEncode(Name(results, policy)), policy.Name));
            for (int outcome = 0; outcome < results.Outcomes.All.Count; outcome++)
            {
                (Interval mean, AnswerOutcome asked) = (policy.Means[outcome], results.Outcomes.All[outcome]);
                string bounds = mean.HasBounds && mean.Low != mean.High ? $"<small>{Wording.Bounds(mean, asked.IsShare)}</small>" : "";
                table.Append(Cell("td", Wording.Mean(mean, asked.IsShare) + bounds, TidyTable.Cell(mean.Mean * asked.Scale)));
            }

            table.Append(About(results.Gain, robustness?.WorstTenth)).Append(About(results.Gain, robustness?.WorstRegret))
                .Append(Cell("td", robustness is null || policy == results.Silent ? "–" : Wording.Percent(robustness.BeatsSilence.Mean), TidyTable.Cell(robustness?.BeatsSilence.Mean)));
            foreach ((Level? level, Factor lever) in Levels(results, policy).Zip(results.Levers))
            {
                table.Append(Cell("td", WebUtility.HtmlEncode(Written(level, lever)), level?.Text ?? ""));
            }

            table.Append("</tr>");
        }

        return PageTemplate.Load("front.html").Fill(("reading", Reading(results)), ("table", table.Append("</tbody></table>").ToString()));
    }

    private static string Reading(FrontResults results) =>
        $"All {Wording.Number(results.Front.Count)} policies of the front, the most {results.Gain.Name} first, then sending nothing and the policy as written. A dash: the lever does not act there. Regret is what the best policy of the front would have brought more in the same replicate.";

    private static IEnumerable<(JudgedPolicy Policy, Robustness? Robustness)> Rows(FrontResults results) =>
    [
        .. results.Front.Select((policy, index) => (policy, (Robustness?)results.Robustness[index])),
        (results.Silent, results.SilentRobustness),
        (results.AsWritten, null),
    ];

    private static IEnumerable<Level?> Levels(FrontResults results, JudgedPolicy policy) => policy.Number > 0 ? policy.Levels : Enumerable.Repeat((Level?)null, results.Levers.Count);

    private static string Name(FrontResults results, JudgedPolicy policy) => results.KneeIndex is { } knee && results.Front[knee] == policy ? $"{policy.Name}, the knee" : policy.Name;

    private static string Written(Level? level, Factor lever) => level is null
        ? "–"
        : lever.Say.Contains("{%}", StringComparison.Ordinal) && level.Number is { } share ? Wording.Percent(share) : FrontResults.Short(level);

    private static string About(AnswerOutcome outcome, double? value) => value is { } number ? Cell("td", outcome.UnitAfter.Length > 0 ? outcome.About(number).Replace(outcome.UnitAfter, "", StringComparison.Ordinal) : outcome.About(number), TidyTable.Cell(number * outcome.Scale)) : Cell("td", "–", "");

    private static string Cell(string tag, string markup, string copied) => $"<{tag} data-copy=\"{WebUtility.HtmlEncode(copied)}\">{markup}</{tag}>";
}
