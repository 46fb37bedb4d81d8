using Experiments.Analysis.Findings;
using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>How does the best level of one factor depend on the other, and where does it pay at all?</summary>
internal static class RidgeFinding
{
    internal const string Id = "ridge";

    /// <summary>The finding; null unless two numeric factors are varied in a grid, one of them a lever.</summary>
    internal static Finding? Of(SweepResults results)
    {
        AnswerOutcome main = results.Main;
        if (Ridge.Of(results, main, results.Subject) is not { Optima.Count: > 1 } ridge)
        {
            return null;
        }

        (Factor up, Factor across) = (results.Factors[ridge.Up], results.Factors[ridge.Across]);
        ((double first, Optimum low), (double last, Optimum high)) = (ridge.Optima[0], ridge.Optima[^1]);
        bool moves = low.At.HasBounds && high.At.HasBounds
            ? low.At.High < high.At.Low || high.At.High < low.At.Low
            : !low.Flat.Select(level => low.Line.Levels[level]).Intersect(high.Flat.Select(level => high.Line.Levels[level])).Any();
        string title = moves
            ? $"The best {up.Label} moves from {Top(low)} to {Top(high)} as {across.Label} goes from {Level(first)} to {Level(last)}"
            : $"The best {up.Label} does not move with {across.Label} beyond doubt: {Top(low)} with {Said(across, first)}, {Top(high)} with {Said(across, last)}";
        string all = string.Join("; ", ridge.Optima.Select(pair => $"{Said(up, pair.Optimum.BestLevel)}{NotTold(pair.Optimum)} with {Said(across, pair.Across)}"));
        return new Finding(Id, title, $"By {main.Label}, the best of the levels run: {all}. Interpolated, the best {up.Label} is {Whole(low)} with {Said(across, first)} and {Whole(high)} with {Said(across, last)}.{BreakEven(results, main)}");
    }

    private static string BreakEven(SweepResults results, AnswerOutcome main)
    {
        if (!main.IsDifference)
        {
            return "";
        }

        Interval[] values = [.. results.Of(results.Subject).Select(cell => cell.Of(main).Interval).OfType<Interval>()];
        int below = values.Count(value => value.SideOf(0) == -main.Sign);
        int open = values.Count(value => value.SideOf(0) == 0);
        string undecided = open == 0 ? "" : $", in {Wording.Number(open)} it cannot be told";
        return below == 0 && open == 0
            ? $" Everywhere it is {(main.IsBetterHigh ? "more" : "less")} than with sending nothing."
            : $" In {Wording.Number(below)} of {Wording.Number(values.Length)} combinations it is {(main.IsBetterHigh ? "less" : "more")} than with sending nothing beyond doubt{undecided}.";
    }

    private static string Top(Optimum optimum) => optimum.IsAtEdge ? Level(optimum.BestLevel) : Wording.Mean(optimum.At);

    private static string Whole(Optimum optimum) => optimum.IsAtEdge ? $"{Level(optimum.BestLevel)}, the end of what was run," : Wording.Estimate(optimum.At);

    private static string Said(Factor factor, double level) => factor.Phrase(Level(level), level);

    private static string NotTold(Optimum optimum) => optimum.Flat.Count > 1
        ? $" ({Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])} not told apart)"
        : "";

    private static string Level(double level) => new SweepValue("", level).Short;
}
