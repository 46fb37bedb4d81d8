namespace Experiments.Analysis;

/// <summary>What a result store holds, typed.</summary>
/// <param name="Facts">The experiment.</param>
/// <param name="Points">The experiment as written first, then what-ifs; never empty.</param>
/// <param name="Failures">Messages of runs that failed, with how many runs each.</param>
internal sealed record StoredResults(
    ExperimentFacts Facts, IReadOnlyList<PointResults> Points, IReadOnlyList<(string Message, int Runs)> Failures)
{
    /// <summary>The experiment as written.</summary>
    internal PointResults AsWritten => Points[0];

    /// <summary>The same experiment under other assumptions.</summary>
    internal IReadOnlyList<PointResults> WhatIfs => [.. Points.Skip(1)];

    /// <summary>The policy that is the case; null when there is none.</summary>
    internal PolicyResults? Case => AsWritten.Find(Facts.Case);

    /// <summary>The policy that single-policy charts show: the case, or the first one that learns, or the first one that sends.</summary>
    internal PolicyResults? Subject => Case
        ?? AsWritten.Sending.FirstOrDefault(policy => Facts.ContextRoles.GetValueOrDefault(policy.Name) == Context.ContextRole.Learned)
        ?? AsWritten.Sending.FirstOrDefault();

    /// <summary>What matching gained in the differences of net value from sending nothing: the middle one of the policies; null without such differences.</summary>
    internal MatchingGain? Matching => AsWritten.Silent is { } silent
        ? MatchingGain.Median(AsWritten.Sending.Select(policy => MatchingGain.Of(policy, silent, Simulator.Ledgers.Metric.NetValue)).OfType<MatchingGain>())
        : null;

    /// <summary>Results by segment of the audience, of the experiment as written; empty without segments.</summary>
    public IReadOnlyList<SegmentResults> Segments { get; init; } = [];

    /// <summary>What a ranking found; null where nothing was ranked.</summary>
    public Selection? Selection { get; init; }

    /// <summary>Which cells reached the precision wanted; null where none was wanted.</summary>
    public PrecisionReached? Precision { get; init; }

    /// <summary>How a policy at a point is called in a sentence.</summary>
    internal string NameOf(int point, string policy) =>
        point == 0 ? Wording.Quote(policy) : $"{Wording.Quote(policy)} ({Points.FirstOrDefault(other => other.Index == point)?.Name ?? $"point {point}"})";

    /// <summary>Replicates that really ran, over the policies of the experiment as written.</summary>
    internal int ReplicatesRun => AsWritten.Policies.Select(policy => policy.Runs.Count).DefaultIfEmpty().Max();
}
