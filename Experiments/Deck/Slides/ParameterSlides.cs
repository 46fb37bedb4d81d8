using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Deck.Sentences;
using Experiments.Designs;
using Simulator.Engine;
using Simulator.Policies;

namespace Experiments.Deck.Slides;

/// <summary>The appendix: what was varied, what was sent, and every parameter of the world.</summary>
internal static class ParameterSlides
{
    /// <summary>The slides of an experiment.</summary>
    internal static IEnumerable<TableSlide> Of(DeckSource source)
    {
        (string footer, IReadOnlyList<string> notes) = (ChartSlides.Footer(source), ChartSlides.Method(source));
        string name = source.Report.Facts.Name;
        if (source.Report.Facts.Sweep is { } sweep)
        {
            yield return new TableSlide(
                $"What was varied in {name}",
                new DeckTable(["Factor", "Parameter", "Values", "Who decides it"], [.. sweep.Factors.Select(Row)], DeckTable.LookedUp),
                $"{Combinations(sweep, source)}.",
                footer,
                notes);
        }

        yield return new TableSlide(
            $"What was sent in {name}",
            new DeckTable(["Policy", "Sends"], [.. source.Experiment.Policies.Select(policy => (IReadOnlyList<string>)[policy.Name, Sends(policy)]), .. source.Experiment.Messages.Select(message => (IReadOnlyList<string>)[$"message {Wording.Quote(message.Name)}", Line(ResolvedTree.Of(message))])], DeckTable.LookedUp),
            "Promotion, personalisation and value of a message are between 0 and 1.",
            footer,
            notes);
        MappingNode world = ResolvedTree.Of(source.Experiment.Scenario);
        string[] changed = [.. TreeDifference.Of(ResolvedTree.Of(new Scenario()), world).Select(difference => $"{difference.Path} = {YamlText.Line(difference.Value)}")];
        yield return new TableSlide(
            $"Parameters of the world in {name}",
            new DeckTable(["Group", "Values"], [.. world.Entries.Select(entry => (IReadOnlyList<string>)[entry.Key, Line(entry.Value)])], DeckTable.LookedUp),
            changed.Length == 0 ? "All of them are the defaults of the model." : $"Other than the defaults of the model: {(changed.Length <= 4 ? string.Join(", ", changed) : $"{Wording.Number(changed.Length)} values, among them {string.Join(", ", changed.Take(3))}")}. All others are defaults.",
            footer,
            notes);
    }

    private static IReadOnlyList<string> Row(Factor factor) =>
    [
        SplitText.Capital(factor.Label) + (factor.Unit.Length > 0 ? $", {factor.Unit}" : ""),
        factor.Path,
        factor.Range is { } ? $"{new SweepValue("", factor.Levels()[0].Number).Short} to {new SweepValue("", factor.Levels()[^1].Number).Short}" : string.Join(", ", factor.Levels().Select(level => new SweepValue(level.Text, level.Number).Short)),
        factor.IsLever ? "the sender" : "nobody: it is unknown",
    ];

    private static string Combinations(Sweep sweep, DeckSource source)
    {
        string points = Wording.Count(source.Report is Reports.SweepReport report ? report.Results.Points.Count : 0, "combination", "combinations");
        return sweep.Design.Kind switch
        {
            Design.Grid => sweep.Factors.Count == 1 ? $"All {points.Replace("combination", "level", StringComparison.Ordinal)} were run" : $"All {points} were run",
            Design.OneAtATime => $"One factor was changed at a time, {points} in all",
            Design.List => $"The {points} that were listed were run",
            Design.LatinHypercube => $"{points} fill the space evenly (Latin hypercube)",
            _ => $"{points} fill the space evenly (Sobol’ sequence)",
        };
    }

    private static string Sends(Schedule policy)
    {
        IEnumerable<string> sends = policy.Sends.Select(send =>
        {
            string times = send.Times == 1 ? "once" : $"{Wording.Number(send.Times)} times, every {Wording.Count(send.Every, "day", "days")}";
            string over = send.Over == 1 ? "" : $", {(send.Times == 1 ? "" : "each ")}over {Wording.Number(send.Over)} days";
            string offer = send.NewOfferEvery > 0 ? $", a new offer every {Wording.Count(send.NewOfferEvery, "campaign", "campaigns")}" : "";
            string[] limits =
            [
                .. send.To.SignalAtLeast > 0 ? [$"to those who seem to have a relationship of {Wording.Number(send.To.SignalAtLeast)} or more"] : Array.Empty<string>(),
                .. send.To.Share < 1 ? [$"to {Wording.Percent(send.To.Share)} of the list"] : Array.Empty<string>(),
                .. send.To.ExcludeComplained ? ["not to those who complained"] : Array.Empty<string>(),
                .. send.To.ExcludeBuyers ? ["not to buyers"] : Array.Empty<string>(),
            ];
            return $"{Wording.Quote(send.Message.Name)} from day {Wording.Number(send.First)}, {times}{over}{offer}{(limits.Length > 0 ? ", " + string.Join(", ", limits) : "")}";
        });
        string delivery = $"{Wording.Number(policy.Delivery.SecondsPerDm)} seconds of work a message{(policy.Delivery.Duplicates > 0 ? $", {Wording.Percent(policy.Delivery.Duplicates)} sent twice" : "")}";
        return $"{string.Join("; ", sends)}; {delivery}{(policy.Test is null ? "" : "; variants are tried first")}";
    }

    // Groups as a reader takes them: mean 0.7, concentration 5.
    private static string Line(Node node) => node switch
    {
        MappingNode group => string.Join(", ", group.Entries.Where(entry => entry.Key is not "name").Select(entry => entry.Value is MappingNode inner ? $"{entry.Key} ({Line(inner)})" : $"{entry.Key} {Line(entry.Value)}")),
        ListNode { Items.Count: 0 } => "none",
        ListNode list => string.Join("; ", list.Items.Select(Line)),
        ScalarNode { IsNull: true } => "none",
        ScalarNode value => value.Text,
        _ => YamlText.Line(node),
    };
}
