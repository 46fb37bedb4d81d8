namespace Simulator.Tests.Sensitivity;

/// <summary>Experiments for sensitivity of a few hundred people and three weeks, as a user would write them.</summary>
internal static class SmallSensitivity
{
    internal const string Morris = "{kind: morris, trajectories: 8}";
    internal const string Indices = "{kind: sobolIndices, points: 32}";
    internal const string Ranges = """
          scenario.audience.appetite.mean: {from: 0.01, to: 0.25, label: appetite}
          scenario.trust.loss: {from: 0, to: 0.8, label: trust lost}
          scenario.poll.pull: {from: 0, to: 3, label: pull of the poll}
        """;

    /// <summary>An experiment file.</summary>
    internal static string Yaml(string design, string vary = Ranges, int replicates = 2, string outcomes = "[net_value, trust_debt, break_even_day]") => $$$"""
        name: small-sensitivity
        question: What drives it?
        replicates: {{{replicates}}}
        seed: 3
        outcomes: {{{outcomes}}}
        scenario:
          horizon: 21
          audience: {size: 200}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
          chat: {promotion: 0.1, personalization: 0.9, value: 0.5}
        policies:
          - {name: weekly, sends: [{message: book, every: 7, times: 3}]}
        vary:
        {{{vary}}}
        design: {{{design}}}
        """;
}
