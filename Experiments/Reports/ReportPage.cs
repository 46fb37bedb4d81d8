using System.Text.Json;
using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>Puts a report together: one page that needs nothing but itself.</summary>
internal static class ReportPage
{
    internal static string Write(StoredResults results, Answer answer, IReadOnlyList<ChartEntry> entries)
    {
        List<Chart> charts = [.. entries.OfType<Chart>()];
        string Section(params string[] ids) => string.Concat(charts.Where(chart => ids.Contains(chart.Id)).Select(PageParts.Chart));
        return PageTemplate.Load("report.html").Fill(
            ("name", results.Facts.Name),
            ("heading", PageParts.Heading(results.Facts)),
            ("facts", Facts(results)),
            ("notices", string.Concat(Notices(results).Select(text => PageTemplate.Load("notice.html").Fill(("text", text))))),
            ("tiles-heading", results.Subject is { } subject ? $"{Wording.Quote(subject.Name)} against sending nothing" : ""),
            ("tiles", KeyFigures.Write(results)),
            ("findings", Findings(answer)),
            ("ratio-method", RatioInterval.Method),
            ("matching", results.Matching is { } gain ? $"{gain.Sentence("differences of net value from sending nothing")} (the middle one of all policies). " : ""),
            ("segments", PageParts.Segments(results.Segments, charts)),
            ("evidence", EvidenceTable.Write(results)),
            ("context", Section(ContextChart.Id) is { Length: > 0 } context
                ? PageTemplate.Load("section.html").Fill(("id", "context"), ("heading", "What it is worth to know one's followers"), ("content", context))
                : ""),
            ("over-time", Section(NetValueChart.Id, LeadChart.Id, SalesAndTrustChart.Id)),
            ("cost", Section(ExchangeChart.Id, IcebergChart.Id, WhereaboutsChart.Id)),
            ("reactions", Section(FunnelChart.Id, PollChart.Id)),
            ("what-ifs", Section([.. results.WhatIfs.Select(WhatIfChart.IdOf)])),
            ("limits", PageParts.Limits(results.Facts)),
            ("outcomes", OutcomeTable.Write(results)),
            ("omitted", PageParts.Omitted([.. entries.OfType<OmittedChart>()])),
            ("footer", $"Experiment {results.Facts.Name}, {results.Facts.Hash}. Seed {results.Facts.Seed}. The same file and seed give the same figures, bit for bit. Figures of all charts are in the folder charts beside this page, the runs in results.sqlite."),
            ("css", PageTemplate.Read("report.css")),
            ("js", PageTemplate.Read("report.js")),
            ("plotly", PageTemplate.Read("plotly.js")),
            ("dark", JsonSerializer.Serialize(Palette.Dark)),
            ("figures", string.Concat(charts.Select(PageParts.Figures))));
    }

    private static string Facts(StoredResults results) => string.Join(
        " · ",
        Wording.Count(results.AsWritten.Policies.Count, "policy", "policies"),
        Wording.Count(results.ReplicatesRun, "replicate", "replicates"),
        Wording.Count(results.Facts.Horizon, "day", "days"),
        $"{Wording.Number(results.Facts.AudienceSize)} followers at the start",
        $"seed {results.Facts.Seed}",
        $"experiment {results.Facts.ShortHash}");

    private static IEnumerable<string> Notices(StoredResults results)
    {
        if (results.Failures.Count > 0)
        {
            yield return PageParts.Failures(results.Failures);
        }

        int fewest = results.AsWritten.Policies.Select(policy => policy.Runs.Count).DefaultIfEmpty().Min();
        if (fewest < results.Facts.Replicates)
        {
            yield return $"{Wording.Number(results.Facts.Replicates)} replicates were asked for; some policies have only {Wording.Number(fewest)}.";
        }

        if (results.Precision?.Shortfall(results.NameOf) is { } shortfall)
        {
            yield return shortfall;
        }

        if (results.ReplicatesRun == 1)
        {
            yield return "This is a single replicate. It shows one possible future; no interval can be given, and no difference should be believed.";
        }
    }

    private static string Findings(Answer answer)
    {
        return answer.Findings.Count == 0
            ? PageTemplate.Load("notice.html").Fill(("text", "There are too few results to answer the question: no policy that sends messages has completed a run beside its silent twin."))
            : PageParts.Findings(answer);
    }
}
