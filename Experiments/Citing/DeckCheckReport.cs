using Experiments.Analysis;

namespace Experiments.Citing;

/// <summary>Tells what became of the charts in a deck.</summary>
internal static class DeckCheckReport
{
    /// <summary>Checks a deck.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="folders">The folders to compare with.</param>
    /// <param name="output">Takes the verdicts.</param>
    /// <param name="error">Takes what could not be read.</param>
    /// <returns>0 when all charts are current, 1 when one is stale or its experiment unknown.</returns>
    internal static int Write(string deck, IReadOnlyList<string> folders, TextWriter output, TextWriter error)
    {
        IReadOnlyList<DeckChart> charts = DeckCharts.Read(deck);
        HashSet<string> experiments = [.. charts.Select(chart => chart.Metadata?.Provenance.Experiment).OfType<string>()];
        IReadOnlyList<CheckedChart> verdicts = DeckCheck.Of(charts, FolderCharts.Read(folders, experiments, error.WriteLine));

        foreach (CheckedChart verdict in verdicts)
        {
            string name = verdict.Chart.Metadata is { } metadata ? $"{metadata.Provenance.Experiment} {metadata.Chart}" : $"“{verdict.Chart.Name}”";
            output.WriteLine($"slide {verdict.Chart.Slide,-3} {Word(verdict.Currency),-8} {name}");
        }

        foreach (IGrouping<string, CheckedChart> reason in verdicts.Where(verdict => verdict.Reason.Length > 0).GroupBy(verdict => verdict.Reason))
        {
            int[] slides = [.. reason.Select(verdict => verdict.Chart.Slide).Distinct()];
            output.WriteLine($"{Environment.NewLine}{(slides.Length == 1 ? "Slide" : "Slides")} {string.Join(", ", slides)}: {reason.Key}");
        }

        output.WriteLine($"{Environment.NewLine}{Sum(verdicts)}");
        return verdicts.All(verdict => verdict.Currency == Currency.Current || verdict.Chart.Metadata is null) ? ExitCode.Done : ExitCode.SomeRunsFailed;
    }

    private static string Sum(IReadOnlyList<CheckedChart> verdicts)
    {
        int Of(Currency currency) => verdicts.Count(verdict => verdict.Currency == currency && verdict.Chart.Metadata is not null);
        int foreign = verdicts.Count(verdict => verdict.Chart.Metadata is null);
        string others = foreign == 0 ? "" : $" {Wording.Count(foreign, "picture carries", "pictures carry")} no provenance: a logo, or a chart from elsewhere.";
        return verdicts.Count == foreign
            ? $"No chart on the slides carries provenance.{others}"
            : $"{Wording.Number(Of(Currency.Current))} current, {Wording.Number(Of(Currency.Stale))} stale, {Wording.Number(Of(Currency.Unknown))} unknown.{others}";
    }

    private static string Word(Currency currency) => currency switch
    {
        Currency.Current => "current",
        Currency.Stale => "STALE",
        _ => "unknown",
    };
}
