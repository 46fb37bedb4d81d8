using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps;

/// <summary>Where is the best level of the one lever that is varied, and how sharp is it?</summary>
internal static class OptimumFinding
{
    internal const string Id = "optimum";

    /// <summary>The finding; null where no single numeric lever is varied, or it has fewer than three levels.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (results.Lever is not { } factor || !results.Factors[factor].IsLever)
        {
            return null;
        }

        IReadOnlyList<Optimum> optima = Optima(results, factor, results.Main);
        if (optima.Count == 0)
        {
            return null;
        }

        string label = results.Factors[factor].Label;
        Optimum first = optima.FirstOrDefault(optimum => optimum.Line.Policy == results.Subject) ?? optima[0];
        string title = Title(results, label, first);
        string text = string.Join(" ", optima.Take(4).Select(optimum => Sentence(results, label, optimum, optima.Count > 1)));
        return new Finding(Id, title, $"{text}{Others(results, first)}{ByHorizon(results, factor, label)}");
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

    private static string Title(SweepResults results, string label, Optimum optimum)
    {
        AnswerOutcome main = results.Main;
        string best = $"{Capital(main.Name)} is {main.Best}";
        return optimum switch
        {
            { IsFlat: true } => $"No level of {label} is better than another beyond doubt, by {main.Name}",
            { IsAtEdge: true, Flat.Count: 1 } => $"{best} at {label} = {Level(optimum.BestLevel)}, the {(optimum.Best == 0 ? "lowest" : "highest")} level that was run",
            { IsAtEdge: true } => $"{best} at {label} = {Range(optimum)}, at the {(optimum.Best == 0 ? "lower" : "upper")} end of what was run",
            _ => $"{best} near {label} = {At(optimum)}{(optimum.Flat.Count > 1 ? $"; from {Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])} it makes no difference that these runs show" : "")}",
        };
    }

    private static string Sentence(SweepResults results, string label, Optimum optimum, bool named)
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
        return $"{whose} is {main.Best} at {label} = {Level(optimum.BestLevel)}{value}.{where}{flat}";
    }

    private static string Others(SweepResults results, Optimum optimum)
    {
        string[] parts = [.. results.Outcomes.Skip(1)
            .Select(outcome => optimum.Line.Cells[optimum.Best].Of(outcome).Interval is { } value ? $"{outcome.Label} is {outcome.Estimate(value)}" : "")
            .Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" There {Wording.List(parts)}.";
    }

    private static string ByHorizon(SweepResults results, int factor, string label)
    {
        List<string> parts = [];
        foreach (SweepHorizon horizon in results.Horizons.Where(horizon => horizon.Cells.Any(cell => cell.Samples.ContainsKey(results.Main.Metric))))
        {
            if (Optima(results, horizon.Cells, factor, results.Main).FirstOrDefault(optimum => optimum.Line.Policy == results.Subject) is { } optimum)
            {
                parts.Add($"{Level(optimum.BestLevel)} after {Wording.Count(horizon.Days, "day", "days")}{(optimum.Flat.Count > 1 ? $" ({Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])} not told apart)" : "")}");
            }
        }

        return parts.Count < 2 ? "" : $" The best {label} depends on how far one looks: {Wording.List(parts)}.";
    }

    private static string At(Optimum optimum) => optimum.At.HasBounds ? Wording.Estimate(optimum.At) : Level(optimum.BestLevel);

    private static string Range(Optimum optimum) => $"{Level(optimum.Line.Levels[optimum.Flat[0]])} to {Level(optimum.Line.Levels[optimum.Flat[^1]])}";

    private static string Level(double level) => new SweepValue("", level).Short;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
