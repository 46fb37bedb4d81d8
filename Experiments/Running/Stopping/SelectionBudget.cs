namespace Experiments.Running.Stopping;

/// <summary>
/// Where the next runs tell most about which alternative is best: optimal computing budget allocation with matched runs. A rival i
/// gets replicates in proportion to (s_Dᵢ/δᵢ)², the squared noise-to-signal ratio of its paired difference from the best, and the
/// best gets every replicate that any rival gets (Chen, Lin, Yücesan and Chick 2000, doi:10.1023/A:1008349927281; Fu, Hu, Chen and
/// Xiong 2007, doi:10.1287/ijoc.1050.0155). Replicates spent are spent: shares apply to the total, and a rival that has more than
/// its share gets none.
/// </summary>
internal static class SelectionBudget
{
    /// <summary>Runs of a round as a share of those already spent on the rivals. Chosen: the shares change little in a round.</summary>
    private const double Round = 0.1;

    private const int SmallestRound = 10;

    /// <summary>Replicates of each rival after the next round.</summary>
    /// <param name="differences">Best − rival, of each rival.</param>
    /// <param name="replicates">Replicates of each rival.</param>
    /// <param name="atMost">Most replicates of a rival.</param>
    /// <returns>As many as before or more; all as before when nothing can be gained.</returns>
    internal static int[] Next(IReadOnlyList<Spread> differences, IReadOnlyList<int> replicates, int atMost)
    {
        double[] weights = [.. differences.Select((difference, rival) => replicates[rival] < atMost ? Weight(difference) : 0)];
        List<int> sharing = [.. Enumerable.Range(0, weights.Length).Where(rival => weights[rival] > 0)];
        int[] next = [.. replicates];
        if (sharing.Count == 0)
        {
            return next;
        }

        double runs = Math.Max(SmallestRound, Math.Ceiling(Round * sharing.Sum(rival => (double)replicates[rival])));
        double scale;
        do
        {
            scale = (runs + sharing.Sum(rival => (double)replicates[rival])) / sharing.Sum(rival => weights[rival]);
        }
        while (sharing.RemoveAll(rival => replicates[rival] > weights[rival] * scale) > 0);

        foreach (int rival in sharing)
        {
            double share = Math.Min(weights[rival] * scale, (double)replicates[rival] + Math.Max(SmallestRound, replicates[rival] / 2));
            next[rival] = (int)Math.Clamp(Math.Ceiling(share), replicates[rival], atMost);
        }

        return next;
    }

    // A difference below its own standard error is not known better than that: it counts as one standard error, so that no single rival
    // that happens to lie on top of the best takes the whole budget.
    private static double Weight(Spread difference)
    {
        if (difference.Count < 2 || difference.Deviation == 0)
        {
            return 0;
        }

        double signal = Math.Max(Math.Abs(difference.Mean), difference.StandardError);
        return difference.Deviation / signal * (difference.Deviation / signal);
    }
}
