using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Charts.Sweeps;

namespace Experiments.Reports;

/// <summary>What the pages of all reports have in common.</summary>
internal static class PageParts
{
    /// <summary>The question, or else the name.</summary>
    internal static string Heading(ExperimentFacts facts) =>
        facts.Question.Length > 0 ? facts.Question.Replace(" - ", " – ", StringComparison.Ordinal) : facts.Name;

    /// <summary>The findings.</summary>
    internal static string Findings(Answer answer)
    {
        PageTemplate finding = PageTemplate.Load("finding.html");
        return string.Concat(answer.Findings.Select(found => finding.Fill(("title", found.Title), ("text", found.Text))));
    }

    /// <summary>How many runs failed, and why.</summary>
    internal static string Failures(IReadOnlyList<(string Message, int Runs)> failures)
    {
        int runs = failures.Sum(failure => failure.Runs);
        return $"{Wording.Count(runs, "run", "runs")} failed and {(runs == 1 ? "is" : "are")} missing from every figure below: "
            + string.Join("; ", failures.Take(3).Select(failure => $"{failure.Message} ({failure.Runs}×)")) + (failures.Count > 3 ? "; and others." : ".");
    }

    /// <summary>The section on segments; empty without any.</summary>
    internal static string Segments(IReadOnlyList<SegmentResults> segments, IEnumerable<Chart> charts) => segments.Count == 0
        ? ""
        : PageTemplate.Load("section.html").Fill(
            ("id", "segments-section"),
            ("heading", "By segment"),
            ("content", string.Concat(charts.Where(chart => chart.Id is SegmentChart.Id or SegmentEffectChart.Id).Select(Chart)) + SegmentTable.Write(segments)));

    /// <summary>A chart with its words.</summary>
    internal static string Chart(Chart chart) => PageTemplate.Load("chart.html").Fill(
        ("id", chart.Id), ("title", chart.Title), ("reading", chart.Reading), ("alt", $"{chart.Title}. {chart.AltText}"), ("caption", chart.Caption));

    /// <summary>The data of a chart, for both widths.</summary>
    internal static string Figures(Chart chart) => PageTemplate.Load("figures.html").Fill(
        ("id", chart.Id), ("wide", Inline(chart.Wide)), ("narrow", Inline(chart.Narrow)));

    // A "<" inside a script element could end it.
    private static string Inline(Figure figure) => FigureJson.Write(figure).Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>The charts that are not there, with the reasons.</summary>
    internal static string Omitted(IReadOnlyList<OmittedChart> omitted)
    {
        PageTemplate item = PageTemplate.Load("omitted-item.html");
        return omitted.Count == 0
            ? ""
            : PageTemplate.Load("omitted.html").Fill(("items", string.Concat(omitted.Select(chart => item.Fill(("name", chart.Name), ("reason", chart.Reason))))));
    }

    /// <summary>What the experiment in particular cannot tell, and what no experiment with this model can.</summary>
    internal static string Limits(ExperimentFacts facts)
    {
        PageTemplate item = PageTemplate.Load("own-limit.html");
        string own = facts.Limits.Count == 0
            ? ""
            : PageTemplate.Load("own-limits.html").Fill(("items", string.Concat(facts.Limits.Select(limit => item.Fill(("text", limit))))));
        return own + PageTemplate.Load("limits.html").Fill(("range", RangeRun.Of([facts])));
    }
}
