using System.Globalization;
using Experiments.Designs;
using Experiments.Running.Methods;
using Simulator.Messages;
using Simulator.Parameters;
using Simulator.Policies;

namespace Experiments.Config;

/// <summary>What an experiment may say but probably does not mean.</summary>
internal static class Cautions
{
    /// <summary>All of them.</summary>
    internal static IEnumerable<Problem> Of(Experiment experiment) =>
    [
        .. experiment.Policies.SelectMany((policy, index) => OfPolicy(policy, $"policies[{index}]", experiment.Scenario.Horizon)),
        .. OfPoll(experiment),
        .. OfUnusedMessages(experiment),
        .. OfDesign(experiment),
    ];

    /// <summary>What of a line of a schedule lies beyond the horizon, in words; null when nothing does.</summary>
    internal static string? Cut(Send send, int horizon)
    {
        int started = 0, shortened = 0;
        long lost = 0;
        for (int campaign = 0; campaign < send.Times; campaign++)
        {
            long first = send.First + ((long)campaign * send.Every);
            if (first >= horizon)
            {
                break;
            }

            long beyond = Math.Max(0, first + send.Over - horizon);
            started++;
            shortened += beyond > 0 ? 1 : 0;
            lost += beyond;
        }

        string never = started == send.Times ? "" : $"{send.Times - started} of {Count(send.Times, "campaign")} never {(send.Times - started == 1 ? "starts" : "start")}";
        string ends = shortened == 0 ? "" : $"{Count(shortened, "campaign")} {(shortened == 1 ? "loses its" : "lose their")} last {Count(lost, "day")}{(shortened > 1 ? " in all" : "")}";
        string both = string.Join(" and ", new[] { never, ends }.Where(part => part.Length > 0));
        return both.Length == 0 ? null : both;
    }

    /// <summary>Runs beyond which an experiment takes days on a few cores and its results fill a disk. Chosen.</summary>
    private const double ManyRuns = 10_000_000;

    private static IEnumerable<Problem> OfDesign(Experiment experiment)
    {
        double runs = Rows(experiment.Design, experiment.Vary.Count) * (experiment.Policies.Count + 1) * experiment.Replicates.Last;
        if (experiment.Vary.Count > 0 && runs > ManyRuns && MethodKind.AskedBy(experiment) is null)
        {
            yield return new Problem("design", string.Create(CultureInfo.InvariantCulture, $"these are up to {runs:N0} runs; they take days and fill a disk. Take fewer points or replicates."));
        }

        if (experiment.Design is { Kind: Design.Sobol or Design.SobolIndices } design && !SobolSequence.IsNet(design.Points))
        {
            yield return new Problem("design.points", $"{design.Points} is no power of two; the Sobol' sequence fills the space evenly only after 2, 4, 8, 16 … points.");
        }

        foreach (string key in OfUnusedKeys(experiment.Design, new Design()))
        {
            yield return new Problem($"design.{key}", $"a {experiment.Design.Kind} design has no use for '{key}'; it is ignored.");
        }
    }

    // A key that says the default changes nothing, whether it is written or not.
    private static IEnumerable<string> OfUnusedKeys(Design design, Design usual) => new[]
    {
        ("points", design.Points != usual.Points && !design.FillsSpace && design.Kind != Design.SobolIndices),
        ("trajectories", design.Trajectories != usual.Trajectories && design.Kind != Design.Morris),
        ("secondOrder", design.SecondOrder != usual.SecondOrder && design.Kind != Design.SobolIndices),
    }.Where(entry => entry.Item2).Select(entry => entry.Item1);

    // Of designs whose size the file says; the levels of a grid are counted where they are read.
    private static double Rows(Design? design, int factors) => design switch
    {
        { FillsSpace: true } => design.Points,
        { Kind: Design.SobolIndices } => (double)design.Points * new SobolIndicesLayout(factors, design.SecondOrder).RowsPerPoint,
        { Kind: Design.Morris } => (double)design.Trajectories * (factors + 1),
        _ => 0,
    };

    private static IEnumerable<Problem> OfPolicy(Schedule policy, string path, int horizon)
    {
        if (policy.Sends.Count == 0 && policy.Test is null)
        {
            yield return new Problem(
                path,
                policy.Name == Schedule.SilentName
                    ? "the silent twin is always run; this policy is left out."
                    : $"the policy '{policy.Name}' sends nothing; it will do what the silent twin does.");
        }

        for (int index = 0; index < policy.Sends.Count; index++)
        {
            Send send = policy.Sends[index];
            if (Cut(send, horizon) is { } cut)
            {
                yield return new Problem(
                    $"{path}.sends[{index}]", $"'{policy.Name}' sends '{send.Message.Name}' beyond the horizon of {Count(horizon, "day")}: {cut}.");
            }

            if (send.NewOfferEvery > 0 && !send.Message.Offer)
            {
                yield return new Problem($"{path}.sends[{index}].newOfferEvery", $"'{send.Message.Name}' carries no offer; only its texts are renewed.");
            }
        }

        if (policy.Test is { } test && test.First + test.DecideAfter >= horizon)
        {
            string lost = test.First >= horizon ? "is never made" : "never sends a winner";
            yield return new Problem(
                $"{path}.test", $"the test of '{policy.Name}' {lost}: it decides on day {test.First + test.DecideAfter}, the last day is {horizon - 1}.");
        }
    }

    private static IEnumerable<Problem> OfPoll(Experiment experiment)
    {
        if (experiment.Scenario.Poll.Day >= experiment.Scenario.Horizon)
        {
            yield return new Problem(
                "scenario.poll.day", $"no poll is taken: it is set for day {experiment.Scenario.Poll.Day}, the last day is {experiment.Scenario.Horizon - 1}.");
        }
    }

    private static IEnumerable<Problem> OfUnusedMessages(Experiment experiment)
    {
        if (experiment.Policies.Count == 0 && experiment.Validate is null)
        {
            yield return new Problem("policies", "no policies; only the silent twin is run.");
            yield break;
        }

        // A message may come in as a level of what is varied; its name then stands among the values.
        HashSet<string> used =
        [
            .. experiment.Messages.Select(message => message.Name).Where(name => experiment.Vary.Values.Any(values => values.Contains(name, StringComparison.Ordinal))),
            .. experiment.Policies.SelectMany(policy => policy.Sends).Select(send => send.Message.Name),
            .. experiment.Policies.SelectMany(policy => policy.Test?.Messages ?? []).Select(message => message.Name),
        ];
        for (int index = 0; index < experiment.Messages.Count; index++)
        {
            Message message = experiment.Messages[index];
            if (!used.Contains(message.Name))
            {
                yield return new Problem($"messages[{index}]", "no policy sends this message.");
            }
        }
    }

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
