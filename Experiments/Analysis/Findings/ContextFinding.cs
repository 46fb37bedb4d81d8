using Experiments.Analysis.Context;
using Simulator.Ledgers;
using static Experiments.Analysis.Findings.ContextWords;

namespace Experiments.Analysis.Findings;

/// <summary>How much of the value of knowing one's followers does a tool recover that learns from their reactions?</summary>
internal static class ContextFinding
{
    internal const string Id = "context";

    /// <summary>The finding; null where no policy learns, or nothing stands beside it.</summary>
    internal static Finding? Of(StoredResults results)
    {
        if (Value(results) is not { } value
            || value.Gain(value.Known, Metric.NetValue) is not { } whole
            || value.Gain(value.Learned[0], Metric.NetValue) is not { } gain)
        {
            return null;
        }

        Interval? share = value.Share(value.Learned[0], Metric.NetValue);
        return new Finding(Id, Title(whole, share), Paragraph([Recovered(value, whole, gain, share), .. AgainstGuess(value), Benchmark(value)]));
    }

    private static string Title(Interval whole, Interval? share) => share switch
    {
        { Low: > 1 } => $"A tool that learns from reactions gains more than knowing every relationship would: {Wording.Percent(share.Value.Mean)} of its value",
        { Low: > 0 } => $"A tool that learns from reactions recovers {Wording.Percent(share.Value.Mean)} of what knowing every relationship would be worth",
        { High: < 0 } => "A tool that learns from reactions loses against writing to everybody, where knowing every relationship would gain",
        { } => "Whether a tool that learns from reactions recovers any of the value of knowing relationships cannot be told from these runs",
        null => Nothing(whole) + ", so there is no share to recover",
    };

    private static string Recovered(ContextValue value, Interval whole, Interval gain, Interval? share) => share is { } recovered
        ? $"{Name(value.Learned[0])} gains {Estimate(gain)} currency units over writing to everybody: {Estimate(recovered, percent: true)} of the {Estimate(whole)} that {Name(value.Known)} gains, which knows every relationship."
        : $"{Name(value.Known)}, which knows every relationship, earns {Estimate(whole)} currency units more than writing to everybody, {Name(value.Learned[0])} {Estimate(gain)}.";

    private static IEnumerable<string> AgainstGuess(ContextValue value)
    {
        if (value.Guessed is { } guessed && ContextValue.Difference(value.Learned[0], guessed, Metric.NetValue) is { } lead)
        {
            string rest = $"the best threshold on what the sender guesses, {Name(guessed)}{(value.Share(guessed, Metric.NetValue) is { } share ? $", which recovers {Estimate(share, percent: true)} without any tool" : "")}";
            yield return lead.SideOf(0) switch
            {
                1 => $"It earns {Estimate(lead)} more than {rest}.",
                -1 => $"It earns {Estimate(lead.Times(-1))} less than {rest}.",
                _ => $"It is not told apart from {rest}: the difference is {Estimate(lead)}.",
            };
        }
    }

    // A tool can pass the benchmark: who buys depends on appetite and trust too, of which purchases may tell something. Which of its features do is not tested here.
    private static string Benchmark(ContextValue value)
    {
        PolicyResults[] beyond = [.. value.Learned.Where(policy => value.Share(policy, Metric.NetValue) is { Low: > 1 })];
        string passed = beyond.Length == 0
            ? ""
            : $", and {Wording.Quoted(beyond.Select(policy => policy.Name))} {(beyond.Length == 1 ? "gains" : "gain")} more: it may be because who has bought or praised before tells who will buy, which no relationship shows";
        string benchmark = value.KnownTried == 1 ? "a threshold on the relationship" : $"the best of {value.KnownTried} thresholds on the relationship";
        return $"The benchmark is {benchmark}, not perfect knowledge of what a message is worth{passed}.";
    }
}
