using Experiments.Analysis.Findings;
using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>Where is the best level of the one lever that is varied, and how sharp is it?</summary>
internal static class OptimumFinding
{
    internal const string Id = "optimum";

    /// <summary>With fewer levels the best of them says little about where an optimum lies. Chosen.</summary>
    private const int FewestLevels = 4;

    /// <summary>The finding; null where no single numeric lever is varied, or it has fewer than four levels.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (results.Lever is not { } factor || !results.Factors[factor].IsLever)
        {
            return null;
        }

        IReadOnlyList<Optimum> optima = Optima(results, factor, results.Main);
        if (optima.Count == 0 || optima.Max(optimum => optimum.Line.Levels.Count) < FewestLevels)
        {
            return null;
        }

        Factor lever = results.Factors[factor];
        Optimum first = optima.FirstOrDefault(optimum => optimum.Line.Policy == results.Subject) ?? optima[0];
        string title = Title(results, lever, first);
        string text = string.Join(" ", optima.Take(4).Select(optimum => Sentence(results, lever, optimum, optima.Count > 1)));
        return new Finding(Id, title, $"{text}{Others(results, first)}{ByHorizon(results, factor)}");
    }

    /// <summary>The optimum of each line of a touched policy.</summary>
    internal static IReadOnlyList<Optimum> Optima(SweepResults results, int factor, AnswerOutcome outcome) =>
        Optima(results, results.Cells, factor, outcome);

    private static IReadOnlyList<Optimum> Optima(SweepResults results, IReadOnlyList<SweepCell> cells, int factor, AnswerOutcome outcome)
    {
        IReadOnlyList<string> policies = results.Touched;
        return policies.Count == 0
            ? []
            : [.. SweepLine.Along(results, cells, factor, [.. policies])
                .Where(line => line.Levels.Count > 2)
                .Select(line => Optimum.Of(line, outcome, FactorScale.Of(results.Factors[factor], line.Levels), results.Facts.Seed))
                .OfType<Optimum>()];
    }

    private static string Title(SweepResults results, Factor lever, Optimum optimum)
    {
        AnswerOutcome main = results.Main;
        string best = $"{Capital(main.Name)} is {main.Best}";
        return optimum switch
        {
            { IsFlat: true } => $"No level of {lever.Label} is better than another beyond doubt, by {main.Name}",
            { IsAtEdge: true, Flat.Count: 1 } => $"{best} at {Said(lever, optimum.BestLevel)}, the {(optimum.Best == 0 ? "lowest" : "highest")} level that was run",
            { IsAtEdge: true } => $"{best} at {lever.Phrase(Range(optimum), optimum.BestLevel)}, at the {(optimum.Best == 0 ? "lower" : "upper")} end of what was run",
            _ => $"{best} near {lever.Phrase(Level(optimum.At.Mean), optimum.At.Mean)}{Bounds(optimum)}{(optimum.Flat.Count > 1 ? $"; from {Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])} it makes no difference that these runs show" : "")}",
        };
    }

    private static string Sentence(SweepResults results, Factor lever, Optimum optimum, bool named)
    {
        AnswerOutcome main = results.Main;
        string whose = named && optimum.Line.Name.Length > 0 ? $"With {Wording.Quote(optimum.Line.Name)}, {main.Label}" : Capital(main.Label);
        ReplicateSample top = optimum.Line.Cells[optimum.Best].Of(main);
        string value = top.Interval is { } interval ? $", where it is {main.Estimate(interval)}" : "";
        string where = optimum.At.HasBounds && !optimum.IsAtEdge
            ? $" Interpolated, the optimum lies at {Wording.Estimate(optimum.At)}."
            : optimum.IsAtEdge ? " That is the end of what was run: it may be better still beyond." : "";
        string flat = optimum.Flat.Count switch
        {
            1 => " Every other level is worse beyond doubt.",
            _ when optimum.IsFlat => " No other level can be told apart from it.",
            _ => $" Not told apart from the best: {Wording.List([.. optimum.Flat.Where(level => level != optimum.Best).Select(level => Level(optimum.Line.Levels[level]))])}.",
        };
        return $"{whose} is {main.Best} at {Said(lever, optimum.BestLevel)}{value}.{where}{flat}";
    }

    private static string Others(SweepResults results, Optimum optimum)
    {
        string[] parts = [.. results.Outcomes.Skip(1)
            .Select(outcome => optimum.Line.Cells[optimum.Best].Of(outcome).Interval is { } value ? $"{outcome.Label} {outcome.Estimate(value)}" : "")
            .Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" There: {string.Join(", ", parts)}.";
    }

    /// <summary>The best level after each number of days; neighbouring horizons that agree are told together.</summary>
    private static string ByHorizon(SweepResults results, int factor)
    {
        List<(string Best, List<int> Days)> reigns = [];
        foreach (SweepHorizon horizon in results.Horizons.Where(horizon => horizon.Cells.Any(cell => cell.Samples.ContainsKey(results.Main.Metric))))
        {
            if (Optima(results, horizon.Cells, factor, results.Main).FirstOrDefault(optimum => optimum.Line.Policy == results.Subject) is not { } optimum)
            {
                continue;
            }

            string best = Said(results.Factors[factor], optimum.BestLevel) + (optimum.Flat.Count > 1 ? $" ({Range(optimum)} not told apart)" : "");
            if (reigns.Count == 0 || reigns[^1].Best != best)
            {
                reigns.Add((best, []));
            }

            reigns[^1].Days.Add(horizon.Days);
        }

        return reigns.Count < 2
            ? ""
            : $" What is best depends on how far one looks: {string.Join("; ", reigns.Select((reign, index) => $"{reign.Best} {Span(reign.Days, isLast: index == reigns.Count - 1)}"))}.";
    }

    private static string Span(List<int> days, bool isLast) => days.Count == 1
        ? $"after {Wording.Count(days[0], "day", "days")}"
        : isLast ? $"from {Wording.Count(days[0], "day", "days")} on" : $"after {Wording.Number(days[0])} to {Wording.Count(days[^1], "day", "days")}";

    private static string Bounds(Optimum optimum) => optimum.At.HasBounds ? $" (95% interval {Wording.Bounds(optimum.At)})" : "";

    private static string Said(Factor lever, double level) => lever.Phrase(Level(level), level);

    private static string Range(Optimum optimum) => $"{Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])}";

    private static string Level(double level) => new SweepValue("", level).Short;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
