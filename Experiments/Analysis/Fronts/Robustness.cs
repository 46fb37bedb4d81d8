namespace Experiments.Analysis.Fronts;

/// <summary>
/// How an outcome of a policy holds up over beliefs and luck: the mean of its worst tenth (conditional value at risk: Rockafellar and Uryasev 2000, Journal of
/// Risk 2:21), and its regret, what the best policy of the same replicate would have brought more (Savage 1951, J. Am. Stat. Assoc. 46:55).
/// </summary>
/// <param name="WorstTenth">Mean of the worst tenth of replicates.</param>
/// <param name="Regret">Mean regret.</param>
/// <param name="WorstRegret">Mean of the worst tenth of regrets.</param>
/// <param name="BeatsSilence">Share of replicates in which the policy does better than sending nothing, with its interval.</param>
internal sealed record Robustness(double WorstTenth, double Regret, double WorstRegret, Interval BeatsSilence)
{
    /// <summary>The share of replicates that counts as the worst.</summary>
    private const double Tail = 0.1;

    /// <summary>Robustness of one of several policies in the same replicates.</summary>
    /// <param name="own">Its values by replicate.</param>
    /// <param name="best">The best value of all policies in each.</param>
    /// <param name="silent">The silent twin's in each.</param>
    /// <param name="sign">1 when more is better, −1 when less is.</param>
    internal static Robustness Of(double[] own, double[] best, double[] silent, int sign)
    {
        double[] regrets = [.. own.Zip(best, (value, most) => sign * (most - value))];
        return new Robustness(
            sign * -WorstMean([.. own.Select(value => -sign * value)]),
            regrets.Average(),
            WorstMean(regrets),
            WilsonInterval.Of(own.Zip(silent).Count(pair => sign * (pair.First - pair.Second) > 0), own.Length)!.Value);
    }

    /// <summary>
    /// Mean of the largest tenth: of n values the ⌊n/10⌋ largest count fully and the next one for the rest, as the definition of a conditional value at risk
    /// for a discrete distribution has it (Rockafellar and Uryasev 2002, J. Banking Finance 26:1443, doi:10.1016/S0378-4266(02)00271-6).
    /// </summary>
    internal static double WorstMean(double[] values)
    {
        double[] sorted = [.. values.OrderDescending()];
        double wanted = Tail * values.Length;
        int whole = (int)Math.Floor(wanted + 1e-9);
        double rest = Math.Max(0, wanted - whole);
        return (sorted.Take(whole).Sum() + (whole < sorted.Length ? rest * sorted[whole] : 0)) / wanted;
    }
}
