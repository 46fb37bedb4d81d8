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

    /// <summary>Shares below this are not told apart from nothing. Chosen.</summary>
    private const double Tiny = 0.001;

    /// <summary>Factors told of; the chart shows them all.</summary>
    private const int Told = 3;

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

        string careful = check.IsCautious ? ", more than promised" : "";
        return $"Each of {Wording.Count(emulator.Count, "point", "points")} left out in turn and foretold from the others (the settings learnt from all are kept, which flatters a little): Q² (share of the differences between points that is foretold) is {Wording.Rounded(check.Q2, 0.001)}, "
            + $"the typical error {emulator.Outcome.About(check.TypicalError)}, and {Wording.PercentEstimate(check.Coverage)} of the points lie inside their 95% interval{careful}.{Luck(emulator, check)}";
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
        string title = strong.Length == 0
            ? $"No factor alone moves {outcome.Label}: it depends on combinations"
            : $"{Capital(Label(emulator, strong[0]))} alone accounts for {Wording.Percent(strong[0].Share)} of the differences in {outcome.Label}{(strong.Length > 1 ? $", {Label(emulator, strong[1])} for {Wording.Percent(strong[1].Share)}" : "")}";
        string text = $"On its own, averaged over all values of the others: {string.Join("; ", strong.Take(Told).Select(effect => Clause(emulator, effect)))}. "
            + $"One by one the factors account for {Wording.Percent(together)} of the differences, what only combinations do for the rest. "
            + $"Read from a Gaussian process that stands in for the simulation{whose}. {Diagnostics(emulator)}{Left(emulator)}";
        return new Finding(IdOf(outcome), title, text);
    }

    private static string Clause(SweepEmulator emulator, MainEffect effect)
    {
        ((double low, Prediction least), (double high, Prediction most), AnswerOutcome outcome) = (effect.Lowest, effect.Highest, emulator.Outcome);
        string At(double position) => new SweepValue("", emulator.Axes[effect.Axis].Value(position)).Short;
        string Expected(Prediction prediction) => outcome.Estimate(prediction.Interval(emulator.Count));
        (string from, string to) = low < high ? (Expected(least) + " at " + At(low), Expected(most) + " at " + At(high)) : (Expected(most) + " at " + At(high), Expected(least) + " at " + At(low));
        return $"{Label(emulator, effect)} takes {outcome.Label} from {from} to {to}";
    }

    private static string Luck(SweepEmulator emulator, LeaveOneOut check) => emulator.SharedLuck is { } shared
        ? $" All points meet the same people with the same luck; {Roughly(shared)} of it, as far as so few replicates tell, shifts all points alike. The intervals of this check hold only the rest, those of predictions hold both{(check.IsCautious ? ", and neighbours, which share more than that, foretell each other better than fresh runs would" : "")}."
        : " With one replicate a point, luck is told apart from the surface by its roughness alone.";

    // A ratio of two variances from a handful of replicates deserves no digits.
    private static string Roughly(double share) => share switch
    {
        < 0.1 => "next to nothing",
        < 0.29 => "about a quarter",
        < 0.42 => "about a third",
        < 0.58 => "about half",
        < 0.71 => "about two thirds",
        < 0.9 => "about three quarters",
        _ => "nearly all",
    };

    /// <summary>Share of the differences, where tiny ones are only called tiny.</summary>
    internal static string Share(MainEffect effect) => effect.Share < Tiny ? $"under {Wording.Percent(Tiny)}" : Wording.Percent(effect.Share);

    private static string Left(SweepEmulator emulator)
    {
        string missing = emulator.Missing > 0 ? $" {Wording.Count(emulator.Missing, "point", "points")} without a result {(emulator.Missing == 1 ? "is" : "are")} left out." : "";
        int unused = emulator.Points - emulator.Missing - emulator.Count;
        return missing + (unused > 0 ? $" Of more points than an emulator can use, {Wording.Number(emulator.Count)} were drawn at random." : "");
    }

    private static string Label(SweepEmulator emulator, MainEffect effect) => emulator.Axes[effect.Axis].Factor.Label;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
