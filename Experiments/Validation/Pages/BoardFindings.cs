using Experiments.Analysis;
using Experiments.Analysis.Findings;

namespace Experiments.Validation.Pages;

/// <summary>What the board comes to.</summary>
internal static class BoardFindings
{
    /// <summary>The findings, the most important first.</summary>
    internal static IReadOnlyList<Finding> Of(IReadOnlyList<JudgedRow> rows)
    {
        Finding?[] findings = [OutOfSample(rows), Failing(rows), Calibrated(rows), Patterns(rows), Sensitive(rows), NotTestable(rows)];
        return [.. findings.OfType<Finding>()];
    }

    private static Finding? OutOfSample(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] tested = [.. rows.Where(row => row.Row.Standing == Standing.OutOfSample && row.Verdict != Verdict.NotTestable)];
        if (tested.Length == 0)
        {
            return null;
        }

        JudgedRow[] inside = Those(tested, Verdict.Inside);
        JudgedRow[] outside = Those(tested, Verdict.Outside);
        JudgedRow[] open = Those(tested, Verdict.CannotBeTold);
        string use = outside.Length == 0
            ? "This is agreement in time structure and sign, in other channels; levels are not tested."
            : "So the model is a tool for comparing policies and for seeing which assumption carries an answer. It is not a forecast: a figure that rests on what the failing rows test should not be quoted as one.";
        return new Finding(
            "out-of-sample",
            $"{Wording.Number(inside.Length)} of {Wording.Count(tested.Length, "row", "rows")} that the model was never tuned to {(inside.Length == 1 ? "agrees" : "agree")}",
            $"{Sentence(inside, "Agrees", "Agree")}{Sentence(outside, "Fails", "Fail")}{Sentence(open, "Cannot be told", "Cannot be told")}{use}");
    }

    private static Finding? Failing(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] outside = Those(rows, Verdict.Outside);
        return outside.Length == 0
            ? null
            : new Finding(
                "failing",
                $"{Wording.Count(outside.Length, "row fails", "rows fail")}, and {(outside.Length == 1 ? "is" : "are")} left failing",
                string.Join(" ", outside.Select(row => $"{row.Row.Id}: {Lower(row.Row.Claim)} – {Worst(row)}.")) + " Nothing was changed to mend them; below, each row says why the model may miss it and what would have to change.");
    }

    private static Finding? Calibrated(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] calibrated = [.. rows.Where(row => row.Row.Standing == Standing.Calibrated)];
        return calibrated.Length == 0
            ? null
            : new Finding(
                "calibrated",
                "What the model was set to is no evidence",
                $"{Wording.List([.. calibrated.Select(row => row.Row.Id)])} were in view when the parameters were chosen; {Wording.Number(Those(calibrated, Verdict.Inside).Length)} of {Wording.Number(calibrated.Length)} fit. That they fit says that the pieces can be put together, not that they are right.");
    }

    private static Finding? Patterns(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] patterns = [.. rows.Where(row => row.Row.Standing == Standing.Pattern && row.Verdict != Verdict.NotTestable)];
        return patterns.Length == 0
            ? null
            : new Finding(
                "patterns",
                $"{Wording.Number(Those(patterns, Verdict.Inside).Length)} of {Wording.Count(patterns.Length, "known pattern", "known patterns")} {(Those(patterns, Verdict.Inside).Length == 1 ? "comes" : "come")} out",
                $"{Sentence(Those(patterns, Verdict.Inside), "Comes out", "Come out")}{Sentence(Those(patterns, Verdict.Outside), "Does not", "Do not")}{Sentence(Those(patterns, Verdict.CannotBeTold), "Cannot be told", "Cannot be told")}The parts of the model were chosen by people who knew these patterns, so they are weaker evidence than rows that were kept out.");
    }

    private static Finding? Sensitive(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] sensitive = [.. rows.Where(row => row.Contradicting.Any())];
        return sensitive.Length == 0
            ? null
            : new Finding(
                "mapping",
                $"{Wording.Count(sensitive.Length, "verdict hangs", "verdicts hang")} on how the published setting is mapped",
                string.Join(" ", sensitive.Select(row => $"{row.Row.Id} is {BoardWords.Of(row.Verdict)}; with {Wording.List([.. row.Contradicting.Select(other => $"{Wording.Quote(other.Key)} ({string.Join("; ", other.Select(BoardWords.Short))})")])} it would be {BoardWords.Of(JudgedRow.Of(row.Contradicting.First()))}.")) + " The mapping that counts was written down before the results were seen and stays; the others are shown beside it, and those marked as added after the first look prove nothing by agreeing.");
    }

    private static Finding? NotTestable(IReadOnlyList<JudgedRow> rows)
    {
        JudgedRow[] not = Those(rows, Verdict.NotTestable);
        return not.Length == 0
            ? null
            : new Finding(
                "not-testable",
                $"{Wording.List([.. not.Select(row => row.Row.Id)])} cannot be tested",
                string.Join(" ", not.Select(row => $"{row.Row.Id}, {Lower(row.Row.Claim)}: {Lower(row.Row.NotTestable!)}")));
    }

    private static string Worst(JudgedRow row) => string.Join("; ", row.Counted.Where(figure => figure.Verdict == Verdict.Outside)
        .Select(figure => $"{figure.Label} {BoardWords.Short(figure)} against {BoardWords.Band(figure)}"));

    private static string Sentence(JudgedRow[] rows, string one, string many) => rows.Length == 0
        ? ""
        : $"{(rows.Length == 1 ? one : many)}: {Wording.List([.. rows.Select(row => $"{row.Row.Id} ({Lower(row.Row.Claim)})")])}. ";

    private static JudgedRow[] Those(IEnumerable<JudgedRow> rows, Verdict verdict) => [.. rows.Where(row => row.Verdict == verdict)];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
