using System.Globalization;
using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Experiments.Store;
using Simulator.Policies;

namespace Experiments.Analysis.Findings;

/// <summary>Which alternative is the best, and how surely, where runs were spent to find out?</summary>
internal static class SelectionFinding
{
    internal const string Id = "selection";

    /// <summary>The finding; null where nothing was ranked, or where there was nothing to choose between.</summary>
    /// <param name="selection">What the ranking found.</param>
    /// <param name="nameOf">Name of a sending policy at a point, for sentences.</param>
    internal static Finding? Of(Selection? selection, Func<int, string, string> nameOf)
    {
        if (selection is not { Alternatives: { Count: > 1 } alternatives } || double.IsNaN(alternatives[0].Mean))
        {
            return null;
        }

        Ranking wanted = selection.Wanted;
        var outcome = new AnswerOutcome(wanted.Metric, IsDifference: false);
        string Name(RankedCell cell) => cell.Policy == Schedule.SilentName ? "sending nothing" : nameOf(cell.Point, cell.Policy);
        (string best, string reached, string target) = (Name(alternatives[0]), Share(selection.Probability), Share(wanted.Probability));
        string count = Wording.Number(alternatives.Count);
        bool isReached = selection.Probability >= wanted.Probability;
        string title = Capital(isReached
            ? $"{best} is the best of {count} by {outcome.Name}, with a probability of correct selection of at least {reached}"
            : $"{best} leads {count} alternatives by {outcome.Name}, but is the best with a probability of at least {reached} only, not the {target} wanted");
        string verdict = isReached
            ? $"{best} is the best of {count} alternatives by {outcome.Name} ({wanted.Best} is best), with a probability of correct selection of at least {reached} (Bonferroni lower bound; wanted {target})"
            : $"{best} leads {count} alternatives by {outcome.Name} ({wanted.Best} is best), with a probability of correct selection of at least {reached} (Bonferroni lower bound); the {target} wanted {Shortfall(selection)}";
        return new Finding(
            Id,
            title,
            $"{Capital(verdict)}. Its mean is {outcome.About(alternatives[0].Mean)}, {Lead(outcome, alternatives[0], alternatives[1], Name(alternatives[1]))}.{Doubt(alternatives, Name)} {Spent(alternatives)}");
    }

    private static string Shortfall(Selection selection) => selection.Cells.Any(cell => cell.Replicates >= selection.Rule.AtMost)
        ? $"were not reached within the {Wording.Number(selection.Rule.AtMost)} replicates allowed: raise atMost"
        : "were not reached, since more replicates would not tell apart what is left";

    private static string Lead(AnswerOutcome outcome, RankedCell best, RankedCell next, string name)
    {
        if (double.IsNaN(next.Difference))
        {
            return $"and {name} could not be compared with it";
        }

        if (next is { Difference: 0, StandardError: 0 })
        {
            return $"the same as that of {name} in every replicate both have";
        }

        // Both have the replicates of the one that has fewer.
        int common = Math.Min(best.Replicates, next.Replicates);
        double? deviation = double.IsFinite(next.StandardError) ? next.StandardError * Math.Sqrt(common) : null;
        string ahead = outcome.Estimate(MeanInterval.Of(next.Difference, deviation, common));
        return $"ahead of {name} by {ahead}; the chance that this is a mistake is {Chance(next.Mistake)}";
    }

    // The next one by its mean may be well known, and a later one hardly.
    private static string Doubt(IReadOnlyList<RankedCell> alternatives, Func<RankedCell, string> name) =>
        alternatives.Skip(1).MaxBy(cell => cell.Mistake) is { } doubtful && doubtful.Mistake > alternatives[1].Mistake
            ? $" Most in doubt is {name(doubtful)}: the chance that it is better after all is {Chance(doubtful.Mistake)}."
            : "";

    private static string Spent(IReadOnlyList<RankedCell> alternatives)
    {
        (int fewest, int most) = (alternatives.Min(cell => cell.Replicates), alternatives.Max(cell => cell.Replicates));
        return fewest == most
            ? $"Every alternative has {Wording.Count(most, "replicate", "replicates")}."
            : $"Runs were spent where it is hard to tell: from {Wording.Number(fewest)} to {Wording.Number(most)} replicates.";
    }

    private static string Chance(double mistake) => mistake < 0.0001 ? "below 0.01%" : Wording.Percent(mistake);

    // Rounded down: it is a lower bound, and rounding must not promise more. Two decimals of a percentage hold whatever is usually wanted.
    private static string Share(double probability) =>
        (Math.Floor((probability * 10_000) + 1e-9) / 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
