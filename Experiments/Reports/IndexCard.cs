using System.Globalization;
using System.Net;
using Experiments.Analysis;
using Experiments.Analysis.Findings;

namespace Experiments.Reports;

/// <summary>Experiments on the page of all results.</summary>
internal static class IndexCard
{
    /// <summary>Findings whose titles are shown beside the first; the rest is folded away.</summary>
    private const int MostFindings = 3;

    /// <summary>Names of policies that are listed before the rest is counted.</summary>
    private const int MostPolicies = 4;

    /// <summary>Differences of an older run that are listed before the rest is counted.</summary>
    private const int MostDifferences = 6;

    /// <summary>An experiment: its newest run, and the older ones folded away.</summary>
    /// <param name="runs">The finished runs, the newest first.</param>
    internal static string Write(IReadOnlyList<ResultEntry> runs)
    {
        ResultEntry newest = runs[0];
        return PageTemplate.Load("index-card.html").Fill(
            ("name", newest.Name),
            ("finished", Machine(newest.Manifest!.Finished)),
            ("heading", Linked(newest, Heading(newest))),
            ("answer", Answer(newest)),
            ("remarks", Remarks(newest)),
            ("facts", string.Concat(Facts(newest).Select(fact => PageTemplate.Load("index-fact.html").Fill(("label", fact.Label), ("value", fact.Value))))),
            ("links", Links(newest)),
            ("older", Older(runs)));
    }

    /// <summary>A folder without a usable manifest.</summary>
    internal static string Unfinished(ResultEntry entry) => PageTemplate.Load("index-unfinished.html").Fill(
        ("name", entry.Name),
        ("heading", entry.Question.Length > 0 ? Heading(entry) : entry.Folder),
        ("remarks", Remarks(entry)),
        ("links", Links(entry)));

    private static string Heading(ResultEntry entry) =>
        entry.Question.Length > 0 ? entry.Question.Replace(" - ", " – ", StringComparison.Ordinal) : entry.Name;

    private static string Answer(ResultEntry entry)
    {
        if (entry.Answer is not { } answer)
        {
            return "";
        }

        if (answer.Findings.Count == 0)
        {
            return PageTemplate.Load("index-answer.html").Fill(
                ("title", "There were too few results to answer the question"), ("text", "The report says what is missing."), ("others", ""));
        }

        Finding first = answer.Findings[0];
        List<Finding> others = [.. answer.Findings.Skip(1)];
        int open = others.Count > MostFindings + 1 ? MostFindings : others.Count;
        string folded = others.Count > open
            ? PageTemplate.Load("index-more.html").Fill(("summary", $"{Wording.Number(others.Count - open)} more findings"), ("items", Titles(others.Skip(open))))
            : "";
        return PageTemplate.Load("index-answer.html").Fill(("title", first.Title), ("text", first.Text), ("others", Titles(others.Take(open)) + folded));
    }

    private static string Titles(IEnumerable<Finding> findings)
    {
        string items = string.Concat(findings.Select(finding => $"<li>{WebUtility.HtmlEncode(finding.Title)}</li>"));
        return items.Length > 0 ? $"<ul class=\"others\">{items}</ul>" : "";
    }

    private static IEnumerable<(string Label, string Value)> Facts(ResultEntry entry)
    {
        ManifestOutline manifest = entry.Manifest!;
        IReadOnlyList<string> policies = entry.Outline?.Policies ?? [];
        IReadOnlyList<string> varied = entry.Outline?.Varied ?? [];
        if (policies.Count > 0)
        {
            yield return ("Policies", Some(policies, MostPolicies, ", "));
        }

        if (varied.Count > 0)
        {
            yield return ("Varied", string.Join(", ", varied));
        }

        yield return ("Points", Wording.Number(manifest.Points));
        yield return ("Replicates", Replicates(manifest));
        yield return ("Runs", $"{Wording.Number(manifest.Runs)}, {(manifest.Failures == 0 ? "none" : Wording.Number(manifest.Failures))} failed");
        yield return ("Finished", IndexPage.Time(manifest.Finished));
        yield return ("Program", $"version {manifest.ToolVersion}");
        yield return ("Hash", Short(manifest.Hash));
    }

    private static string Replicates(ManifestOutline manifest) => manifest.LeastReplicates is { } least && least < manifest.Replicates
        ? $"{Wording.Number(least)} to {Wording.Number(manifest.Replicates)}"
        : Wording.Number(manifest.Replicates);

    private static string Older(IReadOnlyList<ResultEntry> runs)
    {
        if (runs.Count == 1)
        {
            return "";
        }

        PageTemplate item = PageTemplate.Load("index-older-run.html");
        return PageTemplate.Load("index-older.html").Fill(
            ("summary", Wording.Count(runs.Count - 1, "older run", "older runs")),
            ("items", string.Concat(runs.Skip(1).Select(run => item.Fill(
                ("title", Linked(run, IndexPage.Time(run.Manifest!.Finished))),
                ("answer", run.Answer is { Findings.Count: > 0 } answer ? answer.Findings[0].Title + "." : ""),
                ("difference", Difference(run, runs[0])),
                ("facts", string.Join(" · ", Facts(run).Where(fact => fact.Label is "Replicates" or "Runs" or "Program" or "Hash").Select(fact => fact.Label is "Replicates" ? fact.Value + (fact.Value == "1" ? " replicate" : " replicates") : fact.Label is "Runs" ? fact.Value.Replace(",", " runs,", StringComparison.Ordinal) : fact.Value))),
                ("remarks", Remarks(run)),
                ("links", Links(run)))))));
    }

    private static string Difference(ResultEntry run, ResultEntry newest)
    {
        if (run.Outline is null || newest.Outline is null)
        {
            return "In what it differs from the newest run cannot be told: an experiment file is missing or cannot be read.";
        }

        IReadOnlyList<string> differences = run.Outline.DifferencesFrom(newest.Outline);
        return differences.Count == 0 ? "The parameters are those of the newest run." : $"Differs from the newest run by {Some(differences, MostDifferences, "; ")}.";
    }

    private static string Remarks(ResultEntry entry) => string.Concat(entry.Remarks.Select(remark => PageTemplate.Load("index-remark.html").Fill(
        ("text", remark.Text), ("command", remark.Command is { } command ? $" <code>{WebUtility.HtmlEncode(command)}</code>" : ""))));

    private static string Links(ResultEntry entry) => string.Concat(entry.Parts.Select(part => PageTemplate.Load("index-link.html").Fill(
        ("link", Address(entry, part)), ("label", part == ReportWriter.PageName ? "Report" : part.TrimEnd('/')), ("of", entry.Folder))));

    private static string Linked(ResultEntry entry, string text) => entry.Parts.Contains(ReportWriter.PageName)
        ? $"<a href=\"{Address(entry, ReportWriter.PageName)}\">{WebUtility.HtmlEncode(text)}</a>"
        : WebUtility.HtmlEncode(text);

    // Escaped, a colon begins no scheme and a hash sign no fragment; an apostrophe and other marks are escaped too.
    private static string Address(ResultEntry entry, string part) => $"{Uri.EscapeDataString(entry.Folder)}/{part}";

    private static string Some(IReadOnlyList<string> items, int most, string separator) => items.Count <= most + 1
        ? string.Join(separator, items)
        : $"{string.Join(separator, items.Take(most))} and {Wording.Number(items.Count - most)} more";

    private static string Short(string hash) => hash.Length > 8 ? hash[..8] : hash;

    private static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
