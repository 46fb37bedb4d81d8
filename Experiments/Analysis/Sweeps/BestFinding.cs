using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>Which choice does best, by the outcome that matters most, and which cannot be told apart from it?</summary>
internal static class BestFinding
{
    internal const string Id = "best";

    /// <summary>The finding; null where nothing is the sender's choice, there are fewer than two choices, or where the optimum along their only factor says the same.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (results is { Factors.Count: 1, Policies.Count: 1 } && OptimumFinding.Of(results) is not null)
        {
            return null;
        }

        IReadOnlyList<SweepCell> ranked = results.RankedChoices(results.Main);
        if (!results.IsChoice || ranked.Count < 2 || ranked[0].Of(results.Main).Interval is not { } value)
        {
            return null;
        }

        AnswerOutcome main = results.Main;
        SweepCell best = ranked[0];
        SweepCell[] level = [.. ranked.Skip(1).Where(cell => cell.Of(main).IsLevelWith(best.Of(main), ranked.Count - 1))];
        string name = results.NameOf(best);
        bool loses = main.IsDifference && value.LikelySideOf(0) == -main.Sign;
        string title = loses
            ? $"Nothing beats sending nothing: the least bad is {name}, {main.Short(Positive(value))} {(main.IsBetterHigh ? "below" : "above")} silence"
            : $"{(level.Length == 0 ? "Best" : $"{Wording.Number(level.Length + 1)} of {Wording.Number(ranked.Count)} cannot be told from the best")}: {name}, {main.Name} {Signed(main, value)}";
        return new Finding(Id, title, $"Of {Wording.Number(ranked.Count)} choices, {name} has the {main.Best} {main.Label}{results.Averaging}: {main.Estimate(value)}. {Rest(results, ranked, level)}{Others(results, best)}");
    }

    private static string Rest(SweepResults results, IReadOnlyList<SweepCell> ranked, SweepCell[] level)
    {
        if (ranked[0].Of(results.Main).Count < 2)
        {
            return "One replicate cannot tell whether another is better.";
        }

        string names = level.Length is > 0 and <= 4 ? $": {Wording.List([.. level.Select(results.NameOf)])}" : "";
        return level.Length switch
        {
            0 => $"Every other one is worse beyond doubt, the next, {results.NameOf(ranked[1])}, by {Gap(results, ranked[0], ranked[1])}.",
            _ when level.Length == ranked.Count - 1 => "None of the others can be told apart from it with these runs.",
            1 => $"One other cannot be told apart from it with these runs{names}.",
            _ => $"{Wording.Number(level.Length)} others cannot be told apart from it with these runs{names}.",
        };
    }

    private static string Gap(SweepResults results, SweepCell best, SweepCell next) =>
        best.Of(results.Main).Minus(next.Of(results.Main)).Interval is { } gap ? results.Main.Estimate(Positive(gap)) : "an unknown amount";

    private static string Others(SweepResults results, SweepCell best)
    {
        string[] parts = [.. results.Outcomes.Skip(1)
            .Select(outcome => best.Of(outcome).Interval is { } value ? $"{outcome.Label} {outcome.Estimate(value)}" : "")
            .Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" There: {string.Join(", ", parts)}.";
    }

    private static string Signed(AnswerOutcome outcome, Interval value) => outcome.IsDifference
        ? $"{outcome.Short(Positive(value))} {(value.Mean < 0 ? "below" : "above")} silence"
        : outcome.Short(value);

    private static Interval Positive(Interval value) => value.Mean < 0 ? value.Times(-1) : value;
}
