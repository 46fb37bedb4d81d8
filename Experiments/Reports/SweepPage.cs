using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Charts;
using Experiments.Charts.Sweeps;
using Experiments.Charts.Sweeps.Inquiries;
using Experiments.Charts.Sweeps.Sensitivity;

namespace Experiments.Reports;

/// <summary>Puts the report of a sweep together: one page that needs nothing but itself.</summary>
internal static class SweepPage
{
    // The order of the argument: where the best is, what moves it, when it changes, what it costs, how far a run may stray.
    private static readonly (string Id, string Heading, string[] Charts)[] Sections =
    [
        ("inquiry", "What was asked", [.. InquiryCharts.Ids]),
        ("best", "What the levels come to", [CurveChart.Id, MapChart.Id, LevelsChart.Id]),
        ("what-matters", "What matters", [TornadoChart.Id, FactorPanelsChart.Id, PawnChart.Id, ParallelChart.Id]),
        ("over-time", "When", [HorizonMapChart.Id, FanChart.Id]),
        ("cost", "At what price", [FrontChart.Id]),
        ("tails", "How bad it can get", [TailChart.Id]),
    ];

    internal static string Write(SweepResults results, Answer answer, IReadOnlyList<ChartEntry> entries)
    {
        List<Chart> charts = [.. entries.OfType<Chart>()];
        return PageTemplate.Load("sweep.html").Fill(
            ("name", results.Facts.Name),
            ("heading", PageParts.Heading(results.Facts)),
            ("facts", Facts(results)),
            ("notices", string.Concat(Notices(results).Select(text => PageTemplate.Load("notice.html").Fill(("text", text))))),
            ("findings", answer.Findings.Count > 0
                ? PageParts.Findings(answer)
                : PageTemplate.Load("notice.html").Fill(("text", "There are too few results to answer the question: no policy that sends messages has completed a run."))),
            ("note", SweepNote.Of(results, answer)),
            ("what-if", WhatIfSection.Write(results)),
            ("what-if-js", WhatIfSection.Script(results)),
            ("sections", string.Concat(Sections.Select(section => Section(section.Id, section.Heading, charts.Where(chart => section.Charts.Any(id => chart.Id == id || chart.Id.StartsWith(id + "-", StringComparison.Ordinal)))))) + PageParts.Segments(results.Segments, charts)),
            ("limits", PageParts.Limits(results.Facts)),
            ("cells", PageTemplate.Load("cells.html").Fill(("reading", Reading(results)), ("table", CellTable.Write(results)))),
            ("omitted", PageParts.Omitted([.. entries.OfType<OmittedChart>()])),
            ("footer", $"Experiment {results.Facts.Name}, {results.Facts.Hash}. Seed {results.Facts.Seed}. The same file and seed give the same figures, bit for bit. Figures of all charts and their data are in the folder charts beside this page, all combinations in tables/cells.csv, the runs in results.sqlite."),
            ("css", PageTemplate.Read("report.css")),
            ("js", PageTemplate.Read("report.js")),
            ("plotly", PageTemplate.Read("plotly.js")),
            ("dark", JsonSerializer.Serialize(Palette.Dark)),
            ("figures", string.Concat(charts.Select(PageParts.Figures))));
    }

    private static string Section(string id, string heading, IEnumerable<Chart> charts)
    {
        string content = string.Concat(charts.Select(PageParts.Chart));
        return content.Length == 0 ? "" : PageTemplate.Load("section.html").Fill(("id", id), ("heading", heading), ("content", content));
    }

    private static string Facts(SweepResults results) => string.Join(
        " · ",
        Wording.Count(results.Points.Count, "point", "points"),
        Wording.Count(results.Policies.Count, "policy", "policies") + " beside silence",
        results.FewestReplicates == results.MostReplicates
            ? Wording.Count(results.MostReplicates, "replicate", "replicates")
            : $"{Wording.Number(results.FewestReplicates)} to {Wording.Number(results.MostReplicates)} replicates",
        Wording.Count(results.Facts.Horizon, "day", "days"),
        $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
        $"seed {results.Facts.Seed}",
        $"experiment {results.Facts.ShortHash}");

    private static IEnumerable<string> Notices(SweepResults results)
    {
        if (results.Failures.Count > 0)
        {
            yield return PageParts.Failures(results.Failures);
        }

        if (results.Precision?.Shortfall(results.NameOf) is { } shortfall)
        {
            yield return shortfall;
        }

        if (results.MostReplicates == 1)
        {
            yield return "This is a single replicate of each combination. It shows one possible future; no interval can be given, and no difference should be believed.";
        }
    }

    private static string Reading(SweepResults results)
    {
        string order = results.IsRanked ? $", the best by {results.Main.Label} first" : "";
        string shown = results.Cells.Count > CellTable.Shown
            ? $"The first {CellTable.Shown} of {Wording.Number(results.Cells.Count)} combinations{order}; all are in tables/cells.csv."
            : $"All {Wording.Number(results.Cells.Count)} combinations{order}.";
        return $"{shown} Means over replicates, below them the 95% interval of the mean.";
    }
}
