using System.Diagnostics.CodeAnalysis;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts.Sweeps.Sensitivity;
using Experiments.Designs;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>What the report of a design for sensitivity says.</summary>
internal sealed class SensitivityReport : MethodReport
{
    [SetsRequiredMembers]
    private SensitivityReport(string folder, SensitivityResults results, Answer answer)
        : base(folder, results.Facts, answer, () => SensitivityChartSet.Draw(new SensitivityContext(results, answer)))
    {
        Results = results;
        Size = Sized(results);
        Note = Noted(results);
        Sections =
        [
            new("drivers-section", "What drives it", [SobolChart.Id]),
            new("screening-section", "What moves it", [MorrisChart.Id]),
            new("interactions-section", "What factors do together", [InteractionChart.Id]),
            new("distributions-section", "Beyond the variance", [PawnChart.Id]),
        ];
        Notices = results.Failures.Count == 0 ? [] : [PageParts.Failures(results.Failures)];
        Tables = [("indices", IndexTable.Of(results))];
        Summary = console => console.WriteLine($"{Wording.Count(results.Rows, "row", "rows")} of a {results.Kind} design over {Wording.Count(results.Factors.Count, "factor", "factors")}, {Wording.Count(results.Replicates, "replicate", "replicates")} each.");
    }

    /// <summary>The results it rests on.</summary>
    internal SensitivityResults Results { get; }

    /// <summary>Reads the folder's store and works out the answer, without writing anything.</summary>
    internal static SensitivityReport Compose(string folder, ExperimentFacts facts)
    {
        SensitivityResults results = SensitivityReader.Read(Path.Combine(folder, ReportWriter.StoreName), facts);
        return new SensitivityReport(folder, results, SensitivityAnswer.Of(results));
    }

    // The texts are lists of shares: what they come to is in the title.
    /// <inheritdoc/>
    private protected override string Said(Finding finding) => $"{finding.Title}. {finding.Text}";

    private static IReadOnlyList<string> Sized(SensitivityResults results)
    {
        Design design = results.Facts.Sweep!.Design;
        return
        [
            Wording.Count(results.Factors.Count, "factor", "factors"),
            design.Kind == Design.Morris ? Wording.Count(design.Trajectories, "trajectory", "trajectories") : Wording.Count(design.Points, "base point", "base points"),
            Wording.Count(results.Rows, "row", "rows"),
            Wording.Count(results.Replicates, "replicate", "replicates"),
            Wording.Count(results.Facts.Horizon, "day", "days"),
            $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
        ];
    }

    private static string Noted(SensitivityResults results) => results.Kind == Design.Morris
        ? "Elementary effects on radial trajectories (Campolongo, Saltelli and Cariboni 2011): a screening, which tells what can be left aside rather than how much each factor accounts for. Every value in a range counts the same and goes with every other. All rows meet the same people with the same luck."
        : "Sobol’ indices (Saltelli and others 2010; totals after Jansen 1999; pairs after Saltelli 2002): shares of the variance of the outcome over all worlds, in which every value of a range counts the same and goes with every other. They depend on the ranges as much as on the model. Totals of all factors may add up to more than 100%, since what several do together counts for each of them. Estimates may come out slightly below 0%. All rows meet the same people with the same luck; with two replicates or more, what luck adds to the variance is taken out of numerators and denominator alike. Intervals are 95% intervals of each index by itself; they show how far other worlds from the same ranges would have led elsewhere, not whether the ranges are right.";
}
