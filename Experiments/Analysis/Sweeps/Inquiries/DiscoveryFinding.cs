using Experiments.Analysis.Findings;
using Experiments.Discovery;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>Under which beliefs does one policy lose against another?</summary>
internal static class DiscoveryFinding
{
    internal const string Id = "box";

    internal const string TreeId = "tree";

    /// <summary>Factors of a box that a title names. Chosen: what fits a line or two.</summary>
    private const int Named = 2;

    /// <summary>The findings, rival by rival.</summary>
    internal static IEnumerable<Finding?> Of(SweepResults results)
    {
        foreach (DiscoveryInquiry inquiry in DiscoveryInquiry.Of(results))
        {
            yield return inquiry.Result is { } result
                ? result.Boxes.Count > 0 ? OfBox(inquiry, result) : OfNoBox(inquiry, result)
                : new Finding(inquiry.Key(Id), $"No box to look for: {Wording.Quote(inquiry.Policy)} against {inquiry.RivalSaid}", $"{inquiry.Refusal}{Missing(inquiry)}");
            yield return inquiry.Result is { Tree.Leaves: > 1 } grown ? OfTree(inquiry, grown.Tree) : null;
        }
    }

    private static Finding OfBox(DiscoveryInquiry inquiry, DiscoveryResult result)
    {
        FoundBox first = result.Boxes[0];
        Interval density = Density(first.Count);
        string who = Wording.Quote(inquiry.Policy);
        string[] parts =
        [
            $"Where {Wording.List(inquiry.Words.Said(first.Box))}, {who} loses against {inquiry.RivalSaid} ({inquiry.Outcome.Name}) in {Shown(density)} of the sampled beliefs; that covers {Shown(Coverage(first.Count))} of all cases in which it loses.",
            $"This part is {Wording.Percent(first.Count.Mass)} of the beliefs sampled; over all of them {who} loses in {Shown(Losing(inquiry))}.",
            Beyond(first.Beyond),
            first.Surer is { } surer ? Surer(inquiry, surer) : "",
            Again(inquiry, result, first),
            .. result.Boxes.Skip(1).Select((box, index) => Further(inquiry, box, index)),
            Undecided(inquiry),
            Assumption(inquiry),
        ];
        return new Finding(inquiry.Key(Id), Title(inquiry, first, density), string.Join(" ", parts.Where(part => part.Length > 0)));
    }

    private static string Title(DiscoveryInquiry inquiry, FoundBox box, Interval density)
    {
        IReadOnlyList<string> said = inquiry.Words.Said(box.Box);
        string more = said.Count > Named ? $" and {Wording.Count(said.Count - Named, "more limit holds", "more limits hold")}" : "";
        string named = more.Length > 0 ? string.Join(", ", said.Take(Named)) : Wording.List(said);
        return $"{Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} in {Wording.Glance(density, percent: true)} of the beliefs where {named}{more}; over all beliefs in {Wording.Glance(Losing(inquiry), percent: true)}";
    }

    private static string Beyond(OutOfSample beyond) =>
        $"A search flatters what it finds: boxes found on one half of the beliefs and judged on the other hold losses in {Shown(Density(beyond.Count))} and cover {Shown(Coverage(beyond.Count))} of all.";

    private static string Surer(DiscoveryInquiry inquiry, (Box Box, BoxCount Count) surer) =>
        $"Who wants to be surer has to look at fewer beliefs: where {Wording.List(inquiry.Words.Said(surer.Box))}, it loses in {Shown(Density(surer.Count))} of them, which covers {Shown(Coverage(surer.Count))} of all cases.";

    private static string Again(DiscoveryInquiry inquiry, DiscoveryResult result, FoundBox box)
    {
        int[] order = [.. box.Box.Dimensions.OrderByDescending(dimension => result.Reproducibility.Restricted[dimension])];
        return $"When the search is repeated on {Wording.Number(result.Reproducibility.Resamples)} resamples of the beliefs, it comes upon these factors again: {Wording.List([.. order.Select(dimension => $"{inquiry.Words.Factors[dimension].Label} in {Wording.Percent(result.Reproducibility.ShareOf(dimension))}")])}.";
    }

