using Experiments.Analysis;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>The case against its evidence.</summary>
internal static class EvidenceTable
{
    internal static string Write(StoredResults results)
    {
        if (results.Case is not { } policy)
        {
            string text = results.Facts.Case is { } name
                ? $"The case, {Wording.Quote(name)}, has no completed run, so nothing is held against its evidence."
                : "This experiment names no policy as the case, so nothing is held against the evidence of the case.";
            return PageTemplate.Load("notice.html").Fill(("text", text));
        }

        IReadOnlyList<EvidenceLine> lines = EvidenceCheck.Of(policy, results.AsWritten.Silent, results.Facts.AudienceSize);
        IReadOnlyList<EvidenceLine> counted = EvidenceCheck.Counted(lines);
        return PageTemplate.Load("evidence.html").Fill(
            ("heading", Heading(counted)),
            ("reading", $"What CMO Joe’s messages are known to have led to, beside {Wording.Quote(policy.Name)} in the model. The bands say which outcomes of a single run count as agreement."),
            ("rows", string.Concat(lines.Select(Row))),
            ("note", $"n = {Wording.Count(policy.Runs.Count, "run", "runs")} · {MeanInterval.Method} · runs inside: {WilsonInterval.Method} · “no dip” means a change of at least minus one standard deviation of the organic noise, which is that of the silent twin’s first seven days over replicates · agreement does not prove the model: five figures cannot identify forty parameters."));
    }

    /// <summary>The same for other programs; without rows where there is no case.</summary>
    internal static TidyTable Of(StoredResults results) => new(
        ["pattern", "what_was_seen", "published", "unit", "accepted_low", "accepted_high", "mean", "low_95", "high_95", "share_of_runs_inside"],
        [.. (results.Case is { } policy ? EvidenceCheck.Of(policy, results.AsWritten.Silent, results.Facts.AudienceSize) : []).Select(line => (IReadOnlyList<string>)
        [
            line.Pattern.Id, line.Pattern.Name, line.Pattern.Figure, line.Pattern.Unit, TidyTable.Cell(line.Pattern.Low), TidyTable.Cell(line.Pattern.High),
            .. TidyTable.Cells(line.Mean), TidyTable.Cell(line.ShareInside?.Mean),
        ])]);

    /// <summary>How much of the case the model reproduces, in a sentence without a full stop.</summary>
    internal static string Heading(IReadOnlyList<EvidenceLine> counted)
    {
        int inside = counted.Count(line => line.IsInside == true);
        return counted.Count == 0
            ? "Nothing of the case’s evidence can be checked here"
            : inside == counted.Count
                ? $"The model reproduces all {inside} patterns of the case on average"
                : $"The model reproduces {inside} of {counted.Count} patterns of the case on average";
    }

    private static string Row(EvidenceLine line)
    {
        EvidencePattern pattern = line.Pattern;
        bool percent = pattern.Unit == "share";
        string interval = line.Mean.HasBounds ? $" ({Wording.Bounds(line.Mean, percent)})" : "";
        return PageTemplate.Load("evidence-row.html").Fill(
            ("class", pattern.IsOtherReading ? "other" : line.IsInside == true ? "inside" : "outside"),
            ("id", pattern.Id),
            ("what", pattern.Name),
            ("published", pattern.Figure),
            ("band", Band(pattern, percent)),
            ("mean", Wording.Mean(line.Mean, percent) + interval),
            ("inside", line.ShareInside is { } share ? Share(share) : "–"),
            ("verdict", line.IsInside switch { true => "inside", false => "outside", null => "no band" }));
    }

    private static string Share(Interval share) => share.Count > 1
        ? $"{Wording.Percent(share.Mean)} ({Wording.Percent(share.Low!.Value)} to {Wording.Percent(share.High!.Value)})"
        : share.Mean > 0 ? "1 of 1" : "0 of 1";

    /// <summary>The band in which a run agrees with a pattern, in words.</summary>
    internal static string Band(EvidencePattern pattern, bool percent)
    {
        string Written(double value) => percent ? Wording.Percent(value) : Wording.Number(value);
        return (pattern.Low, pattern.High) switch
        {
            ({ } low, { } high) => $"{Written(low)} to {Written(high)}",
            ({ } low, null) => $"{Written(low)} or more",
            (null, { } high) => $"{Written(high)} or less",
            _ => "needs two replicates",
        };
    }
}
