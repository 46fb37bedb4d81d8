namespace Experiments.Optimisation;

/// <summary>
/// When one candidate is better than another whatever weight the objectives have (Pareto dominance), with constraints as in Deb (2000), An efficient
/// constraint handling method for genetic algorithms, Comput. Methods Appl. Mech. Eng. 186:311, doi:10.1016/S0045-7825(99)00389-8: the feasible beats the
/// infeasible, of two infeasible ones that with the smaller violation wins, and only between feasible ones the objectives count.
/// </summary>
internal static class Dominance
{
    /// <summary>Whether the first dominates the second.</summary>
    internal static bool Dominates(Individual one, Individual other) => (one.IsFeasible, other.IsFeasible) switch
    {
        (true, true) => Dominates(one.Costs, other.Costs),
        (true, false) => true,
        (false, true) => false,
        _ => one.Violation < other.Violation,
    };

    /// <summary>Whether costs are nowhere above others and somewhere below: ∀k: aₖ ≤ bₖ and ∃k: aₖ &lt; bₖ.</summary>
    /// <param name="one">a, one element an objective.</param>
    /// <param name="other">b, of the same length.</param>
    internal static bool Dominates(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        bool isBelow = false;
        for (int objective = 0; objective < one.Length; objective++)
        {
            if (one[objective] > other[objective])
            {
                return false;
            }

            isBelow |= one[objective] < other[objective];
        }

        return isBelow;
    }
}
