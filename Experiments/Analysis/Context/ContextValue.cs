using Simulator.Ledgers;

namespace Experiments.Analysis.Context;

/// <summary>
/// What knowing one's followers is worth in one world, and how much of it policies recover that know less. The best threshold on the known
/// relationship, and the best on the guessed one, are chosen by net value on the even replicates and measured on the odd ones, so that choosing does not flatter what is measured.
/// </summary>
/// <param name="Everybody">The policy that writes to everybody.</param>
/// <param name="Known">The best that knows the relationship.</param>
/// <param name="Guessed">The best threshold on the guessed relationship; null without one.</param>
/// <param name="Learned">Policies that learn, in the order of the file; the first is the one the answer speaks of.</param>
/// <param name="LearnedKnown">The policy that learns and knows the relationship; null without one.</param>
internal sealed record ContextValue(
    PolicyResults Everybody, PolicyResults Known, PolicyResults? Guessed, IReadOnlyList<PolicyResults> Learned, PolicyResults? LearnedKnown)
{
    /// <summary>How many thresholds on the known relationship the best was chosen from.</summary>
    public int KnownTried { get; init; } = 1;

    /// <summary>Name of the rule of choice, as captions give it.</summary>
    internal const string Rule = "best thresholds chosen on even replicates, gains and shares of every policy measured on odd ones";

    /// <summary>What knowing is worth; null unless somebody writes to all, somebody knows and somebody learns.</summary>
    internal static ContextValue? Of(PointResults point, IReadOnlyDictionary<string, ContextRole> roles)
    {
        PolicyResults[] As(ContextRole role) => [.. point.Sending.Where(policy => roles.TryGetValue(policy.Name, out ContextRole played) && played == role && policy.Runs.Count > 0)];
        return As(ContextRole.Everybody).FirstOrDefault() is { } everybody && Best(As(ContextRole.Known)) is { } known && As(ContextRole.Learned) is { Length: > 0 } learned
            ? new ContextValue(everybody, known, Best(As(ContextRole.Guessed)), learned, As(ContextRole.LearnedKnown).FirstOrDefault()) { KnownTried = As(ContextRole.Known).Length }
            : null;
    }

    /// <summary>What a policy gains over writing to everybody, replicate by replicate; for trust debt, what it saves.</summary>
    internal IReadOnlyDictionary<int, double> Gains(PolicyResults policy, Metric metric)
    {
        IReadOnlyDictionary<int, double> start = Everybody.ByReplicate(metric);
        double sign = metric == Metric.TrustDebt ? -1 : 1;
        return policy.ByReplicate(metric).Where(run => start.ContainsKey(run.Key)).ToDictionary(run => run.Key, run => sign * (run.Value - start[run.Key]));
    }

    /// <summary>Mean gain of a policy over writing to everybody, on the replicates that did not choose: of every policy on the same ones, so that gains and <see cref="Share"/> agree.</summary>
    internal Interval? Gain(PolicyResults policy, Metric metric) => MeanInterval.Of([.. Gains(policy, metric).Where(run => IsMeasured(run.Key)).Select(run => run.Value)]);

    /// <summary>Share of the gain of knowing that a policy recovers; null where knowing gains nothing beyond doubt.</summary>
    internal Interval? Share(PolicyResults policy, Metric metric)
    {
        IReadOnlyDictionary<int, double> whole = Gains(Known, metric);
        int[] both = [.. Gains(policy, metric).Keys.Where(replicate => IsMeasured(replicate) && whole.ContainsKey(replicate)).Order()];
        IReadOnlyDictionary<int, double> gained = Gains(policy, metric);
        return RecoveredShare.Of([.. both.Select(replicate => gained[replicate])], [.. both.Select(replicate => whole[replicate])]);
    }

    /// <summary>Net value one − other, on the replicates that did not choose.</summary>
    internal static Interval? Difference(PolicyResults one, PolicyResults other, Metric metric)
    {
        IReadOnlyDictionary<int, double> second = other.ByReplicate(metric);
        return MeanInterval.Of([.. one.ByReplicate(metric).Where(run => IsMeasured(run.Key) && second.ContainsKey(run.Key)).Select(run => run.Value - second[run.Key])]);
    }

    private static bool IsMeasured(int replicate) => replicate % 2 == 1;

    private static PolicyResults? Best(PolicyResults[] candidates) => candidates.Length == 0
        ? null
        : candidates.MaxBy(policy => policy.ByReplicate(Metric.NetValue).Where(run => !IsMeasured(run.Key)).Select(run => run.Value).DefaultIfEmpty(double.NegativeInfinity).Average());
}
