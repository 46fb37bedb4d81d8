using MathNet.Numerics;

namespace Experiments.Discovery;

/// <summary>P(X ≥ k) for X ~ Binomial(n, p): I_p(k, n − k + 1), the regularised incomplete beta function.</summary>
internal static class BinomialTail
{
    /// <summary>The probability.</summary>
    /// <param name="successes">k, 0 to n.</param>
    /// <param name="trials">n, at least 0.</param>
    /// <param name="chance">p, 0–1.</param>
    internal static double AtLeast(int successes, int trials, double chance) => (successes, chance) switch
    {
        ( <= 0, _) => 1,
        _ when successes > trials || chance <= 0 => 0,
        _ when chance >= 1 => 1,
        _ => SpecialFunctions.BetaRegularized(successes, trials - successes + 1, chance),
    };
}
