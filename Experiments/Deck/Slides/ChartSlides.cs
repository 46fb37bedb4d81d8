using System.Text.RegularExpressions;
using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Deck.Sentences;
using Experiments.Store;

namespace Experiments.Deck.Slides;

/// <summary>A slide a chart: the finding, the chart, three sentences, and for the speaker how it was made and what it cannot tell.</summary>
internal static partial class ChartSlides
{
    private const int LongestAlt = 1500;
    private const string LabelKey = "Labels: ";

    /// <summary>The slides of all charts of a report.</summary>
    internal static IEnumerable<ChartSlide> Of(DeckSource source)
    {
        var points = new ChartPoints(source.Report);
        foreach (Chart chart in source.Report.Charts.OfType<Chart>())
        {
            (string headline, IReadOnlyList<string> sentences) = points.Of(chart);
            yield return new ChartSlide(headline, chart, sentences, [.. Footers(chart)], [.. Notes(chart), .. Method(source)]);
        }
    }

    /// <summary>The line at the foot of slides without a chart.</summary>
    internal static string Footer(DeckSource source) => $"Experiment {source.Report.Facts.Name}, {source.Report.Facts.ShortHash} · seed {source.Report.Facts.Seed} · version {Tool.Version}";

    /// <summary>What holds of everything in an experiment: its limits, and the command that makes it again.</summary>
    internal static IReadOnlyList<string> Method(DeckSource source)
    {
        ExperimentFacts facts = source.Report.Facts;
        string own = facts.Limits.Count == 0 ? "" : $"What this experiment cannot tell: {string.Join(" ", facts.Limits)} ";
        return
        [
            $"{own}What no experiment with this model can tell: {string.Join(" ", ModelLimits.Sentences([facts]))}",
            $"Intervals show the luck of the draw, not what is unknown about parameters that are not varied. Money is in currency units: margin, wage and discount rate are chosen, not measured. Experiment {facts.Name}, {facts.Hash}. Again: {facts.Command}",
        ];
    }

    // All of it where two lines are enough; else how intervals were computed is said shorter, the notes have the whole. The labels, which are
    // levels alone, mean nothing to who does not know of what.
    private static IEnumerable<string> Footers(Chart chart)
    {
        Provenance provenance = chart.Provenance;
        int key = chart.Reading.IndexOf(LabelKey, StringComparison.Ordinal);
        string labels = key < 0 ? "" : chart.Reading[key..].Split(". ")[0].TrimEnd('.') + ". ";
        string bare = Brackets().Replace(provenance.Intervals, "");
        foreach (string intervals in new[] { provenance.Intervals, bare, $"{bare.Split("; ")[0]} (more in the notes)", "intervals: see notes" }.Distinct())
        {
            yield return labels + (provenance with { Intervals = intervals }).Footer;
        }

        yield return (provenance with { Intervals = "intervals: see notes" }).Footer;
    }

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex Brackets();

    private static IEnumerable<string> Notes(Chart chart)
    {
        yield return $"How to read it: {chart.Reading}";
        yield return $"What it rests on: {chart.Provenance.Points}. {chart.Caption}.";
        if (chart.AltText.Length <= LongestAlt)
        {
            yield return $"In words: {chart.AltText}";
        }
    }
}
