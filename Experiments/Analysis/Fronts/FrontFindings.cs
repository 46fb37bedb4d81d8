using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Simulator.Ledgers;

namespace Experiments.Analysis.Fronts;

/// <summary>What a search for policies says, the most important first.</summary>
internal static class FrontFindings
{
    internal const string Exchange = "front", KneeId = "knee", Silence = "silence", Curse = "reevaluation", Converged = "hypervolume";

    /// <summary>A knee that fewer resamples agree on is named as one of several. Chosen.</summary>
    private const double SureKnee = 0.9;

    /// <summary>The findings.</summary>
    internal static Answer Of(FrontResults results)
    {
        if (results.Front.Count == 0)
        {
            return new Answer([new Finding(
                Exchange,
                $"No policy was found that is better than sending nothing in {results.Gain.Name} or {results.Price.Name}",
                $"None of the {Wording.Count(results.Finalists.Count, "policy", "policies")} judged again is better than sending nothing in any objective{results.Averaging}.")]);
        }

        Finding?[] findings = [OfExchange(results), OfKnee(results), LeversFinding.Of(results), LeverEffectsFinding.Of(results), RobustnessFinding.Of(results), OfReferences(results), OfReevaluation(results), OfHypervolume(results)];
        return new Answer([.. findings.OfType<Finding>()]);
    }

    /// <summary>An outcome of a policy as a title says it.</summary>
    internal static string Short(FrontResults results, JudgedPolicy policy, int outcome) => results.Outcomes.All[outcome] is var asked && asked.IsShare
        ? Wording.Glance(policy.Means[outcome], percent: true)
        : $"{Wording.Glance(policy.Means[outcome])}{asked.UnitAfter}";

    private static string Long(FrontResults results, JudgedPolicy policy) => Wording.List(
        [.. results.Outcomes.Objectives.Select((outcome, index) => $"{outcome.Label} {outcome.Estimate(policy.Means[index])}")]);

    private static Finding OfExchange(FrontResults results)
    {
        (AnswerOutcome gain, AnswerOutcome price) = (results.Gain, results.Price);
        JudgedPolicy[] front = [.. results.Front];
        if (front.Length == 1)
        {
            return new Finding(
                Exchange,
                $"No trade-off was found: one policy has both the {Best(results, 0)} {gain.Name} and the {Best(results, 1)} {price.Name}",
                $"{front[0].Name} – {results.InWords(front[0])} – is better than every other policy judged again in all objectives{results.Averaging}: {Long(results, front[0])}.");
        }

        (JudgedPolicy most, JudgedPolicy least) = (front[0], front[^1]);
        string title = $"{Direction(results, 0)} {gain.Name} costs {(results.Outcomes.Signs[1] > 0 ? "less" : "more")} {price.Name}: from {Short(results, least, 0)} at {Short(results, least, 1)} to {Short(results, most, 0)} at {Short(results, most, 1)}";
        string slopes = results.KneeIndex is { } knee && knee > 0 && knee < front.Length - 1
            ? $" {Slope(results, least, front[knee])} {Slope(results, front[knee], most)}"
            : $" {Slope(results, least, most)}";
        return new Finding(
            Exchange,
            title,
            $"{Wording.Number(front.Length)} of the {Wording.Count(results.Finalists.Count, "policy", "policies")} judged again, the best of {Wording.Number(results.Candidates.Count(candidate => candidate.Number > 0))} tried, are worth a thought: no other of those judged again is better in {Wording.List([.. results.Outcomes.Objectives.Select(outcome => outcome.Label)])} at once{results.Averaging}. "
            + $"At one end {most.Name}, with {Long(results, most)}; at the other {least.Name}, with {Long(results, least)}.{slopes}{Negative(results)}");
    }

