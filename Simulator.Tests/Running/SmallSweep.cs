using Experiments.Config;
using Experiments.Running;

namespace Simulator.Tests.Running;

/// <summary>Sweeps of a few hundred people and three weeks, written to a file as a user would.</summary>
internal static class SmallSweep
{
    internal const string Fixed = "30";
    internal const string Until = "{atLeast: 10, atMost: 60, until: {outcome: net_value, halfWidth: 15}}";
    internal const string Rank = "{atLeast: 10, atMost: 60, rank: {outcome: net_value, probability: 0.9}}";

    /// <summary>An experiment file.</summary>
    internal static string Yaml(string replicates, string vary = "policies.weekly.sends[0].every: [3, 5, 7]", int people = 200) => $$$"""
        name: sweep
        replicates: {{{replicates}}}
        seed: 3
        horizons: [5, 14]
        scenario:
          horizon: 21
          audience: {size: {{{people}}}, segments: [{name: fans, share: 0.3, relationship: {mean: 0.8}}, {name: others, share: 0.7}]}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
          chat: {promotion: 0.1, personalization: 0.9, value: 0.5}
        policies:
          - {name: weekly, sends: [{message: book, every: 7, times: 3}]}
          - {name: warm, sends: [{message: chat, every: 5, times: 2}, {message: book, first: 14}]}
        vary:
          {{{vary}}}
          policies.weekly.sends[0].message: [book, chat]
        """;

    /// <summary>Writes the file into a folder and reads it.</summary>
    internal static ExperimentPlan Plan(TemporaryFolder folder, string yaml, params string[] overrides)
    {
        File.WriteAllText(folder["sweep.yaml"], yaml);
        ExperimentReading reading = ExperimentFile.Read(folder["sweep.yaml"], overrides);
        Assert.Empty(reading.Problems);
        return ExperimentPlan.Of(reading, reading.Experiment!);
    }

    /// <summary>All CSV files of a result folder, byte for byte.</summary>
    internal static string[] Csv(TemporaryFolder folder, string results) =>
        [.. new[] { "runs.csv", "days.csv", "horizons.csv", "segments.csv" }.Select(name => File.ReadAllText(Path.Combine(folder[results], name)))];
}
