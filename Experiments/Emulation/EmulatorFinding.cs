using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;

namespace Experiments.Emulation;

/// <summary>What an emulator makes of a sweep: whether it may be trusted, and what each factor does on its own.</summary>
internal static class EmulatorFinding
{
    internal const string Id = "emulator";

    /// <summary>Shares of the variance below this are not worth a clause. Chosen.</summary>
    private const double Negligible = 0.01;

    /// <summary>One finding an outcome.</summary>
    internal static IEnumerable<Finding?> Of(SweepResults results) => results.Emulators.Select(emulator => Of(results, emulator));

    /// <summary>Identifier of the finding of an outcome.</summary>
    internal static string IdOf(AnswerOutcome outcome) => $"{Id}-{outcome.Key}";

    /// <summary>How well points are foretold that were left out, in a sentence or two.</summary>
    internal static string Diagnostics(SweepEmulator emulator)
    {
        if (emulator.Emulator?.Check is not { } check)
        {
            return "";
        }

        string careful = check.IsCautious ? ", more than promised: the intervals are wider than they need be" : "";
        return $"Each of {Wording.Count(emulator.Count, "point", "points")} left out in turn and foretold from the others: Q² (share of the differences between points that is foretold) is {Wording.Rounded(check.Q2, 0.001)}, "
            + $"the typical error {emulator.Outcome.About(check.TypicalError)}, and {Wording.PercentEstimate(check.Coverage)} of the points lie inside their 95% interval{careful}.";
    }

    private static Finding Of(SweepResults results, SweepEmulator emulator)
    {
        (AnswerOutcome outcome, string whose) = (emulator.Outcome, results.Policies.Count > 1 ? $" of {Wording.Quote(emulator.Policy)}" : "");
        if (!emulator.Fits)
        {
            return new Finding(
                IdOf(outcome),
                $"No emulator is offered for {outcome.Label}: it does not fit",
                $"No emulator of {outcome.Label}{whose}. {emulator.Refusal} {Diagnostics(emulator)}".TrimEnd());
        }

        MainEffect[] strong = [.. emulator.Effects.Where(effect => effect.Share >= Negligible)];
        double together = Math.Min(1, emulator.Effects.Sum(effect => effect.Share));
        string weak = string.Join(", ", emulator.Effects.Where(effect => effect.Share < Negligible).Select(effect => Label(emulator, effect)));
        string rest = weak.Length > 0 ? $" On their own these hardly matter (each under {Wording.Percent(Negligible)}): {weak}." : "";
        string title = strong.Length == 0
            ? $"No factor alone moves {outcome.Label}: it depends on combinations"
            : $"{Capital(Label(emulator, strong[0]))} alone accounts for {Wording.Percent(strong[0].Share)} of the differences in {outcome.Label}{(strong.Length > 1 ? $", {Label(emulator, strong[1])} for {Wording.Percent(strong[1].Share)}" : "")}";
        string text = $"A Gaussian process stands in for the simulation of {outcome.Label}{whose}. {Diagnostics(emulator)} "
            + $"What each factor does on its own, averaged over the others: {string.Join("; ", strong.Select(effect => Told(emulator, effect)))}.{rest} "
            + $"The factors one by one account for {Wording.Percent(together)} of the differences, what only combinations do for the rest.{Luck(emulator)}{Left(emulator)}";
        return new Finding(IdOf(outcome), title, text);
    }

    private static string Told(SweepEmulator emulator, MainEffect effect)
    {
        ((double low, Prediction least), (double high, Prediction most)) = (effect.Lowest, effect.Highest);
        string At(double position) => new SweepValue("", emulator.Axes[effect.Axis].Value(position)).Short;
        string Expected(Prediction prediction) => emulator.Outcome.Estimate(prediction.Interval(emulator.Count));
        return $"{Label(emulator, effect)}, {Wording.Percent(effect.Share)}: from {Expected(least)} at {At(low)} to {Expected(most)} at {At(high)}";
    }

    private static string Luck(SweepEmulator emulator) => emulator.SharedLuck is { } shared
        ? $" All points meet the same people with the same luck: {Wording.Percent(shared)} of the luck between replicates shifts all points alike; every interval includes it."
        : " With one replicate a point, luck is told apart from the surface by its roughness alone.";

    private static string Left(SweepEmulator emulator)
    {
        string missing = emulator.Missing > 0 ? $" {Wording.Count(emulator.Missing, "point", "points")} without a result {(emulator.Missing == 1 ? "is" : "are")} left out." : "";
        int unused = emulator.Points - emulator.Missing - emulator.Count;
        return missing + (unused > 0 ? $" Of more points than an emulator can use, {Wording.Number(emulator.Count)} were drawn at random." : "");
    }

    private static string Label(SweepEmulator emulator, MainEffect effect) => emulator.Axes[effect.Axis].Factor.Label;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