    // What a step along the front costs, in points where the price is a share.
    private static string Slope(FrontResults results, JudgedPolicy from, JudgedPolicy to)
    {
        double step = Math.Abs(to.Means[0].Mean - from.Means[0].Mean) * results.Gain.Scale;
        double paid = Math.Abs(to.Means[1].Mean - from.Means[1].Mean) * results.Price.Scale;
        double unit = step == 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(step)));
        return step == 0
            ? ""
            : $"Between {from.Name} and {to.Name} each {Wording.Number(unit)}{Points(results.Gain)} of {results.Gain.Name} cost about {FrontResults.TwoDigits(paid / step * unit)}{Points(results.Price)} of {results.Price.Name}.";
    }

    // A debt below zero reads like a mistake to whoever meets it first.
    private static string Negative(FrontResults results) => results.Price.Metric == Metric.TrustDebt && results.Front.Any(policy => policy.Means[1].Mean < 0)
        ? " A trust debt below zero means that the audience holds more trust in all than if nothing had been sent: fewer have left, or those who stayed trust more."
        : "";

    private static string Direction(FrontResults results, int objective) => results.Outcomes.Signs[objective] > 0 ? "More" : "Less";

    private static string Points(AnswerOutcome outcome) => outcome.IsShare ? " percentage points" : outcome.UnitAfter;

    private static Finding? OfKnee(FrontResults results)
    {
        if (results.KneeIndex is not { } index)
        {
            return null;
        }

        JudgedPolicy knee = results.Front[index];
        return new Finding(
            KneeId,
            $"Where the front bends, at {knee.Name}, {results.Gain.Label} is {Short(results, knee, 0)} at a {results.Price.Name} of {Short(results, knee, 1)}",
            $"The knee of the front is {knee.Name}: {results.InWords(knee)}. It has {Long(results, knee)}, and does better than sending nothing in {Wording.Percent(results.Robustness!.Of(knee).BeatsSilence.Mean)} of {results.Drawn}.{Steady(results, index)} "
            + "It is the policy farthest from the straight line between the ends of the front: beyond it, giving up more of one objective brings less of the other. That is a criterion, not a verdict: who values trust more chooses further down the table, who needs money now further up.");
    }

    // The knee of another sample of replicates may be another policy.
    private static string Steady(FrontResults results, int index)
    {
        IReadOnlyList<double> shares = results.Robustness!.KneeShares;
        int next = Enumerable.Range(0, shares.Count).Where(other => other != index).MaxBy(other => shares[other]);
        string rival = shares[next] > 0 ? $", {results.Front[next].Name} in {Wording.Percent(shares[next])}" : "";
        return shares[index] >= SureKnee
            ? $" It is the knee in {Wording.Percent(shares[index])} of resamples of the replicates."
            : $" Which policy is the knee is not certain: it is {results.Front[index].Name} in {Wording.Percent(shares[index])} of resamples of the replicates{rival}.";
    }

    private static Finding OfReferences(FrontResults results)
    {
        string silence = results.SilentIsBeaten
            ? $"Sending nothing is not on the front: {results.Front.First(policy => Optimisation.Dominance.Dominates(results.Costs(policy), results.Costs(results.Silent))).Name} is better in every objective"
            : "Sending nothing stays a choice: no policy is better than it in every objective";
        string written = results.AsWrittenIsBeaten is { } better
            ? $"The policy as written, with {Long(results, results.AsWritten)}, is beaten in every objective by {better.Name} on average, with {Long(results, better)}{Ahead(results, better)}."
            : $"The policy as written, with {Long(results, results.AsWritten)}, is beaten in every objective by none of the front.";
        string behind = results.BehindSilence > 0 ? $" {Wording.Count(results.BehindSilence, "policy judged again is", "policies judged again are")} worse than sending nothing in every objective and left out." : "";
        return new Finding(Silence, silence, $"{silence}{results.Averaging}. {written}{behind}");
    }

    private static string Ahead(FrontResults results, JudgedPolicy better) => results.AsWrittenRan
        ? $"; {better.Name} is ahead of it in {results.Gain.Name} in {RobustnessFinding.Compact(results.Robustness!.Ahead(better, results.AsWritten))} of {results.Drawn}"
        : "";

    private static Finding OfReevaluation(FrontResults results)
    {
        AnswerOutcome gain = results.Gain;
        string title = $"On people, luck{(results.HasBeliefs ? " and beliefs" : "")} that did not choose them, {results.Dropped} of the {results.OnSearchFront} best of the search {(results.Dropped == 1 ? "falls" : "fall")} off the front";
        string size = "";
        if (results.SearchFrontPolicies.Count > 1)
        {
            double promised = results.SearchFrontPolicies.Average(policy => policy.Searched[0]);
            double found = results.SearchFrontPolicies.Average(policy => policy.Means[0].Mean);
            size = $" On average they had promised {gain.About(promised)} of {gain.Label} and had {gain.About(found)}: the first figure rests on the {Wording.Count(results.SearchReplicates, "replicate", "replicates")} in which they were found, the second on {Wording.Number(results.FreshReplicates)} others. Part of the difference is what choosing the best of many brings, part the chance of which {(results.HasBeliefs ? "beliefs were" : "replicates were")} drawn.";
        }

        string up = results.CameUp > 0 ? $" {Wording.Count(results.CameUp, "policy", "policies")} that had seemed second best came up in their place." : "";
        string limits = results.BrokenLimits > 0 ? $" {Wording.Count(results.BrokenLimits, "policy", "policies")} had kept to the constraints in the search and broke them now; they are left out." : "";
        return new Finding(Curse, title, $"{title}.{up}{size}{limits} Everything on this page rests on the second judgement.");
    }

    private static Finding? OfHypervolume(FrontResults results)
    {
        if (results.Generations.Count < 2 || results.Generations[^1].Hypervolume <= 0)
        {
            return null;
        }

        int last = Math.Min(5, results.Generations.Count - 1);
        double final = results.Generations[^1].Hypervolume;
        double gained = (final - results.Generations[^(last + 1)].Hypervolume) / final;
        bool stalled = results.Generations.Count <= results.Settings.Generations;
        string title = gained < 0.01
            ? $"The search has settled: its last {Wording.Number(last)} generations brought less than 1% of what it found"
            : $"The search was still finding: its last {Wording.Number(last)} generations brought {Wording.Percent(gained)} of all";
        return new Finding(
            Converged,
            title,
            $"{title}, measured as the area between the front and a fixed point (hypervolume). {Wording.Count(results.Generations.Count - 1, "generation", "generations")} after the first tried {Wording.Number(results.Candidates.Count(candidate => candidate.Number > 0))} policies{(stalled ? "; the search stopped by itself because nothing was gained any more" : "")}. {(gained < 0.01 ? "That nothing better was found is no proof that nothing is there." : "More generations may improve the front: raise optimise.generations.")}");
    }

    /// <summary>highest or lowest, whichever an objective wants.</summary>
    internal static string Best(FrontResults results, int objective) => results.Outcomes.Signs[objective] > 0 ? "highest" : "lowest";
}
