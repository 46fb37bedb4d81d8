using System.Text.Json;
using Experiments.Analysis;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>Puts the report of a method together: one page that needs nothing but itself.</summary>
internal static class MethodPage
{
    internal static string Write(MethodReport report)
    {
        ExperimentFacts facts = report.Facts;
        List<Chart> charts = [.. report.Charts.OfType<Chart>()];
        return PageTemplate.Load("method.html").Fill(
            ("name", facts.Name),
            ("heading", PageParts.Heading(facts)),
            ("facts", string.Join(" · ", [.. report.Size, $"seed {facts.Seed}", $"experiment {facts.ShortHash}"])),
            ("notices", string.Concat(report.Notices.Select(text => PageTemplate.Load("notice.html").Fill(("text", text))))),
            ("findings", PageParts.Findings(report.Answer)),
            ("note", report.Note),
            ("sections", string.Concat(report.Sections.Select(section => Section(section, charts)))),
            ("limits", PageParts.Limits(facts)),
            ("omitted", PageParts.Omitted([.. report.Charts.OfType<OmittedChart>()])),
            ("footer", $"Experiment {facts.Name}, {facts.Hash}. Seed {facts.Seed}. The same file and seed give the same figures, bit for bit. Figures of all charts and their data are in the folder charts beside this page, tables in the folder tables, everything else in results.sqlite."),
            ("css", PageTemplate.Read("report.css")),
            ("js", PageTemplate.Read("report.js")),
            ("plotly", PageTemplate.Read("plotly.js")),
            ("dark", JsonSerializer.Serialize(Palette.Dark)),
            ("figures", string.Concat(charts.Select(PageParts.Figures))));
    }

    private static string Section(ReportSection section, List<Chart> charts)
    {
        IEnumerable<Chart> shown = section.Charts.SelectMany(id => charts.Where(chart => chart.Id == id || chart.Id.StartsWith(id + "-", StringComparison.Ordinal)));
        string content = string.Concat(shown.Select(PageParts.Chart)) + section.Content;
        return content.Length == 0 ? "" : PageTemplate.Load("section.html").Fill(("id", section.Id), ("heading", section.Heading), ("content", content));
    }
}
