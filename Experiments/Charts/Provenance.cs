using Experiments.Analysis;
using Experiments.Store;

namespace Experiments.Charts;

/// <summary>What a chart rests on: with it, whoever meets the chart alone can trace it, judge it and make it again.</summary>
internal sealed record Provenance
{
    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Hash of the resolved experiment, hexadecimal, whole.</summary>
    public required string Hash { get; init; }

    /// <summary>Seed of all draws.</summary>
    public required int Seed { get; init; }

    /// <summary>Which points of the experiment are drawn, in words.</summary>
    public required string Points { get; init; }

    /// <summary>How many replicates, in words: "200 replicates", "20 to 400 replicates of 25 combinations".</summary>
    public required string Replicates { get; init; }

    /// <summary>How intervals and bands were computed, and what they are of.</summary>
    public required string Intervals { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The command that makes the results again.</summary>
    public required string Command { get; init; }

    /// <summary>What a chart of an experiment rests on.</summary>
    /// <param name="facts">The experiment.</param>
    /// <param name="points">Which of its points are drawn.</param>
    /// <param name="replicates">How many replicates.</param>
    /// <param name="intervals">How intervals were computed.</param>
    internal static Provenance Of(ExperimentFacts facts, string points, string replicates, string intervals) => new()
    {
        Experiment = facts.Name,
        Hash = facts.Hash,
        Seed = facts.Seed,
        Points = points,
        Replicates = replicates,
        Intervals = intervals,
        Version = Tool.Version,
        Command = facts.Command,
    };

    /// <summary>The hash as result folders carry it.</summary>
    internal string ShortHash => Hash.Length > 8 ? Hash[..8] : Hash;

    /// <summary>The line below a chart in a report.</summary>
    internal string Caption => $"n = {Replicates} · {Intervals} · seed {Seed} · experiment {ShortHash}";

    /// <summary>The line below a picture that stands alone: all of it, for the picture may be all that is left.</summary>
    internal string Footer => $"Experiment {Experiment}, {ShortHash} · {Points} · n = {Replicates} · {Intervals} · seed {Seed} · version {Version} · {Command}";
}
