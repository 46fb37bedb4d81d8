using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Posteriors;
using Experiments.Reports;

namespace Experiments.Calibration;

/// <summary>The report of a calibration.</summary>
internal static class CalibrationReport
{
    /// <summary>Name of the table of an ensemble.</summary>
    internal static string TableName(string reading) => $"ensemble-{reading.Replace(' ', '-')}";

    internal static MethodReport Of(CalibrationResults results, string folder)
    {
        Answer answer = CalibrationFindings.Of(results);
        return new MethodReport(folder, results.Facts, answer, () => PosteriorCharts.Draw(results, answer))
        {
            Size =
            [
                Wording.Count(results.Settings.Particles, "parameter set", "parameter sets"),
                Wording.Count(results.Readings[0].Parameters.Count, "parameter", "parameters"),
                Wording.Count(results.Readings.Count, "reading", "readings"),
                Wording.Count(results.Readings.Sum(reading => reading.Simulations), "simulation", "simulations"),
                Wording.Count(results.Facts.Horizon, "day", "days"),
                $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
            ],
            Note = "Approximate Bayesian computation by a sequential Monte Carlo sampler with Metropolis moves (Del Moral, Doucet & Jasra 2012; Drovandi & Pettitt 2011), distances scaled anew in every generation (Prangle 2017), "
                + "then a local-linear regression adjustment (Beaumont, Zhang & Balding 2002) where the facts lie within reach of the kept parameter sets; parameters that the rival story fixes are adjusted on the other worlds only. Intervals are 95% intervals of the calculation: they come from the variance between families of parameter sets that descend from the same first draw. "
                + "“Informed” means that more of a parameter's prior variance is ruled out than chance would, with 5% for all parameters of a reading together (Holm 1979). Odds of the rival story hold at the final tolerance, without the adjustment. Priors are uniform, or log-uniform, on the ranges of the experiment file, and independent.",
            Sections =
            [
                new ReportSection("identifiability-section", "What the case informs", [IdentifiabilityChart.Id, MarginalsChart.Id, PairsChart.Id]),
                new ReportSection("predictive-section", "Whether the model fits", [PredictiveChart.Id]),
                new ReportSection("method-section", "How the calculation went", [ProgressChart.Id]),
            ],
            Notices = [.. Notices(results)],
            Tables =
            [
                .. results.Readings.Select(reading => (TableName(reading.Name), EnsembleTable(results, reading))),
                ("parameters", ParameterTable(results)),
            ],
        };
    }

    private static IEnumerable<string> Notices(CalibrationResults results)
    {
        foreach (ReadingResults reading in results.Readings)
        {
            string of = results.HasReadings ? $"Reading {Wording.Quote(reading.Name)}: the" : "The";
            int failures = reading.Generations.Sum(generation => generation.Failures);
            if (failures > 0)
            {
                yield return $"{of} calculation lost {Wording.Count(failures, "simulation", "simulations")} that failed or lacked a figure; such parameter sets are never kept.";
            }

            if (reading.Ending == Ending.Stuck)
            {
                yield return $"{of} calculation ended early: only {Wording.Percent(reading.Generations[^1].Acceptance ?? 0)} of the moves were still accepted. More parameter sets, or more moves of each, would go further.";
            }

            if (reading.IsUnfinished)
            {
                yield return $"{of} calculation has not converged: after {Wording.Count(reading.Generations[^1].Number, "generation", "generations")} the largest discrepancy of a typical parameter set is still {Wording.Rounded(reading.Generations[^1].TypicalDiscrepancy, 0.1)} standard deviations of the error. More generations could change the figures.";
            }

            if (!reading.IsAdjusted)
            {
                yield return $"{of} facts lie outside of what the kept parameter sets reach, so the regression adjustment was left out: it would be an extrapolation. The parameter sets of this ensemble are those that were kept, as they are.";
            }

            foreach (FactPrediction fact in reading.Facts.Where(fact => fact.OutOfReach.Length > 0))
            {
                yield return $"{of} ranges that were put in make “{fact.Evidence.Name}” nearly impossible: {fact.OutOfReach}.";
            }

            if (reading.Facts.MinBy(fact => fact.Agreeing.Mean) is { Agreeing.High: < 0.5, OutOfReach.Length: 0 } worst)
            {
                yield return $"{of} calibrated parameter sets still miss {worst.Evidence.Name} more often than they meet it. Either these ranges cannot bring the facts together, or the calculation needs more generations; read what follows with that in mind.";
            }

            if (reading.Families < 30)
            {
                yield return $"{of} ensemble descends from only {Wording.Count(reading.Families, "first draw", "first draws")}; its intervals are rough. More parameter sets, or a larger share kept, would help.";
            }
        }
    }

    private static TidyTable EnsembleTable(CalibrationResults results, ReadingResults reading)
    {
        bool isAdjusted = reading.IsAdjusted;
        Prior[] world = [.. reading.Parameters.Select(parameter => parameter.Prior)];
        return new TidyTable(
            ["member", "is_null", "adjusted", .. world.Select(prior => prior.Name)],
            [.. reading.Members.Select((member, index) =>
            {
                Dictionary<string, string> values = CaseModel.Values(world, results.Settings.Rival, member.Scores, member.IsNull);
                return (IReadOnlyList<string>)[TidyTable.Cell(index), member.IsNull ? "1" : "0", isAdjusted ? "1" : "0", .. world.Select((prior, place) => values.GetValueOrDefault(prior.Name, prior.At(member.Scores[place]).Text))];
            })]);
    }

    private static TidyTable ParameterTable(CalibrationResults results) => new(
        ["reading", "parameter", "label", "prior", "prior_90", "p05", "p50", "p95", "contraction", "low_95", "high_95", "informed"],
        [.. results.Readings.SelectMany(reading => reading.Parameters.Select(parameter => (IReadOnlyList<string>)
        [
            reading.Name, parameter.Prior.Name, parameter.Prior.Label, parameter.Prior.Range, parameter.Prior.Middle, parameter.Cell(0.05), parameter.Cell(0.5), parameter.Cell(0.95),
            .. TidyTable.Cells(parameter.Contraction), parameter.IsInformed ? "yes" : "no",
        ]))]);
}