    private static string Further(DiscoveryInquiry inquiry, FoundBox box, int index) =>
        $"{(index == 0 ? "Outside this part it" : "Outside these parts it")} also loses where {Wording.List(inquiry.Words.Said(box.Box))}: in {Shown(Density(box.Count))} of the beliefs sampled there, a further {Wording.Percent(box.Count.Coverage)} of all cases.";

    private static Finding OfNoBox(DiscoveryInquiry inquiry, DiscoveryResult result) => new(
        inquiry.Key(Id),
        $"No range of beliefs tells where {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid}: it loses in {Wording.Glance(Losing(inquiry), percent: true)} of all, and boxes do no better on unknown beliefs than chance",
        $"{Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} ({inquiry.Outcome.Name}) in {Shown(Losing(inquiry))} of the sampled beliefs, but no box of ranges holds more of these cases than chance would once it is judged on beliefs it was not found on (p = {Wording.Number(Math.Round(result.Beyond.PValue, 3))}). Either the factors act together in a way no box describes, or there are too few points: take more (design.points). {Undecided(inquiry)} {Assumption(inquiry)}");

    private static Finding OfTree(DiscoveryInquiry inquiry, TreeNode tree)
    {
        (IReadOnlyList<string> Path, TreeNode Leaf)[] leaves = [.. TreeWords.Leaves(tree, inquiry.Words).OrderByDescending(leaf => leaf.Leaf.Share)];
        return new Finding(
            inquiry.Key(TreeId),
            $"Question by question: {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} in {Wording.Percent(leaves[^1].Leaf.Share)} to {Wording.Percent(leaves[0].Leaf.Share)} of the beliefs, depending on {TreeWords.First(tree, inquiry.Words)} first of all",
            $"A tree of questions says the same without leaving anything out. {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} most often where {Wording.List(leaves[0].Path)}: {Told(leaves[0].Leaf)}. It loses least often where {Wording.List(leaves[^1].Path)}: {Told(leaves[^1].Leaf)}. The tree has {Wording.Count(leaves.Length, "leaf", "leaves")}; more would not be borne out on beliefs it does not know (cross-validation, one-standard-error rule).");
    }

    private static string Told(TreeNode leaf) => $"{Shown(WilsonInterval.Of(leaf.Cases, leaf.Points)!.Value)} of {Wording.Number(leaf.Points)} beliefs";

    private static string Undecided(DiscoveryInquiry inquiry) => inquiry.Undecided == 0
        ? ""
        : $"At {Wording.Number(inquiry.Undecided)} of {Wording.Number(inquiry.Used.Count)} points the difference is not told apart from zero by its own interval; they count by the sign of their mean.{Missing(inquiry)}";

    private static string Missing(DiscoveryInquiry inquiry) => inquiry.Unknown == 0
        ? ""
        : $" {Wording.Count(inquiry.Unknown, "point has", "points have")} no run of both and {(inquiry.Unknown == 1 ? "is" : "are")} left out.";

    private static string Assumption(DiscoveryInquiry inquiry) =>
        $"What is assumed: the ranges of {Wording.Count(inquiry.Words.Factors.Count, "factor", "factors")}, sampled evenly and independently. The shares are of sampled beliefs; they are no probabilities.";

    // Two digits: a share of sampled beliefs deserves no more.
    private static string Shown(Interval share) => $"{Wording.Glance(share, percent: true)} (95% interval {Wording.GlanceBounds(share, percent: true)})";

    private static Interval Losing(DiscoveryInquiry inquiry) => WilsonInterval.Of(inquiry.Losses, inquiry.Used.Count)!.Value;

    private static Interval Density(BoxCount count) => WilsonInterval.Of(count.Cases, count.Points) ?? default;

    private static Interval Coverage(BoxCount count) => WilsonInterval.Of(count.Cases, count.AllCases) ?? default;
}
