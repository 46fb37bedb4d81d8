using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Reports;
using Spectre.Console;

namespace Experiments.Validation.Pages;

/// <summary>The board as a table: on the page, on the console and for other programs.</summary>
internal static class BoardTable
{
    /// <summary>Markup for the page.</summary>
    internal static string Write(IReadOnlyList<JudgedRow> rows)
    {
        PageTemplate row = PageTemplate.Load("board-row.html");
        PageTemplate figure = PageTemplate.Load("board-figure.html");
        return PageTemplate.Load("board.html").Fill(("rows", string.Concat(rows.Select(judged => row.Fill(
            ("class", Class(judged.Verdict)),
            ("id", judged.Row.Id),
            ("what", judged.Row.Claim),
            ("published", $"{judged.Row.Published} [{judged.Row.Evidence}]"),
            ("figures", judged.Row.NotTestable is not null ? "–" : string.Concat(judged.Counted.Select(measured => figure.Fill(
                ("label", string.Equals(measured.Label, judged.Row.Claim, StringComparison.OrdinalIgnoreCase) ? "" : $"{measured.Label}:"), ("value", BoardWords.Short(measured)), ("band", BoardWords.Band(measured)), ("inside", Inside(measured)))))),
            ("standing", BoardWords.Of(judged.Row.Standing)),
            ("verdict", BoardWords.Signed(judged.Verdict)))))));
    }

    /// <summary>Markup of everything behind the verdicts, row by row.</summary>
    internal static string WriteRows(IReadOnlyList<JudgedRow> rows)
    {
        PageTemplate row = PageTemplate.Load("board-detail.html");
        PageTemplate figure = PageTemplate.Load("board-detail-figure.html");
        return string.Concat(rows.Select(judged => row.Fill(
            ("id", judged.Row.Id),
            ("claim", judged.Row.Claim),
            ("verdict", BoardWords.Signed(judged.Verdict)),
            ("class", Class(judged.Verdict)),
            ("standing", BoardWords.Of(judged.Row.Standing)),
            ("discussion", judged.Discussion),
            ("figures", string.Concat(judged.Figures.Select(measured => figure.Fill(
                ("label", Capital(measured.Label)),
                ("kind", measured.IsAlternative ? "shown, not counted" : "counted"),
                ("value", BoardWords.Estimate(measured)),
                ("band", BoardWords.Band(measured)),
                ("verdict", BoardWords.Of(measured.Verdict)))))),
            ("mapping", judged.Row.Mapping.Length > 0 ? $"How it is mapped: {judged.Row.Mapping}" : ""),
            ("source", $"Published: {judged.Row.Published}. Source: {judged.Row.Source} [{judged.Row.Evidence}].{Studies(judged.Row)}"))));
    }

    /// <summary>Shows the board on a console.</summary>
    internal static void Show(IAnsiConsole console, IReadOnlyList<JudgedRow> rows)
    {
        Table table = PlainConsole.Table(console, "row", "verdict", "tag", "simulated (95% interval)", "band", "published");
        foreach (TableColumn column in table.Columns.Skip(1))
        {
            column.Alignment = Justify.Left;
        }

        foreach (JudgedRow judged in rows)
        {
            Measured[] counted = [.. judged.Counted];
            table.AddRow([.. new[]
            {
                $"{judged.Row.Id} {judged.Row.Claim}",
                BoardWords.Signed(judged.Verdict),
                BoardWords.Of(judged.Row.Standing),
                judged.Row.NotTestable is not null ? "–" : string.Join("\n", counted.Select(figure => counted.Length > 1 ? $"{figure.Label}: {BoardWords.Short(figure)}" : BoardWords.Short(figure))),
                string.Join("\n", counted.Select(BoardWords.Band)),
                judged.Row.Published,
            }.Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (JudgedRow judged in rows.Where(row => row.Row.NotTestable is not null))
        {
            console.WriteLine($"{judged.Row.Id} is not testable: {judged.Row.NotTestable}");
        }
    }

    /// <summary>Every figure for other programs.</summary>
    internal static TidyTable Of(IReadOnlyList<JudgedRow> rows) => new(
        ["row", "claim", "tag", "evidence", "published", "source", "figure", "counted", "unit", "value", "low_95", "high_95", "replicates", "band_low", "band_high", "verdict_of_figure", "verdict_of_row"],
        [.. rows.SelectMany(judged => (judged.Figures.Count > 0 ? judged.Figures.Select(figure => (Measured?)figure) : [null]).Select(figure => (IReadOnlyList<string>)
        [
            judged.Row.Id, judged.Row.Claim, BoardWords.Of(judged.Row.Standing), judged.Row.Evidence, judged.Row.Published, judged.Row.Source,
            figure?.Label ?? "", figure is null ? "" : figure.IsAlternative ? "no" : "yes", figure?.Unit.ToString().ToLowerInvariant() ?? "", .. TidyTable.Cells(figure?.Value), TidyTable.Cell(figure?.Value?.Count),
            TidyTable.Cell(figure?.Band.Low), TidyTable.Cell(figure?.Band.High), figure is null ? "" : BoardWords.Of(figure.Verdict), BoardWords.Of(judged.Verdict),
        ]))]);

    private static string Inside(Measured figure) => figure.RunsInside is { } share ? $"; {Wording.Percent(share.Mean)} of single runs inside" : "";

    private static string Studies(BoardRow row) => row.Studies.Count == 0 ? "" : $" {(row.Studies.Count == 1 ? "Study" : "Studies")}: {Wording.List([.. row.Studies.Select(study => $"configs/validation/{study}.yaml")])}.";

    private static string Class(Verdict verdict) => verdict switch { Verdict.Inside => "inside", Verdict.Outside => "outside", _ => "other" };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
