using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps.Sensitivity;
using Experiments.Charts;
using Experiments.Charts.Sweeps.Sensitivity;
using Experiments.Designs;

namespace Experiments.Reports;

/// <summary>Puts the report of a design for sensitivity together: one page that needs nothing but itself.</summary>
internal static class SensitivityPage
{
    private static readonly (string Id, string Heading, string Chart)[] Sections =
    [
        ("drivers-section", "What drives it", SobolChart.Id),
        ("screening-section", "What moves it", MorrisChart.Id),
        ("interactions-section", "What factors do together", InteractionChart.Id),
        ("distributions-section", "Beyond the variance", PawnChart.Id),
    ];

    internal static string Write(SensitivityResults results, Answer answer, IReadOnlyList<ChartEntry> entries)
    {
        List<Chart> charts = [.. entries.OfType<Chart>()];
        ExperimentFacts facts = results.Facts;
        return PageTemplate.Load("sensitivity.html").Fill(
            ("name", facts.Name),
            ("heading", PageParts.Heading(facts)),
            ("facts", Facts(results)),
            ("notices", results.Failures.Count == 0 ? "" : PageTemplate.Load("notice.html").Fill(("text", PageParts.Failures(results.Failures)))),
            ("findings", PageParts.Findings(answer)),
            ("note", Note(results)),
            ("sections", string.Concat(Sections.Select(section => Section(section, charts)))),
            ("limits", PageParts.Limits(facts)),
            ("omitted", PageParts.Omitted([.. entries.OfType<OmittedChart>()])),
            ("footer", $"Experiment {facts.Name}, {facts.Hash}. Seed {facts.Seed}. The same file and seed give the same figures, bit for bit. Figures of all charts and their data are in the folder charts beside this page, all indices in tables/indices.csv, the runs in results.sqlite."),
            ("css", PageTemplate.Read("report.css")),
            ("js", PageTemplate.Read("report.js")),
            ("plotly", PageTemplate.Read("plotly.js")),
            ("dark", JsonSerializer.Serialize(Palette.Dark)),
            ("figures", string.Concat(charts.Select(PageParts.Figures))));
    }

    private static string Section((string Id, string Heading, string Chart) section, List<Chart> charts)
    {
        string content = string.Concat(charts.Where(chart => chart.Id.StartsWith(section.Chart + "-", StringComparison.Ordinal)).Select(PageParts.Chart));
        return content.Length == 0 ? "" : PageTemplate.Load("section.html").Fill(("id", section.Id), ("heading", section.Heading), ("content", content));
    }

    private static string Facts(SensitivityResults results)
    {
        Design design = results.Facts.Sweep!.Design;
        return string.Join(
            " · ",
            Wording.Count(results.Factors.Count, "factor", "factors"),
            design.Kind == Design.Morris ? Wording.Count(design.Trajectories, "trajectory", "trajectories") : Wording.Count(design.Points, "base point", "base points"),
            Wording.Count(results.Rows, "row", "rows"),
            Wording.Count(results.Replicates, "replicate", "replicates"),
            Wording.Count(results.Facts.Horizon, "day", "days"),
            $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
            $"seed {results.Facts.Seed}",
            $"experiment {results.Facts.ShortHash}");
    }

    private static string Note(SensitivityResults results) => results.Kind == Design.Morris
        ? "Elementary effects on radial trajectories (Campolongo, Saltelli and Cariboni 2011): a screening, which tells what can be left aside rather than how much each factor accounts for. Every value in a range counts the same and goes with every other. All rows meet the same people with the same luck."
        : "Sobol’ indices (Saltelli and others 2010; totals after Jansen 1999; pairs after Saltelli 2002): shares of the variance of the outcome over all worlds, in which every value of a range counts the same and goes with every other. They depend on the ranges as much as on the model. Totals of all factors may add up to more than 100%, since what several do together counts for each of them. Estimates may come out slightly below 0%. All rows meet the same people with the same luck; with two replicates or more, what luck adds to the variance is taken out of numerators and denominator alike. Intervals are 95% intervals of each index by itself; they show how far other worlds from the same ranges would have led elsewhere, not whether the ranges are right.";
}
