namespace Experiments.Analysis.Fronts;

/// <summary>
/// How an outcome of a policy holds up over beliefs and luck: the mean of its worst tenth (conditional value at risk: Rockafellar and Uryasev 2000, Journal of
/// Risk 2:21), and its regret, what the best policy of the same replicate would have brought more (Savage 1951, J. Am. Stat. Assoc. 46:55).
/// </summary>
/// <param name="WorstTenth">Mean of the worst tenth of replicates, with its bootstrap interval.</param>
/// <param name="Regret">Mean regret.</param>
/// <param name="WorstRegret">Mean of the worst tenth of regrets, with its bootstrap interval.</param>
/// <param name="BeatsSilence">Share of replicates in which the policy does better than sending nothing, with its interval.</param>
internal sealed record Robustness(Interval WorstTenth, double Regret, Interval WorstRegret, Interval BeatsSilence)
{
    /// <summary>Robustness of one of several policies in the same replicates.</summary>
    /// <param name="own">Its values by replicate.</param>
    /// <param name="best">The best value of all policies in each.</param>
    /// <param name="silent">The silent twin's in each.</param>
    /// <param name="sign">1 when more is better, −1 when less is.</param>
    /// <param name="resamples">Resamples of the replicates.</param>
    internal static Robustness Of(double[] own, double[] best, double[] silent, int sign, ReplicateResamples resamples)
    {
        double[] regrets = Regrets(own, best, sign);
        return new Robustness(
            resamples.WorstTenth(own, sign),
            regrets.Average(),
            resamples.WorstTenth(regrets, -1),
            Ahead(own, silent, sign));
    }

    /// <summary>What the best would have brought more, replicate by replicate.</summary>
    internal static double[] Regrets(double[] own, double[] best, int sign) => [.. own.Zip(best, (value, most) => sign * (most - value))];

    /// <summary>Share of replicates in which one does better than another, with Wilson's interval.</summary>
    internal static Interval Ahead(double[] one, double[] other, int sign) =>
        WilsonInterval.Of(one.Zip(other).Count(pair => sign * (pair.First - pair.Second) > 0), one.Length)!.Value;
}
