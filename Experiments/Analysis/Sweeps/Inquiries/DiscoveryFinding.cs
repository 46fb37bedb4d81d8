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
            yield return inquiry.Result is { Tree.Leaves: > 1 } grown ? OfTree(inquiry, grown.Chosen) : null;
        }
    }

    private static Finding OfBox(DiscoveryInquiry inquiry, DiscoveryResult result)
    {
        FoundBox first = result.Boxes[0];
        string who = Wording.Quote(inquiry.Policy);
        string[] parts =
        [
            $"Where {Wording.List(inquiry.Words.Said(first.Box))}, {who} loses against {inquiry.RivalSaid} ({inquiry.Outcome.Name}) in {Shown(Density(first.Beyond.Count), isFirst: true)} of the sampled beliefs; over all of them it loses in {Shown(Losing(inquiry))}.",
            $"Both the share and its coverage – {Shown(Coverage(first.Beyond.Count))} of all cases in which it loses – come from boxes found on one half of the beliefs and judged on the other, since a search flatters what it finds; this part is {Wording.Percent(first.Count.Mass)} of the beliefs.",
            first.Surer is { } surer ? Surer(inquiry, surer, first.SurerBeyond) : "",
            Again(inquiry, result, first),
            .. result.Boxes.Skip(1).Select((box, index) => Further(inquiry, box, index)),
            Undecided(inquiry),
            Assumption(inquiry),
        ];
        return new Finding(inquiry.Key(Id), Title(inquiry, result, first), string.Join(" ", parts.Where(part => part.Length > 0)));
    }

    private static string Title(DiscoveryInquiry inquiry, DiscoveryResult result, FoundBox box)
    {
        IReadOnlyList<string> said = inquiry.Words.Said(box.Box);
        string more = said.Count > Named ? $" and {Wording.Count(said.Count - Named, "more limit holds", "more limits hold")}" : "";
        string named = more.Length > 0 ? string.Join(", ", said.Take(Named)) : Wording.List(said);
        string depends = said.Count > 1 ? $"It depends on {inquiry.Words.Factors[box.Box.Dimensions.MaxBy(dimension => result.Reproducibility.Restricted[dimension])].Label}: " : "";
        return $"{depends}{Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} in {Wording.Glance(Density(box.Beyond.Count), percent: true)} of the beliefs where {named}{more}, over all in {Wording.Glance(Losing(inquiry), percent: true)}";
    }

    private static string Surer(DiscoveryInquiry inquiry, (Box Box, BoxCount Count) surer, BoxCount? beyond)
    {
        string where = $"Who wants to be surer has to look at fewer beliefs: where {Wording.List(inquiry.Words.Said(surer.Box))}, it loses in";
        return beyond is { } count
            ? $"{where} {Shown(Density(count))}, which covers {Shown(Coverage(count))} of all cases, judged by halves again."
            : $"{where} {Wording.Percent(surer.Count.Density)}, which covers {Wording.Percent(surer.Count.Coverage)} of all cases – on the points it was found on, so rather less elsewhere.";
    }

    private static string Again(DiscoveryInquiry inquiry, DiscoveryResult result, FoundBox box)
    {
        int[] order = [.. box.Box.Dimensions.OrderByDescending(dimension => result.Reproducibility.Restricted[dimension])];
        return $"When the search is repeated on {Wording.Number(result.Reproducibility.Resamples)} resamples of the beliefs, it comes upon these factors again: {Wording.List([.. order.Select(dimension => $"{inquiry.Words.Factors[dimension].Label} in {Wording.Percent(result.Reproducibility.ShareOf(dimension))}")])}.";
    }

    private static string Further(DiscoveryInquiry inquiry, FoundBox box, int index) =>
        $"{(index == 0 ? "Outside this part it" : "Outside these parts it")} loses more often than overall where {Wording.List(inquiry.Words.Said(box.Box))}: in {Shown(Density(box.Beyond.Count))} of the beliefs there.";

    private static Finding OfNoBox(DiscoveryInquiry inquiry, DiscoveryResult result) => new(
        inquiry.Key(Id),
        $"No range of beliefs tells where {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid}: it loses in {Wording.Glance(Losing(inquiry), percent: true)} of all, and boxes do no better on unknown beliefs than chance",
        $"{Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} ({inquiry.Outcome.Name}) in {Shown(Losing(inquiry), isFirst: true)} of the sampled beliefs, but no box of ranges holds more of these cases than chance would once it is judged on beliefs it was not found on (p = {Wording.Number(Math.Round(result.Beyond.PValue, 3))}). Either the factors act together in a way no box describes, or there are too few points: take more (design.points). {Undecided(inquiry)} {Assumption(inquiry)}");

    private static Finding OfTree(DiscoveryInquiry inquiry, ChosenTree chosen)
    {
        (IReadOnlyList<string> Path, TreeNode Leaf)[] leaves = [.. TreeWords.Leaves(chosen.Tree, inquiry.Words).OrderByDescending(leaf => leaf.Leaf.Share)];
        return new Finding(
            inquiry.Key(TreeId),
            $"Question by question: {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} in {Wording.Glance(Share(chosen.Least), percent: true)} to {Wording.Glance(Share(chosen.Most), percent: true)} of the beliefs, depending on {TreeWords.First(chosen.Tree, inquiry.Words)} first of all",
            $"A tree of questions looks at the same question another way. {Wording.Quote(inquiry.Policy)} loses against {inquiry.RivalSaid} most often where {Wording.List(leaves[0].Path)}: in {Shown(Share(chosen.Most), isFirst: true)} of such beliefs. It loses least often where {Wording.List(leaves[^1].Path)}: in {Shown(Share(chosen.Least))}. Both shares are those of the extreme leaves of trees grown without a tenth of the beliefs, on that tenth. The tree has {Wording.Count(leaves.Length, "leaf", "leaves")}, as many as pay on beliefs it does not know (one-standard-error rule).");
    }

    private static Interval Share(TreeNode leaf) => WilsonInterval.Of(leaf.Cases, leaf.Points) ?? default;

    private static string Undecided(DiscoveryInquiry inquiry) => inquiry.Undecided == 0
        ? ""
        : $"At {Wording.Number(inquiry.Undecided)} of {Wording.Number(inquiry.Used.Count)} points the difference is not told apart from zero by its own interval; they count by the sign of their mean.{Missing(inquiry)}";

    private static string Missing(DiscoveryInquiry inquiry) => inquiry.Unknown == 0
        ? ""
        : $" {Wording.Count(inquiry.Unknown, "point has", "points have")} no run of both and {(inquiry.Unknown == 1 ? "is" : "are")} left out.";

    private static string Assumption(DiscoveryInquiry inquiry) =>
        $"What is assumed: the ranges of {Wording.Count(inquiry.Words.Factors.Count, "factor", "factors")}, sampled evenly and independently. The shares are of sampled beliefs; they are no probabilities.";

    // Two digits: a share of sampled beliefs deserves no more.
    private static string Shown(Interval share, bool isFirst = false) => $"{Wording.Glance(share, percent: true)} ({(isFirst ? "95% interval " : "")}{Wording.GlanceBounds(share, percent: true)})";

    private static Interval Losing(DiscoveryInquiry inquiry) => WilsonInterval.Of(inquiry.Losses, inquiry.Used.Count)!.Value;

    private static Interval Density(BoxCount count) => WilsonInterval.Of(count.Cases, count.Points) ?? default;

    private static Interval Coverage(BoxCount count) => WilsonInterval.Of(count.Cases, count.AllCases) ?? default;
}
