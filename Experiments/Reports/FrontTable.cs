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
            .. results.Outcomes.Objectives.SelectMany(outcome => new[] { "worst tenth", "worst tenth low_95", "worst tenth high_95" }.Select(name => $"{outcome.Label} ({outcome.Unit}) {name}")
                .Append($"share better than sending nothing in {outcome.Name}")),
            $"{results.Gain.Label} ({results.Gain.Unit}) mean regret", .. new[] { "", " low_95", " high_95" }.Select(name => $"{results.Gain.Label} ({results.Gain.Unit}) worst tenth of regret{name}"),
        ],
        [.. Rows(results).Select(row => (IReadOnlyList<string>)
        [
            row.Policy.Name, TidyTable.Cell(row.Policy.Number), .. Levels(results, row.Policy).Select(level => level?.Text ?? ""),
            .. results.Outcomes.All.SelectMany((outcome, index) => TidyTable.Cells(row.Policy.Means[index].Times(outcome.Scale))),
            .. results.Outcomes.Objectives.SelectMany((outcome, index) => TidyTable.Cells(row.Robustness[index].WorstTenth.Times(outcome.Scale)).Append(TidyTable.Cell(row.Robustness[index].BeatsSilence.Mean))),
            TidyTable.Cell(row.Robustness[0].Regret * results.Gain.Scale), .. TidyTable.Cells(row.Robustness[0].WorstRegret.Times(results.Gain.Scale)),
        ])]);

    /// <summary>As markup.</summary>
    internal static string Write(FrontResults results)
    {
        var table = new StringBuilder("<table class=\"outcomes\"><thead><tr>");
        string[] headings =
        [
            "policy", .. results.Outcomes.All.Select(outcome => outcome.AxisTitle), .. results.Outcomes.Objectives.SelectMany(outcome => new[] { $"{outcome.Name} in its worst tenth, {outcome.Unit}", $"better than sending nothing in {outcome.Name}" }), $"regret in {results.Gain.Name}, its worst tenth, {results.Gain.Unit}",
            .. results.Levers.Select(lever => lever.Label),
        ];
        table.Append(string.Concat(headings.Select(heading => Cell("th", WebUtility.HtmlEncode(heading), heading)))).Append("</tr></thead><tbody>");
        foreach ((JudgedPolicy policy, Robustness[] robustness) in Rows(results))
        {
            table.Append("<tr>").Append(Cell("td", WebUtility.HtmlEncode(Name(results, policy)), policy.Name));
            for (int outcome = 0; outcome < results.Outcomes.All.Count; outcome++)
            {
                table.Append(Estimate(results.Outcomes.All[outcome], policy.Means[outcome]));
            }

            foreach ((Robustness own, AnswerOutcome outcome) in robustness.Zip(results.Outcomes.Objectives))
            {
                table.Append(Estimate(outcome, own.WorstTenth)).Append(Cell("td", policy == results.Silent ? "–" : Wording.Percent(own.BeatsSilence.Mean), TidyTable.Cell(own.BeatsSilence.Mean)));
            }

            table.Append(Estimate(results.Gain, robustness[0].WorstRegret));
            foreach ((Level? level, Factor lever) in Levels(results, policy).Zip(results.Levers))
            {
                table.Append(Cell("td", WebUtility.HtmlEncode(Written(level, lever)), level?.Text ?? ""));
            }

            table.Append("</tr>");
        }

        return PageTemplate.Load("front.html").Fill(("reading", Reading(results)), ("table", table.Append("</tbody></table>").ToString()));
    }

    private static string Reading(FrontResults results) =>
        $"All {Wording.Number(results.Front.Count)} policies of the front, the most {results.Gain.Name} first, then sending nothing and the policy as written. A dash: the lever does not act there. Worst tenths are each policy's own. Regret is what the best of these policies would have brought more in the same replicate, {results.Known}. Small figures are 95% intervals.";

    private static IEnumerable<(JudgedPolicy Policy, Robustness[] Robustness)> Rows(FrontResults results) =>
        results.Robustness!.Policies.Select(policy => (policy, Enumerable.Range(0, results.Outcomes.Objectives.Count).Select(objective => results.Robustness.Of(policy, objective)).ToArray()));

    private static IEnumerable<Level?> Levels(FrontResults results, JudgedPolicy policy) => policy.Number > 0 ? policy.Levels : Enumerable.Repeat((Level?)null, results.Levers.Count);

    private static string Name(FrontResults results, JudgedPolicy policy) => results.KneeIndex is { } knee && results.Front[knee] == policy ? $"{policy.Name}, the knee" : policy.Name;

    private static string Written(Level? level, Factor lever) => level is null
        ? "–"
        : lever.Say.Contains("{%}", StringComparison.Ordinal) && level.Number is { } share ? Wording.Percent(share) : FrontResults.Short(level);

    private static string Estimate(AnswerOutcome outcome, Interval value)
    {
        string bounds = value.HasBounds && value.Low != value.High ? $"<small>{Wording.Bounds(value, outcome.IsShare)}</small>" : "";
        return Cell("td", Wording.Mean(value, outcome.IsShare) + bounds, TidyTable.Cell(value.Mean * outcome.Scale));
    }

    private static string Cell(string tag, string markup, string copied) => $"<{tag} data-copy=\"{WebUtility.HtmlEncode(copied)}\">{markup}</{tag}>";
}
