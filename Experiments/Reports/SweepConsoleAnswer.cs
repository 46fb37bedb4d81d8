using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Spectre.Console;

namespace Experiments.Reports;

/// <summary>The answer of a sweep on a console: its best cells, then the findings.</summary>
internal static class SweepConsoleAnswer
{
    /// <summary>Rows of the table.</summary>
    private const int Rows = 10;

    /// <summary>Most factors that have a column; more are unreadable on any screen.</summary>
    private const int MostFactors = 6;

    internal static void Write(IAnsiConsole console, SweepReport report)
    {
        SweepResults results = report.Results;
        IReadOnlyList<SweepCell> ranked = results.Ranked(results.Main);
        IReadOnlyList<SweepCell> shown = results.IsRanked && ranked.Count > Rows ? [.. ranked.Take(Rows)] : [.. (results.IsRanked ? ranked : results.Cells).Take(Rows)];
        var table = new Table { Border = console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumn(new TableColumn("policy").NoWrap());
        foreach (string label in results.Factors.Take(MostFactors).Select(factor => factor.Label))
        {
            table.AddColumn(new TableColumn(Markup.Escape(label)));
        }

        foreach (AnswerOutcome outcome in results.Outcomes)
        {
            table.AddColumn(new TableColumn(Markup.Escape(outcome.Label)).RightAligned());
        }

        foreach (SweepCell cell in shown)
        {
            table.AddRow([.. new[] { cell.Policy }
                .Concat(cell.Point.Values.Take(MostFactors).Select(value => value.Short))
                .Concat(results.Outcomes.Select(outcome => Written(outcome, cell)))
                .Select(Markup.Escape)]);
        }

        console.Write(table);
        string which = shown.Count < results.Cells.Count
            ? $"{(results.IsRanked ? "The best" : "The first")} {shown.Count} of {Wording.Number(results.Cells.Count)} combinations{(results.IsRanked ? $" by {results.Main.Label}" : "")}. "
            : "";
        console.WriteLine(results.MostReplicates > 1
            ? $"{which}Means ± half of the 95% interval. Differences from silence are paired by replicate."
            : $"{which}A single replicate: no intervals.");
        if (results.Factors.Count > MostFactors)
        {
            console.WriteLine($"Shown are {MostFactors} of {Wording.Number(results.Factors.Count)} factors; all are in tables/cells.csv of the result folder.");
        }

        foreach (string text in report.Answer.Findings.Select(finding => finding.Text))
        {
            console.WriteLine();
            console.WriteLine(text);
        }
    }

    private static string Written(AnswerOutcome outcome, SweepCell cell)
    {
        if (cell.Of(outcome).Interval is not { } value)
        {
            return "–";
        }

        Interval scaled = value.Times(outcome.Scale);
        string unit = outcome.IsShare ? "%" : "";
        return Wording.Mean(scaled) + (scaled.HasBounds && scaled.Above > 0 ? $" ±{Wording.HalfWidth(scaled)}" : "") + unit;
    }
}
