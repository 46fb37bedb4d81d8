using System.Globalization;
using Experiments.Analysis;
using Experiments.Deck.Sentences;
using Experiments.Store;

namespace Experiments.Deck.Slides;

/// <summary>The order of a deck: question, answer, charts, evidence, and what is looked up at the end.</summary>
internal static class DeckOutline
{
    /// <summary>Puts the deck of one or several experiments together.</summary>
    internal static DeckContent Of(IReadOnlyList<DeckSource> sources)
    {
        DateTimeOffset made = sources.Max(source => source.Finished);
        string date = made.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        bool isOne = sources.Count == 1;
        string title = isOne ? QuestionSlides.Question(sources[0]) : $"{SplitText.Capital(Wording.Number(sources.Count))} questions about promotional messages to followers";
        string subtitle = isOne ? Facts(sources[0]) : $"Answers of a simulation: experiments {Wording.List([.. sources.Select(source => source.Report.Facts.Name)])}.";
        return new DeckContent(
            title,
            string.Join("; ", sources.Select(source => $"experiment {source.Report.Facts.Name}, {source.Report.Facts.Hash}")),
            made,
            [
                new OpeningSlide(title, [subtitle, $"Results of {date}, version {Tool.Version}."], IsFirst: true, isOne ? ChartSlides.Method(sources[0]) : [Reproduction]),
                .. isOne ? [] : new DeckSlide[] { Overview(sources) },
                .. sources.SelectMany(source => Body(source, isOne)),
                EvidenceSlides.Assumed(sources),
                .. Appendix(sources),
            ]);
    }

    private const string Reproduction = "The same file and seed give the same figures, bit for bit, on every machine.";

    private static IEnumerable<DeckSlide> Body(DeckSource source, bool isOne) =>
    [
        .. isOne ? [] : new DeckSlide[] { new OpeningSlide(QuestionSlides.Question(source), [Facts(source)], IsFirst: false, ChartSlides.Method(source)) },
        QuestionSlides.Asked(source),
        QuestionSlides.Answered(source),
        .. ChartSlides.Of(source),
        .. EvidenceSlides.Of(source),
    ];

    private static string Facts(DeckSource source)
    {
        ExperimentFacts facts = source.Report.Facts;
        return $"Answers of a simulation: experiment {facts.Name}, {Wording.Number(facts.AudienceSize)} followers over {Wording.Count(facts.Horizon, "day", "days")}.";
    }

    private static TableSlide Overview(IReadOnlyList<DeckSource> sources) => new(
        "The questions, and the answers in short",
        new DeckTable(["Question", "Answer"], [.. sources.Select(source => (IReadOnlyList<string>)[QuestionSlides.Question(source), QuestionSlides.Short(source)])], DeckTable.Shown),
        null,
        "",
        [Reproduction]);

    private static IEnumerable<DeckSlide> Appendix(IReadOnlyList<DeckSource> sources) =>
    [
        new OpeningSlide("Appendix", ["Parameters, sources, and how to make the results again."], IsFirst: false, [Reproduction]),
        .. ParameterSlides.Of(sources),
        new TableSlide(
            "Where the assumptions of the model come from",
            new DeckTable(["What the model says", "Source", "Standing"], ModelLimits.Sources, DeckTable.LookedUp),
            null,
            "",
            [ModelLimits.Standing]),
        new TableSlide(
            "Where the methods come from",
            new DeckTable(["Method", "Source"], MethodSources.All, DeckTable.LookedUp),
            "Identifiers (DOI) are given where the program’s documentation has them.",
            "",
            [ModelLimits.Standing]),
        new TableSlide(
            "How to make these results again",
            new DeckTable(["Experiment", "Hash", "Seed", "Command"], [.. sources.Select(source => (IReadOnlyList<string>)[source.Report.Facts.Name, source.Report.Facts.ShortHash, source.Report.Facts.Seed.ToString(CultureInfo.InvariantCulture), source.Report.Facts.Command])], DeckTable.LookedUp),
            $"Version {Tool.Version} of the program. {Reproduction} Every chart carries its experiment and hash in its name (selection pane), its whole provenance in its tags, and those that PowerPoint draws carry their data (right click, Edit Data).",
            "",
            [.. sources.Select(source => $"Experiment {source.Report.Facts.Name}, whole hash {source.Report.Facts.Hash}. Again: {source.Report.Facts.Command}")]),
    ];
}
