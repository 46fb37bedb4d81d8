using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Posteriors;
using Experiments.Reports;

namespace Experiments.Calibration;

/// <summary>The report of a recovery test.</summary>
internal static class RecoveryReport
{
    internal const string Coverage = "coverage";

    /// <summary>Chance of at least one false alarm over all parameters and levels.</summary>
    private const double FalseAlarm = 0.05;

    internal static MethodReport Of(RecoveryResults results, string folder)
    {
        var answer = new Answer([.. new[] { OfCoverage(results), OfNull(results) }.OfType<Finding>()]);
        return new MethodReport(folder, results.Facts, answer, () => [CoverageChart.Draw(results, answer), RanksChart.Draw(results)])
        {
            Size =
            [
                Wording.Count(results.Truths, "known parameter set", "known parameter sets"),
                $"{Wording.Number(results.Settings.Particles)} particles each",
                Wording.Count(results.Simulations, "simulation", "simulations"),
                Wording.Count(results.Facts.Horizon, "day", "days"),
                $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
            ],
            Note = "Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): parameter sets are drawn from the priors, their facts are simulated, and each is calibrated on its own facts as if it were the case. "
                + "If the calculation is right, 50% of the 50% intervals hold the truth, and the share of the posterior below the truth is uniform. A parameter that no fact informs is recovered trivially: its interval is the prior's. "
                + "Intervals of coverage are 95% Wilson intervals; whether one is off is judged by its binomial probability, with 5% for all parameters and levels together (Holm).",
            Sections = [new ReportSection("coverage-section", "Do intervals hold what they promise?", [CoverageChart.Id, RanksChart.Id])],
            Tables = [("coverage", Table(results))],
        };
    }

    /// <summary>Parameters and levels whose coverage differs from the nominal one beyond chance (Holm 1979, Scandinavian J. Statistics 6:65).</summary>
    internal static IReadOnlyList<(RecoveredParameter Parameter, double Level)> Off(RecoveryResults results)
    {
        (RecoveredParameter Parameter, double Level, double Surprise)[] tests =
            [.. results.Parameters.SelectMany(parameter => RecoveredParameter.Levels.Select(level => (parameter, level, parameter.Surprise(level)))).OrderBy(test => test.Item3)];
        int off = 0;
        while (off < tests.Length && tests[off].Surprise <= FalseAlarm / (tests.Length - off))
        {
            off++;
        }

        return [.. tests.Take(off).Select(test => (test.Parameter, test.Level))];
    }

    private static Finding OfCoverage(RecoveryResults results)
    {
        IReadOnlyList<(RecoveredParameter Parameter, double Level)> off = Off(results);
        string title = off.Count == 0
            ? "Intervals of the calibration hold known truths as often as they promise"
            : $"Intervals of {Wording.List([.. off.Select(one => one.Parameter.Prior.Label).Distinct()])} do not hold what they promise";
        string levels = string.Join(", ", RecoveredParameter.Levels.Select(level => $"{Pooled(results.Parameters, level)} of the {Wording.Percent(level)} intervals"));
        double plain = results.Parameters.Sum(parameter => parameter.BelowUnadjusted.Count(share => Math.Abs(share - 0.5) <= 0.4)) / (double)Math.Max(1, results.Parameters.Sum(parameter => parameter.BelowUnadjusted.Count));
        string detail = off.Count == 0
            ? $"No parameter differs from that beyond chance, which with {Wording.Count(results.Truths, "truth", "truths")} could hide an error of some {Wording.Number(Math.Round(196 * Math.Sqrt(0.25 / results.Truths)))} points in a single parameter."
            : $"Beyond chance: {string.Join("; ", off.Select(one => $"{one.Parameter.Prior.Label}, where {Share(one.Parameter.Coverage(one.Level))} of the {Wording.Percent(one.Level)} intervals hold the truth"))}.";
        return new Finding(Coverage, title, $"{title}: over all parameters {levels} hold the truth. {detail} Without the regression adjustment it is {Wording.Percent(plain)} of the 80% intervals.");
    }

    private static Finding? OfNull(RecoveryResults results)
    {
        if (results.NullTruths is not { Count: > 0 } truths || results.Settings.Rival is not { } nothing)
        {
            return null;
        }

        double[] under = [.. truths.Where(truth => truth.IsNull).Select(truth => truth.Share)];
        double[] other = [.. truths.Where(truth => !truth.IsNull).Select(truth => truth.Share)];
        if (under.Length < 2 || other.Length < 2)
        {
            return null;
        }

        string title = MeanInterval.Of(under) is { } one && MeanInterval.Of(other) is { } two && one.Low > two.High
            ? $"Where {Wording.Quote(nothing.Name)} is true the calibration tends to say so"
            : $"Five facts do not tell whether {Wording.Quote(nothing.Name)} is true, even in simulated worlds where the truth is known";
        return new Finding(
            "null",
            title,
            $"{title}: calibrations give it a probability of {Wording.PercentEstimate(MeanInterval.Of(under)!.Value)} on average where it is true, and of {Wording.PercentEstimate(MeanInterval.Of(other)!.Value)} where it is not.");
    }

    private static string Pooled(IReadOnlyList<RecoveredParameter> parameters, double level) => Share(RecoveredParameter.Coverage([.. parameters.SelectMany(parameter => parameter.Below)], level));

    private static string Share(Interval? coverage) => coverage is { } share ? Wording.Percent(share.Mean) : "–";

    private static TidyTable Table(RecoveryResults results) => new(
        ["parameter", "label", "level", "coverage", "low_95", "high_95", "unadjusted", "probability_if_right", "mean_contraction", "truths"],
        [.. results.Parameters.SelectMany(parameter => RecoveredParameter.Levels.Select(level => (IReadOnlyList<string>)
        [
            parameter.Prior.Name, parameter.Prior.Label, TidyTable.Cell(level), .. TidyTable.Cells(parameter.Coverage(level)),
            TidyTable.Cell(RecoveredParameter.Coverage(parameter.BelowUnadjusted, level)?.Mean), TidyTable.Cell(parameter.Surprise(level)), TidyTable.Cell(parameter.Contraction), TidyTable.Cell(parameter.Below.Count),
        ]))]);
}
