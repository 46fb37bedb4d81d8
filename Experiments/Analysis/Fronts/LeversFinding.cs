using Experiments.Analysis.Findings;
using Experiments.Config;
using Experiments.Designs;

namespace Experiments.Analysis.Fronts;

/// <summary>What the policies of a front have in common, and what changes along it.</summary>
internal static class LeversFinding
{
    internal const string Id = "levers";

    /// <summary>A rank correlation with the order of the front above which a lever is not said to have no order. Chosen.</summary>
    private const double Loose = 0.4;

    /// <summary>Fewest policies of the same level of the moving levers in which an order is looked for. Chosen: of three, one in three orders is monotone by chance.</summary>
    private const int FewestInGroup = 4;

    /// <summary>The finding; null where a single policy has nothing in common with others.</summary>
    internal static Finding? Of(FrontResults results)
    {
        if (results.Front.Count < 2)
        {
            return null;
        }

        LeverPattern[] patterns = [.. Enumerable.Range(0, results.Levers.Count).Select(lever => LeverPattern.Of(results, lever))];
        int[] moving = [.. Enumerable.Range(0, patterns.Length).Where(lever => patterns[lever].Moves)];
        string[] common = [.. patterns.Where(pattern => pattern.IsCommon).Select(pattern => pattern.InWords)];
        int[] others = [.. Enumerable.Range(0, patterns.Length).Where(lever => !patterns[lever].IsCommon && !patterns[lever].Moves)];
        Dictionary<int, double> within = others.ToDictionary(lever => lever, lever => moving.Length == 0 || !results.Levers[lever].IsNumeric ? 0 : Within(Grouped(results, lever, moving)));
        string[] ordered = [.. others.Where(lever => Math.Abs(within[lever]) >= LeverPattern.Ordered).Select(lever => $"{patterns[lever].Label} goes {(within[lever] < 0 ? "down" : "up")}")];
        string[] loose = [.. others.Where(lever => Math.Abs(within[lever]) < LeverPattern.Ordered && Math.Abs(patterns[lever].Correlation) <= Loose).Select(lever => patterns[lever].Label)];
        string movers = Wording.List([.. moving.Select(lever => patterns[lever].Label)]);
        string[] sentences =
        [
            common.Length > 0 ? $"All policies of the front have this in common: {Wording.List(common)}." : "No lever has the same level in all policies of the front.",
            moving.Length > 0 ? $"What changes along it, from {results.Front[0].Name} to {results.Front[^1].Name}: {Wording.List([.. moving.Select(lever => patterns[lever].InWords)])}." : "",
            ordered.Length > 0 ? $"Among policies of the same level of {movers}, {Wording.List(ordered)} along it." : "",
            loose.Length > 0 ? $"No order was found in {Wording.List(loose)}." : "",
            Carried(results.Levers),
        ];
        string title = common.Length > 0
            ? $"What all policies of the front have in common: {Wording.List([.. common.Take(2)])}"
            : moving.Length > 0 ? $"Along the front, {patterns[moving[0]].InWords}" : "The front has no single lever in common";
        return new Finding(Id, title, string.Join(' ', sentences.Where(sentence => sentence.Length > 0)));
    }

    /// <summary>
    /// Rank correlation of a lever with the order of the front among policies that have the same levels of the levers that move: the mean over groups, weighted
    /// by their sizes. 0 where no group has enough members or any spread.
    /// </summary>
    /// <param name="levels">For each policy, in the order of the front, what tells its group, and the lever's level.</param>
    internal static double Within(IEnumerable<(string Group, double Level)> levels)
    {
        double[][] groups =
        [
            .. levels.GroupBy(policy => policy.Group).Select(group => group.Select(policy => policy.Level).ToArray())
                .Where(values => values.Length >= FewestInGroup && values.Distinct().Count() > 1),
        ];
        return groups.Length == 0 ? 0 : groups.Sum(values => values.Length * LeverPattern.RankCorrelation(values)) / groups.Sum(values => values.Length);
    }

    /// <summary>What moves with levers, from which their effects cannot be told: a lever that prices its own messages may price all others of the policy.</summary>
    internal static string Carried(IReadOnlyList<Factor> levers)
    {
        string[] carried =
        [
            .. levers.Where(lever => lever.Paths.Count > 1).Select(lever => $"{lever.Label} also sets {Wording.List([.. lever.Paths.Skip(1).Select(Named)])}"),
        ];
        return carried.Length == 0 ? "" : $"Some levers carry others with them, and their effects cannot be told apart: {string.Join("; ", carried)}.";
    }

    private static IEnumerable<(string Group, double Level)> Grouped(FrontResults results, int lever, int[] moving) => results.Front
        .Where(policy => policy.Levels[lever] is not null)
        .Select(policy => (string.Join('\n', moving.Select(other => policy.Levels[other]?.Text)), policy.Levels[lever]!.Number!.Value));

    private static string Named(string path)
    {
        string name = Wording.Quote(ParameterPath.Find(path, out _) is { } known ? FactorLabels.Usual(known).Replace("per dm", "per DM", StringComparison.Ordinal) : path);
        return path.Contains(".delivery.", StringComparison.Ordinal) ? $"{name} (for every message of the policy, conversations and pitches alike)" : name;
    }
}
