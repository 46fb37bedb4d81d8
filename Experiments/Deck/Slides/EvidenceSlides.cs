using Experiments.Analysis;
using Experiments.Deck.Sentences;
using Experiments.Reports;

namespace Experiments.Deck.Slides;

/// <summary>What is known, and how the model compares with it; and what was assumed, kept apart from what was found.</summary>
internal static class EvidenceSlides
{
    /// <summary>The slides of an experiment.</summary>
    internal static IEnumerable<DeckSlide> Of(DeckSource source)
    {
        if (source.Report is Report { Results.Case: { } policy } report)
        {
            IReadOnlyList<EvidenceLine> lines = EvidenceCheck.Of(policy, report.Results.AsWritten.Silent, report.Results.Facts.AudienceSize);
            yield return new TableSlide(
                EvidenceTable.Heading(EvidenceCheck.Counted(lines)),
                new DeckTable(["What was seen", "Published", "Counts as agreement", $"{Wording.Quote(policy.Name)} in the model (95% interval)", "Runs inside"], [.. lines.Select(Row)], DeckTable.Shown),
                "Agreement does not prove the model: five figures cannot identify some forty parameters.",
                ChartSlides.Footer(source),
                [
                    $"n = {Wording.Count(policy.Runs.Count, "run", "runs")}; {MeanInterval.Method}; runs inside: {WilsonInterval.Method}. “No dip” means a change of at least minus one standard deviation of the organic noise, which is that of the silent twin’s first seven days over replicates.",
                    .. ChartSlides.Method(source),
                ]);
        }

        if (source.Report.Facts.Limits is { Count: > 0 } limits)
        {
            yield return new TextSlide("What this experiment cannot tell", null, limits, ChartSlides.Footer(source), ChartSlides.Method(source));
        }
    }

    /// <summary>What was put in, and is no finding: the same for all experiments with the model.</summary>
    internal static TextSlide Assumed(IReadOnlyList<DeckSource> sources) => new(
        "What is found here, and what was put in",
        null,
        ModelLimits.Sentences(sources.Select(source => source.Report.Facts)),
        sources.Count == 1 ? ChartSlides.Footer(sources[0]) : "",
        [ModelLimits.Standing]);

    private static IReadOnlyList<string> Row(EvidenceLine line)
    {
        bool percent = line.Pattern.Unit == "share";
        string interval = line.Mean.HasBounds ? $" ({Wording.Bounds(line.Mean, percent)})" : "";
        string verdict = line.IsInside switch { true => "agrees", false => line.Pattern.IsOtherReading ? "outside: the other reading" : "outside", null => "no band" };
        return
        [
            SplitText.Capital(line.Pattern.Name),
            line.Pattern.Figure,
            EvidenceTable.Band(line.Pattern, percent),
            $"{Wording.Mean(line.Mean, percent)}{interval}: {verdict}",
            line.ShareInside is { } share ? Wording.Percent(share.Mean) : "–",
        ];
    }
}
