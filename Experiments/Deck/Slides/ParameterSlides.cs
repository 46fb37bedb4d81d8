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
    /// <summary>Changed parameters named one by one.</summary>
    private const int MostChanges = 4;

    /// <summary>The slides of one experiment, or of several side by side.</summary>
    internal static IEnumerable<TableSlide> Of(IReadOnlyList<DeckSource> sources)
    {
        (string footer, IReadOnlyList<string> notes) = sources.Count == 1
            ? (ChartSlides.Footer(sources[0]), ChartSlides.Method(sources[0]))
            : ("", (IReadOnlyList<string>)[.. sources.SelectMany(ChartSlides.Method)]);
        TableSlide Slide(string title, IReadOnlyList<string> columns, Func<DeckSource, IEnumerable<IReadOnlyList<string>>> rows, string remark) => new(
            title,
            new DeckTable(sources.Count == 1 ? columns : ["Experiment", .. columns], [.. sources.SelectMany(source => rows(source).Select(row => sources.Count == 1 ? row : [source.Report.Facts.Name, .. row]))], DeckTable.LookedUp),
            remark,
            footer,
            notes);
        if (sources.Any(source => source.Report.Facts.Sweep is not null))
        {
            yield return Slide(
                "What was varied",
                ["Factor", "Parameter", "Values", "Kind"],
                source => source.Report.Facts.Sweep?.Factors.Select(Row) ?? [],
                string.Join(" ", sources.Where(source => source.Report.Facts.Sweep is not null).Select(source => (sources.Count == 1 ? "" : $"{source.Report.Facts.Name}: ") + $"{Combinations(source.Report.Facts.Sweep!, source)}.")));
        }

        yield return Slide("What was sent", ["Policy", "Sends"], Sent, "Promotion, personalisation and value of a message are between 0 and 1.");
        MappingNode defaults = ResolvedTree.Of(new Scenario());
        MappingNode world = sources.Count == 1 ? ResolvedTree.Of(sources[0].Experiment.Scenario) : defaults;
        string[][] changed = [.. sources.Select(source => TreeDifference.Of(defaults, ResolvedTree.Of(source.Experiment.Scenario)).Select(difference => $"{difference.Path} = {YamlText.Line(difference.Value)}").ToArray())];
        yield return new TableSlide(
            sources.Count == 1 ? "Parameters of the world" : "Parameters of the world: the defaults of the model",
            new DeckTable(["Group", "Values"], [.. world.Entries.Select(entry => (IReadOnlyList<string>)[entry.Key, Line(entry.Value)])], DeckTable.LookedUp),
            string.Join(" ", sources.Select((source, index) => (sources.Count == 1 ? "" : $"{source.Report.Facts.Name}: ") + Changed(changed[index])))
                + (sources.Any(source => source.Report.Facts.Sweep is { Factors: { } factors } && factors.Any(factor => !factor.IsLever)) ? " Of parameters that were varied the table has the value as written." : ""),
            footer,
            notes);
    }

    private static string Changed(string[] changed) => changed.Length switch
    {
        0 => "All of them are the defaults of the model.",
        <= MostChanges => $"Other than the defaults of the model: {string.Join(", ", changed)}.",
        _ => $"Other than the defaults of the model: {Wording.Number(changed.Length)} values, among them {string.Join(", ", changed.Take(MostChanges))}; experiment.yaml in the result folder has them all.",
    };

    private static IEnumerable<IReadOnlyList<string>> Sent(DeckSource source) =>
    [
        .. source.Experiment.Policies.Select(policy => (IReadOnlyList<string>)[policy.Name, Sends(policy)]),
        .. source.Experiment.Messages.Select(message => (IReadOnlyList<string>)[$"message {Wording.Quote(message.Name)}", Line(ResolvedTree.Of(message))]),
    ];

    private static IReadOnlyList<string> Row(Factor factor) =>
    [
        SplitText.Capital(factor.Label) + (factor.Unit.Length > 0 ? $", {factor.Unit}" : ""),
        factor.Path,
        factor.Range is { } ? $"{new SweepValue("", factor.Levels()[0].Number).Short} to {new SweepValue("", factor.Levels()[^1].Number).Short}" : string.Join(", ", factor.Levels().Select(level => new SweepValue(level.Text, level.Number).Short)),
        factor.IsLever ? "lever of the policy" : "part of the scenario",
    ];

    private static string Combinations(Sweep sweep, DeckSource source)
    {
        string points = Wording.Count(source.Report is Reports.SweepReport report ? report.Results.Points.Count : 0, "combination", "combinations");
        return sweep.Design.Kind switch
        {
            Design.Morris => $"{Wording.Count(sweep.Design.Trajectories, "trajectory changes", "trajectories change")} one factor after the other",
            Design.SobolIndices => $"{Wording.Count(sweep.Design.Points, "base point fills", "base points fill")} the space evenly, and each factor is exchanged at every one",
            _ when source.Report is Reports.MethodReport method => $"The method chose the values itself: {string.Join(", ", method.Size)}",
            Design.Grid => $"All {(sweep.Factors.Count == 1 ? points.Replace("combination", "level", StringComparison.Ordinal) : points)} were run",
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
