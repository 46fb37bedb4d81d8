using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Experiments.Deck.Sentences;
using Experiments.Designs;
using Experiments.Reports;

namespace Experiments.Deck.Slides;

/// <summary>What was asked, what was run to answer it, and the answer in short.</summary>
internal static class QuestionSlides
{
    /// <summary>Levels named one by one.</summary>
    private const int MostLevels = 8;

    /// <summary>Factors told one by one; more do not fit on a slide.</summary>
    private const int MostFactors = 5;

    /// <summary>The question, as a headline.</summary>
    internal static string Question(DeckSource source) => PageParts.Heading(source.Report.Facts);

    /// <summary>What was run.</summary>
    internal static TextSlide Asked(DeckSource source) =>
        new("The question, and what was run to answer it", Question(source), [.. Run(source)], ChartSlides.Footer(source), ChartSlides.Method(source));

    /// <summary>The findings that matter most.</summary>
    internal static TextSlide Answered(DeckSource source)
    {
        Finding[] findings = [.. ShortAnswer.Of([.. Telling(source.Report.Answer)])];
        return new TextSlide(
            "The answer in short",
            findings.Length == 0 ? "There are too few results to answer the question." : null,
            [.. Notices(source), .. findings.Select(ShortAnswer.Point)],
            ChartSlides.Footer(source),
            [.. findings.Select(finding => finding.Text), .. ChartSlides.Method(source)]);
    }

    /// <summary>The answer in one line.</summary>
    internal static string Short(DeckSource source) => Telling(source.Report.Answer).FirstOrDefault()?.Title ?? "There are too few results to tell.";

    // What a reader of the page is told before anything else is not to be lost on the way to a slide.
    private static IEnumerable<string> Notices(DeckSource source) =>
        source.Report is MethodReport method ? method.Notices.Select(notice => SplitText.Joined(notice)[0]) : [];

    // How well runs were matched is method, no answer.
    private static IEnumerable<Finding> Telling(Answer answer) => answer.Findings.Where(finding => finding.Id != MatchingFinding.Id);

    private static IEnumerable<string> Run(DeckSource source)
    {
        ExperimentFacts facts = source.Report.Facts;
        string[] policies = [.. source.Experiment.Policies.Select(policy => policy.Name)];
        if (Chooser(source) is null)
        {
            yield return policies.Length == 1
                ? $"{Wording.Quote(policies[0])} was compared with sending nothing."
                : $"{SplitText.Capital(Wording.Quoted(policies))} were compared with each other and with sending nothing.";
        }

        IReadOnlyList<Factor> factors = facts.Sweep?.Factors ?? [];
        foreach (Factor factor in factors.Take(factors.Count > MostFactors ? 0 : MostFactors))
        {
            yield return $"Varied was {factor.Label}{(factor.IsLever ? "" : ", a part of the scenario")}: {Levels(factor)}.";
        }

        if (factors.Count > MostFactors)
        {
            int levers = factors.Count(factor => factor.IsLever);
            string kinds = source.Experiment.Calibrate is not null ? "all of them beliefs that are held against the facts" : levers == 0 ? "all of them parts of the scenario" : levers == factors.Count ? "all of them the sender’s to decide" : $"{Wording.Number(levers)} of them the sender’s to decide";
            yield return $"{SplitText.Capital(Wording.Number(factors.Count))} parameters were varied over their ranges, {kinds}; the appendix lists them.";
        }

        foreach (string world in source.Experiment.WhatIf.Select(whatIf => whatIf.Name))
        {
            yield return $"The same was run under another assumption, {Wording.Quote(world)}.";
        }

        string run = $"{Wording.Count(facts.Horizon, "day", "days")} on an audience that begins with {Wording.Number(facts.AudienceSize)} followers";
        yield return Chooser(source) is { } method
            ? $"What was run: {string.Join(", ", method.Size)}; each run takes {run}."
            : $"Each was run for {run}, {Times(source.Report)}.";
        yield return "All meet the same people with the same luck, so that differences come from what was changed.";
        if (facts.Case is { } name && source.Report is Report)
        {
            yield return $"{Wording.Quote(name)} is the case of CMO Joe: its results are held against what is known of it.";
        }
    }

    // A method that chose what was run; a design for sensitivity is run as any other.
    private static MethodReport? Chooser(DeckSource source) => source.Report is MethodReport method and not SensitivityReport ? method : null;

    private static string Times(IReport report)
    {
        (int fewest, int most) = report switch
        {
            SweepReport sweep => (sweep.Results.FewestReplicates, sweep.Results.MostReplicates),
            Report plain => (plain.Results.ReplicatesRun, plain.Results.ReplicatesRun),
            _ => (report.Facts.Replicates, report.Facts.Replicates),
        };
        return most == 1 ? "once" : fewest == most ? $"{Wording.Number(most)} times with different luck" : $"{Wording.Number(fewest)} to {Wording.Number(most)} times with different luck";
    }

    private static string Levels(Factor factor)
    {
        SweepValue[] levels = [.. factor.Levels().Select(level => new SweepValue(level.Text, level.Number))];
        string[] said = [.. levels.Select(level => level.In(factor).Replace($"{factor.Label} = ", "", StringComparison.Ordinal))];
        return factor.Range is not null || levels.Length > MostLevels ? $"from {said[0]} to {said[^1]}" : Wording.List(said);
    }
}
