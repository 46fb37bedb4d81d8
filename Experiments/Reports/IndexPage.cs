using System.Globalization;
using Experiments.Analysis;

namespace Experiments.Reports;

/// <summary>Puts the page of all results together. The same folders give the same page: no clock is read.</summary>
internal static class IndexPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="root">Name of the folder.</param>
    /// <param name="entries">The result folders in it.</param>
    internal static string Write(string root, IReadOnlyList<ResultEntry> entries)
    {
        // The newest experiment first, and of one experiment the newest run.
        List<List<ResultEntry>> groups = [.. entries
            .Where(entry => entry.State == ResultState.Finished)
            .OrderByDescending(entry => entry.Manifest!.Finished)
            .ThenBy(entry => entry.Folder, StringComparer.Ordinal)
            .GroupBy(entry => entry.Name)
            .Select(group => group.ToList())];
        List<ResultEntry> rest = [.. entries.Where(entry => entry.State != ResultState.Finished)];
        return PageTemplate.Load("index.html").Fill(
            ("root", root.Length > 0 ? root : "results"),
            ("heading", Heading(groups.Count)),
            ("facts", Facts(entries, groups)),
            ("notices", entries.Count == 0 ? Empty() : ""),
            ("cards", string.Concat(groups.Select(IndexCard.Write))),
            ("rest", rest.Count == 0 ? "" : PageTemplate.Load("index-rest.html").Fill(("items", string.Concat(rest.Select(IndexCard.Unfinished))))),
            ("css", PageTemplate.Read("report.css") + PageTemplate.Read("index.css")),
            ("js", PageTemplate.Read("index.js")));
    }

    /// <summary>A time as every reader understands it, wherever the run was.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Heading(int experiments) => experiments switch
    {
        0 => "No finished experiment yet",
        1 => "One experiment, and what it found",
        _ => $"{Wording.Number(experiments)} experiments, and what they found",
    };

    private static string Facts(IReadOnlyList<ResultEntry> entries, List<List<ResultEntry>> groups)
    {
        int Of(ResultState state) => entries.Count(entry => entry.State == state);
        var facts = new List<string> { Wording.Count(entries.Count, "result folder", "result folders") };
        void Add(int number, string what)
        {
            if (number > 0)
            {
                facts.Add($"{Wording.Number(number)} {what}");
            }
        }

        Add(Of(ResultState.Unfinished), "not finished");
        Add(Of(ResultState.Damaged), "damaged");
        Add(entries.Count(entry => entry.State == ResultState.Finished && entry.Remarks.Count > 0), "with a remark");
        if (groups.Count > 0)
        {
            facts.Add($"newest of {Time(groups[0][0].Manifest!.Finished)}");
        }

        return string.Join(" · ", facts);
    }

    private static string Empty() => PageTemplate.Load("notice.html").Fill(
        ("text", "This folder holds no results yet. Run an experiment: run without a file runs the case of CMO Joe, list names the others that are shipped. Then give the command index again."));
}
