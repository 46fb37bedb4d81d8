using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Fronts;
using Experiments.Charts.Fronts;

namespace Experiments.Reports;

/// <summary>The report of a search for policies.</summary>
internal static class FrontReport
{
    /// <summary>Puts it together.</summary>
    internal static MethodReport Of(string folder, ExperimentFacts facts, FrontResults results)
    {
        Answer answer = FrontFindings.Of(results);
        int tried = results.Candidates.Count(candidate => candidate.Number > 0);
        return new MethodReport(folder, facts, answer, new FrontChartContext(results, answer).Charts)
        {
            Size =
            [
                Wording.Count(tried, "policy tried", "policies tried"),
                Wording.Count(results.Generations.Count, "generation", "generations"),
                $"{results.Finalists.Count + results.Failed:N0} judged again in {results.FreshReplicates:N0} {results.Drawn}",
                Wording.Count(facts.Horizon, "day", "days"),
                $"{facts.AudienceSize:N0} followers",
            ],
            Note = Note(results),
            Sections =
            [
                new("exchange", "What can be had for what", [ExchangeFrontChart.Id]),
                new("policies", "The policies of the front", [FrontLeversChart.Id], results.Front.Count == 0 ? "" : FrontTable.Write(results)),
                new("robust", "When beliefs or luck turn out badly", [FrontRobustnessChart.Id]),
                new("search", "How far the search came", [HypervolumeChart.Id]),
            ],
            Notices = [.. Notices(results)],
            Tables = results.Front.Count == 0 ? [] : [("front", FrontTable.Of(results))],
        };
    }

    private static string Note(FrontResults results) =>
        $"Policies were searched for with {Wording.Count(results.SearchReplicates, "replicate", "replicates")} each and judged in the end with {Wording.Number(results.FreshReplicates)} others. All meet the same people with the same luck{(results.HasBeliefs ? " under the same beliefs, one combination a replicate" : "")}. "
        + $"Intervals of means are 95% t intervals over these replicates, those of worst tenths 95% bootstrap intervals of 1,000 resamples, the same for all policies; {(results.Beliefs.Count > 0 ? "with beliefs drawn evenly rather than at random they are, if anything, too wide" : "they count replicates as independent")}. They tell how well a mean is known, not how much single cases differ: for that see the worst tenth. "
        + "Who is on the front was decided by means, so neighbours whose intervals overlap may change places on other replicates.";

    private static IEnumerable<string> Notices(FrontResults results)
    {
        int infeasible = results.Candidates.Count(candidate => candidate.Number > 0 && candidate.Cause is not null);
        if (infeasible > 0)
        {
            string cause = results.Candidates.First(candidate => candidate.Number > 0 && candidate.Cause is not null).Cause!;
            yield return $"{Wording.Count(infeasible, "policy", "policies")} of the search could not be run to the end and {(infeasible == 1 ? "counts" : "count")} as worse than all others; the first because: {cause}";
        }

        if (results.Failed > 0)
        {
            yield return $"{Wording.Count(results.Failed, "policy", "policies")} could not be judged again in all replicates and {(results.Failed == 1 ? "is" : "are")} left out.";
        }

        if (results.Generations.Any(generation => generation.Number > 0 && generation.Evaluated < results.Settings.Population))
        {
            yield return "The levers have few combinations, and the search ran out of new ones: nearly all were tried.";
        }
    }
}
