using Experiments.Optimisation;

namespace Experiments.Analysis.Fronts;

/// <summary>How the policies of a front, sending nothing and the policy as written hold up over beliefs and luck, replicate by replicate.</summary>
internal sealed class FrontRobustness
{
    private readonly FrontResults _results;
    private readonly ReplicateResamples _resamples;
    private readonly double[][] _best;
    private readonly Dictionary<(int Policy, int Objective), Robustness> _known = [];

    /// <summary>Compares the policies of a front.</summary>
    /// <param name="results">What was found; at least one policy.</param>
    internal FrontRobustness(FrontResults results)
    {
        _results = results;
        _resamples = new ReplicateResamples(results.FreshReplicates, (ulong)results.Facts.Seed);
        Policies = [.. results.Front, results.Silent, .. results.AsWrittenRan ? [results.AsWritten] : Array.Empty<JudgedPolicy>()];
        _best = [.. Enumerable.Range(0, results.Outcomes.Objectives.Count).Select(objective => Best(objective, results.Outcomes.Signs[objective]))];
        foreach (JudgedPolicy policy in Policies)
        {
            for (int objective = 0; objective < _best.Length; objective++)
            {
                _known[(policy.Number, objective)] = Robustness.Of(policy.Of(objective), _best[objective], results.Silent.Of(objective), results.Outcomes.Signs[objective], _resamples);
            }
        }

        KneeShares = Knees();
    }

    /// <summary>The policies of the front, sending nothing, and the policy as written where it ran: regret is against the best of them in each replicate.</summary>
    internal IReadOnlyList<JudgedPolicy> Policies { get; }

    /// <summary>For each member of the front, in which share of resamples of the replicates it is the knee; empty without a knee.</summary>
    internal IReadOnlyList<double> KneeShares { get; }

    /// <summary>Robustness of a policy in an objective.</summary>
    internal Robustness Of(JudgedPolicy policy, int objective = 0) => _known[(policy.Number, objective)];

    /// <summary>How much better one does than another in the worst tenths of both in the first objective: positive is better.</summary>
    internal Interval TailGain(JudgedPolicy one, JudgedPolicy other)
    {
        int sign = _results.Outcomes.Signs[0];
        return _resamples.Difference(one.Of(0), other.Of(0), sign).Times(sign);
    }

    /// <summary>How much less regret one has than another in the worst tenths of both in the first objective: positive is better.</summary>
    internal Interval RegretGain(JudgedPolicy one, JudgedPolicy other)
    {
        int sign = _results.Outcomes.Signs[0];
        return _resamples.Difference(Robustness.Regrets(other.Of(0), _best[0], sign), Robustness.Regrets(one.Of(0), _best[0], sign), -1);
    }

    /// <summary>Share of replicates in which one policy does better than another in an objective.</summary>
    internal Interval Ahead(JudgedPolicy one, JudgedPolicy other, int objective = 0) => Robustness.Ahead(one.Of(objective), other.Of(objective), _results.Outcomes.Signs[objective]);

    private double[] Best(int objective, int sign) =>
        [.. Enumerable.Range(0, _results.FreshReplicates).Select(replicate => sign * Policies.Max(policy => sign * policy.Values[replicate][objective]))];

    // The members stay, their means are drawn again: who is on the front is a question of its own.
    private double[] Knees()
    {
        if (_results.KneeIndex is null)
        {
            return [];
        }

        double[] counts = new double[_results.Front.Count];
        foreach (double[] weights in _resamples.Weights)
        {
            counts[Knee.Of([.. _results.Front.Select(policy => Costs(policy, weights))])!.Value]++;
        }

        return [.. counts.Select(count => count / _resamples.Weights.Count)];
    }

    private double[] Costs(JudgedPolicy policy, double[] weights)
    {
        double[] sums = new double[_results.Outcomes.All.Count];
        for (int replicate = 0; replicate < weights.Length; replicate++)
        {
            for (int outcome = 0; outcome < sums.Length; outcome++)
            {
                sums[outcome] += weights[replicate] * policy.Values[replicate][outcome];
            }
        }

        return _results.Outcomes.Costs([.. sums.Select(sum => sum / weights.Length)]);
    }
}
