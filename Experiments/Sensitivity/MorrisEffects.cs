namespace Experiments.Sensitivity;

/// <summary>
/// Elementary effects of radial trajectories (Morris 1991, Factorial sampling plans, Technometrics 33:161,
/// doi:10.1080/00401706.1991.10484804; μ* of Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004; radial steps of Campolongo,
/// Saltelli and Cariboni 2011, doi:10.1016/j.cpc.2010.12.039): d = (f(x with one coordinate moved by Δ) − f(x))/Δ, Δ in units of the factor's
/// range; μ = mean d, μ* = mean |d|, σ = standard deviation of d over trajectories.
/// </summary>
/// <remarks>
/// Luck: base and moved row share it, so a difference holds only that part which the move itself stirs up. From the replicates of each
/// effect, less what luck does to the effects of all trajectories alike, follows how much of σ is luck: its variance is the mean over
/// trajectories of Var_r(d)/R. A trajectory with a failed base drops out, one with another failed row for that factor alone.
/// </remarks>
internal static class MorrisEffects
{
    /// <summary>The estimates, one a factor; null for a factor with fewer than two effects.</summary>
    /// <param name="samples">The outcome at all rows: trajectory after trajectory, base first.</param>
    /// <param name="factors">Number of factors k; a trajectory has k + 1 rows.</param>
    /// <param name="step">Δ of a trajectory and a factor.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <param name="resamples">Resamples.</param>
    internal static IReadOnlyList<MorrisEstimate?> Of(RowSamples samples, int factors, Func<int, int, double> step, ulong seed, int resamples = Bootstrap.Resamples)
    {
        int trajectories = samples.Rows / (factors + 1);
        double[][] weights = [.. Enumerable.Range(0, resamples).Select(resample => Bootstrap.Weights(trajectories, resample, seed))];
        return [.. Enumerable.Range(0, factors).Select(factor => One(samples, factors, factor, trajectories, step, weights))];
    }

    private static MorrisEstimate? One(RowSamples samples, int factors, int factor, int trajectories, Func<int, int, double> step, double[][] weights)
    {
        int replicates = samples.Replicates;
        double[][] effects = new double[trajectories][];
        for (int trajectory = 0; trajectory < trajectories; trajectory++)
        {
            int row = trajectory * (factors + 1);
            double size = step(trajectory, factor);
            double[] effect = new double[replicates];
            for (int replicate = 0; replicate < replicates; replicate++)
            {
                effect[replicate] = (samples.Row(row + 1 + factor)[replicate] - samples.Row(row)[replicate]) / size;
            }

            effects[trajectory] = effect;
        }

        double[] means = [.. effects.Select(effect => effect.Average())];
        int count = means.Count(double.IsFinite);
        if (count < 2)
        {
            return null;
        }

        double[] once = new double[trajectories];
        Array.Fill(once, 1);
        (double Mean, double Size, double Spread) estimate = Moments(means, once);
        (double Mean, double Size, double Spread)[] drawn = [.. weights.Select(weight => Moments(means, weight))];
        return new MorrisEstimate(
            Bootstrap.Percentiles(estimate.Mean, drawn.Select(values => values.Mean), count),
            Bootstrap.Percentiles(estimate.Size, drawn.Select(values => values.Size), count),
            Bootstrap.Percentiles(estimate.Spread, drawn.Select(values => values.Spread), count),
            (double)means.Count(mean => mean > 0) / count,
            (double)means.Count(mean => mean < 0) / count,
            [.. drawn.Select(values => values.Size)],
            replicates > 1 ? Luck([.. effects.Where(effect => double.IsFinite(effect.Sum()))], replicates) : null);
    }

    private static (double Mean, double Size, double Spread) Moments(double[] effects, double[] weights)
    {
        (double weight, double sum, double sizes, double squares) = (0, 0, 0, 0);
        for (int trajectory = 0; trajectory < effects.Length; trajectory++)
        {
            if (double.IsFinite(effects[trajectory]))
            {
                weight += weights[trajectory];
                sum += weights[trajectory] * effects[trajectory];
                sizes += weights[trajectory] * Math.Abs(effects[trajectory]);
            }
        }

        double mean = sum / weight;
        for (int trajectory = 0; trajectory < effects.Length; trajectory++)
        {
            if (double.IsFinite(effects[trajectory]))
            {
                squares += weights[trajectory] * (effects[trajectory] - mean) * (effects[trajectory] - mean);
            }
        }

        return weight < 2 ? (double.NaN, double.NaN, double.NaN) : (mean, sizes / weight, Math.Sqrt(squares / (weight - 1)));
    }

    private static double Luck(double[][] effects, int replicates)
    {
        double[] common = [.. Enumerable.Range(0, replicates).Select(replicate => effects.Average(effect => effect[replicate]))];
        double sum = 0;
        foreach (double[] effect in effects)
        {
            double mean = Enumerable.Range(0, replicates).Average(replicate => effect[replicate] - common[replicate]);
            sum += Enumerable.Range(0, replicates).Sum(replicate => Math.Pow(effect[replicate] - common[replicate] - mean, 2)) / (replicates - 1);
        }

        // The common part was estimated from the same effects: one degree of freedom.
        return Math.Sqrt(sum / (effects.Length - 1) / replicates);
    }
}
