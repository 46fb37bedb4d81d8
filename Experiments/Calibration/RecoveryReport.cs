using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Posteriors;
using Experiments.Reports;

namespace Experiments.Calibration;

/// <summary>The report of a recovery test.</summary>
internal static class RecoveryReport
{
    internal const string CoverageId = "coverage";

    /// <summary>Truths below which nothing is claimed. Chosen: below it only gross errors would show.</summary>
    private const int LeastTruths = 30;

    /// <summary>Mean probability of the null hypothesis where it is true from which on a calibration recognises it: odds of two to one. Chosen.</summary>
    private const double LeastRecognition = 2.0 / 3;

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
                + "Intervals of coverage are 95% Wilson intervals; whether one is off is judged by its binomial probability, with 5% for all parameters and levels together (Holm 1979); whether posteriors lie too high or too low by their mean rank, with 5% for all parameters together. Intervals of pooled coverage come from a bootstrap over truths.",
            Sections = [new ReportSection("coverage-section", "Do intervals hold what they promise?", [CoverageChart.Id, RanksChart.Id])],
            Tables = [("coverage", Table(results))],
        };
    }

    /// <summary>Parameters and levels whose coverage differs from the nominal one beyond chance.</summary>
    internal static IReadOnlyList<(RecoveredParameter Parameter, double Level)> Off(RecoveryResults results)
    {
        (RecoveredParameter Parameter, double Level)[] tests = [.. results.Parameters.SelectMany(parameter => RecoveredParameter.Levels.Select(level => (parameter, level)))];
        bool[] off = Holm.Rejected([.. tests.Select(test => test.Parameter.Surprise(test.Level))]);
        return [.. tests.Where((_, index) => off[index]).OrderBy(test => test.Parameter.Surprise(test.Level))];
    }

    private static Finding OfCoverage(RecoveryResults results)
    {
        IReadOnlyList<(RecoveredParameter Parameter, double Level)> off = Off(results);
        string truths = Wording.Count(results.Truths, "truth", "truths");
        string title = off.Count > 0
            ? $"Intervals of {Wording.List([.. off.Select(one => one.Parameter.Prior.Label).Distinct()])} do not hold what they promise"
            : results.Truths < LeastTruths
                ? $"With {truths} nothing can be said yet about the intervals of the calibration"
                : $"No interval was seen to break its promise ({truths})";
        RecoveredParameter[] informed = [.. results.Parameters.Where(parameter => parameter.IsInformed)];
        ulong seed = (ulong)results.Facts.Seed;
        string about = informed.Length == 0
            ? "No parameter is informed by the facts, so every interval is the prior's"
            : $"Of the {Wording.Count(informed.Length, "parameter", "parameters")} that the facts inform, {string.Join(", ", RecoveredParameter.Levels.Select((level, index) => $"{Pooled(informed, level, seed, index == 0)} of the {Wording.Percent(level)} intervals"))} hold the truth";
        string all = string.Join(", ", RecoveredParameter.Levels.Select(level => $"{Wording.Percent(Coverage(results.Parameters, level))} of the {Wording.Percent(level)} intervals"));
        string detail = off.Count == 0
            ? Visible(results)
            : $"Beyond chance: {string.Join("; ", off.Select(one => $"{one.Parameter.Prior.Label}, where {Share(one.Parameter.Coverage(one.Level))} of the {Wording.Percent(one.Level)} intervals hold the truth"))}.";
        return new Finding(CoverageId, title, $"{title}. {about}; of all parameters, {all}. {detail} {Bias(results)}");
    }

    /// <summary>How large an error of a single coverage would have to be to be seen at all.</summary>
    private static string Visible(RecoveryResults results)
    {
        RecoveredParameter[] tested = [.. results.Parameters.Where(parameter => parameter.Below.Count > 0)];
        if (tested.Length == 0)
        {
            return "";
        }

        double alpha = Holm.FalseAlarm / (results.Parameters.Count * RecoveredParameter.Levels.Count);
        (RecoveredParameter fewest, RecoveredParameter most) = (tested.MinBy(parameter => parameter.Below.Count)!, tested.MaxBy(parameter => parameter.Below.Count)!);
        string Told(RecoveredParameter parameter) => parameter.SmallestVisible(0.5, alpha) is { } error ? $"{Wording.Number(Math.Round(100 * error))} points or more" : "no size at all";
        string least = fewest.Below.Count < most.Below.Count ? $" ({fewest.Prior.Label}, {Wording.Count(fewest.Below.Count, "truth", "truths")}: {Told(fewest)})" : "";
        return $"Over {Wording.Number(results.Parameters.Count * RecoveredParameter.Levels.Count)} tests, only an error of {Told(most)} in the 50% intervals of a parameter would show{least}.";
    }

    private static string Bias(RecoveryResults results)
    {
        bool[] biased = Holm.Rejected([.. results.Parameters.Select(parameter => parameter.BiasSurprise)]);
        RecoveredParameter[] named = [.. results.Parameters.Where((_, index) => biased[index])];
        return named.Length == 0
            ? "No posterior was seen to lie too high or too low."
            : $"Posteriors lie {Wording.List([.. named.Select(parameter => $"too {(parameter.MeanRank > 0.5 ? "low" : "high")} for {parameter.Prior.Label}")])}.";
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

        (Interval one, Interval two) = (MeanInterval.Of(under)!.Value, MeanInterval.Of(other)!.Value);
        string rival = Wording.Quote(nothing.Name);
        string title = !(one.Low > two.High)
            ? $"{Facts(results)} do not tell whether {rival} is true, even in simulated worlds where the truth is known"
            : one.Mean > LeastRecognition
                ? $"Where {rival} is true the calibration tends to say so"
                : $"The calibration hardly tells whether {rival} is true, even where the truth is known: {Wording.Glance(one, percent: true)} against {Wording.Glance(two, percent: true)}";
        return new Finding(
            "null",
            title,
            $"{title}. Calibrations give it a probability of {Wording.Glance(one, percent: true)} (95% interval {Wording.GlanceBounds(one, percent: true)}) on average where it is true, and of {Wording.Glance(two, percent: true)} ({Wording.GlanceBounds(two, percent: true)}) where it is not.");
    }

    private static string Facts(RecoveryResults results) => $"The {Wording.Count(results.Settings.EvidenceOf(results.Settings.ReadingNames[0]).Count, "fact", "facts")} of the case";

    private static string Pooled(IReadOnlyList<RecoveredParameter> parameters, double level, ulong seed, bool isFirst)
    {
        (double Below, int Truth)[] rows = [.. parameters.SelectMany(parameter => parameter.Below.Zip(parameter.Truths))];
        Interval pooled = FamilyEstimate.Bootstrap(drawn => drawn.Average(index => Math.Abs(rows[index].Below - 0.5) <= level / 2 ? 1.0 : 0), [.. rows.Select(row => row.Truth)], seed);
        return pooled.HasBounds ? $"{Wording.Glance(pooled, percent: true)} ({(isFirst ? "95% interval " : "")}{Wording.GlanceBounds(pooled, percent: true)})" : Wording.Percent(pooled.Mean);
    }

    private static double Coverage(IReadOnlyList<RecoveredParameter> parameters, double level) => RecoveredParameter.Coverage([.. parameters.SelectMany(parameter => parameter.Below)], level)?.Mean ?? 0;

    private static string Share(Interval? coverage) => coverage is { } share ? Wording.Percent(share.Mean) : "–";

    private static TidyTable Table(RecoveryResults results) => new(
        ["parameter", "label", "level", "coverage", "low_95", "high_95", "unadjusted", "probability_if_right", "mean_rank", "probability_if_unbiased", "mean_contraction", "informed", "truths"],
        [.. results.Parameters.SelectMany(parameter => RecoveredParameter.Levels.Select(level => (IReadOnlyList<string>)
        [
            parameter.Prior.Name, parameter.Prior.Label, TidyTable.Cell(level), .. TidyTable.Cells(parameter.Coverage(level)),
            TidyTable.Cell(RecoveredParameter.Coverage(parameter.BelowUnadjusted, level)?.Mean), TidyTable.Cell(parameter.Surprise(level)), TidyTable.Cell(parameter.MeanRank), TidyTable.Cell(parameter.BiasSurprise), TidyTable.Cell(parameter.Contraction), parameter.IsInformed ? "yes" : "no", TidyTable.Cell(parameter.Below.Count),
        ]))]);
}
