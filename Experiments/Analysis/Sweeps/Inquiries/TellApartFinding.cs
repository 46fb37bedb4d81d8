using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>What evidence would tell two worlds apart that both fit the case?</summary>
internal static class TellApartFinding
{
    internal const string Id = "tell-apart";

    /// <summary>How often a clue has to pick the right world to be called good. Chosen.</summary>
    private const double Good = 0.8;

    /// <summary>The finding; null when nothing can be compared.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (TellApartInquiry.Of(results) is not { } inquiry)
        {
            return null;
        }

        string subject = results.Subject;
        Hint? early = inquiry.Best(hint => hint.Clue.IsVisible && hint.Policy == subject && TellApartInquiry.IsEarly(hint));
        Hint? later = inquiry.Best(hint => hint.Clue.IsVisible && hint.Policy == subject && !TellApartInquiry.IsEarly(hint));
        Hint? more = inquiry.Best(hint => hint.Clue.IsVisible && hint.Policy != subject);
        Hint? asked = inquiry.Best(hint => !hint.Clue.IsVisible && hint.Policy == subject && TellApartInquiry.IsEarly(hint))
            ?? inquiry.Best(hint => !hint.Clue.IsVisible && hint.Policy == subject);
        string[] sentences =
        [
            $"One observation of one audience, from a world with {inquiry.Contrast.Said(inquiry.Contrast.Lowest)} or from one with {Contrast.LevelOf(inquiry.Contrast.Highest)}: how often does it pick the right one of two? A coin does in 50%.",
            early is null ? "" : Early(inquiry, subject, early),
            later is null ? "" : $"Waiting, the best clue is {Told(later)}.",
            more is null ? "" : $"One who may do more learns more: the best visible clue is, with {Wording.Quote(more.Policy)}, {Told(more)}{Soonest(inquiry, more)}.",
            asked is null ? "" : $"A survey adds what no sender sees: {Told(asked)}.",
        ];
        return new Finding(Id, Title(early ?? later, more, asked), string.Join(" ", sentences.Where(sentence => sentence.Length > 0)));
    }

    private static string Title(Hint? seen, Hint? more, Hint? asked)
    {
        string first = seen is null ? "" : $"Nothing seen in the case’s first week picks the right world in more than {Wording.Percent(seen.Right.Mean)} of cases";
        string second = more is null ? "" : $"“{more.Policy}” would show it in {more.Clue.Name} ({Wording.Percent(more.Right.Mean)})";
        string third = asked is null ? "" : $"a survey of {asked.Clue.Name}{(more is null ? " would" : "")} at once ({Wording.Percent(asked.Right.Mean)})";
        return string.Join("; ", new[] { first, second, third }.Where(part => part.Length > 0));
    }

    // What is the same run by run in both worlds tells nothing, whatever the sample.
    private static string Early(TellApartInquiry inquiry, string subject, Hint best)
    {
        string[] same = [.. inquiry.Hints
            .Where(hint => hint.Clue.IsVisible && hint.Policy == subject && TellApartInquiry.IsEarly(hint) && hint.Separation.Sensitivity is null or 0)
            .Select(hint => hint.Clue.Name)];
        string identical = same.Length == 0 ? "" : $" {Capital(Wording.List(same))} {(same.Length == 1 ? "is" : "are")} the same in both, run by run.";
        string none = best.Right.SideOf(0.5) == 1 ? "" : " None of them tells more than a coin as far as these runs show.";
        return $"Of what the sender sees within a week of {Wording.Quote(subject)}, the best clue is {Told(best)}.{none}{identical}";
    }

    private static string Told(Hint hint)
    {
        string cases = hint.Separation.CasesEach is { } each
            ? $", so that a test at 5% with 80% power needs {(each < 100 ? Wording.Number(each) : "about " + Wording.Glance(new Interval(each, each * 0.9, each * 1.1, 1)))} such audiences of each world"
            : "";
        string direction = hint.Separation.CasesEach is null ? "" : hint.Separation.IsHigher ? ", higher where more is lost" : ", lower where more is lost";
        return $"{hint.Name}: right in {Wording.PercentEstimate(hint.Right)}{direction}{cases}";
    }

    private static string Soonest(TellApartInquiry inquiry, Hint best) =>
        inquiry.Hints.Where(hint => hint.Clue.IsVisible && hint.Right.Mean >= Good && hint.Days < best.Days).OrderBy(hint => hint.Days).ThenByDescending(hint => hint.Right.Mean).FirstOrDefault() is { } soon
            ? $"; the first to reach {Wording.Percent(Good)} is {soon.Name} with {Wording.Quote(soon.Policy)} ({Wording.Percent(soon.Right.Mean)})"
            : "";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
