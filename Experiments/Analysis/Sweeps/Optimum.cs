namespace Experiments.Analysis.Sweeps;

/// <summary>
/// The best level of a factor along a line, and how well it is known. Where: the level with the best mean, moved to the top of
/// the parabola through it and its two neighbours (in the space of the factor's scale), unless it is the first or the last. Its
/// interval: the middle 95% of the same estimate over resamples of the replicates (Efron 1979, Annals of Statistics 7:1). All levels
/// are resampled together, so that what is the same luck at all levels stays so.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="Best">Index of the level with the best mean.</param>
/// <param name="At">The estimated place of the optimum, with its interval.</param>
/// <param name="Flat">Indices of the levels that cannot be told apart from the best one; ascending, the best one among them.</param>
internal sealed record Optimum(SweepLine Line, int Best, Interval At, IReadOnlyList<int> Flat)
{
    /// <summary>Resamples. Enough for a 2.5% tail of 25.</summary>
    internal const int Resamples = 1000;

    /// <summary>Fewest replicates that are resampled; of fewer there are too few different resamples.</summary>
    internal const int FewestReplicates = 5;

    /// <summary>Name of the method, as captions give it.</summary>
    internal const string Method = "optimum: parabola through the best level and its neighbours, 95% percentile bootstrap of 1,000 joint resamples of the replicates; levels not told from the best: paired t intervals, 95% together (Bonferroni)";

    /// <summary>The level with the best mean.</summary>
    internal double BestLevel => Line.Levels[Best];

    /// <summary>Whether the best level is the first or the last: the true optimum may lie beyond.</summary>
    internal bool IsAtEdge => Best == 0 || Best == Line.Levels.Count - 1;

    /// <summary>Whether every level is as good as the best, as far as these runs tell.</summary>
    internal bool IsFlat => Flat.Count == Line.Levels.Count;

    /// <summary>The optimum; null with fewer than two levels that have values.</summary>
    /// <param name="line">The line.</param>
    /// <param name="outcome">The outcome to be highest or lowest.</param>
    /// <param name="scale">The space of the factor.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal static Optimum? Of(SweepLine line, AnswerOutcome outcome, FactorScale scale, int seed)
    {
        IReadOnlyList<ReplicateSample> samples = line.Of(outcome);
        if (samples.Count < 2 || samples.Any(sample => sample.Count == 0))
        {
            return null;
        }

        double[] positions = [.. line.Levels.Select(scale.Position)];
        double[] means = [.. samples.Select(sample => outcome.Sign * sample.Mean)];
        int best = HighestOf(means);
        int[] flat = [.. Enumerable.Range(0, samples.Count).Where(level => level == best || samples[level].IsLevelWith(samples[best], samples.Count - 1))];
        double at = scale.Level(Top(positions, means));
        double[][] pairs = Complete(samples);
        if (pairs.Length < FewestReplicates)
        {
            return new Optimum(line, best, new Interval(at, null, null, pairs.Length), flat);
        }

        double[] places = [.. Resample(pairs, positions, outcome.Sign, new Resampling((uint)seed, pairs.Length)).Order()];
        (double low, double high) = (Quantile(places, 0.025), Quantile(places, 0.975));
        return new Optimum(line, best, new Interval(at, scale.Level(Math.Min(low, Top(positions, means))), scale.Level(Math.Max(high, Top(positions, means))), pairs.Length), flat);
    }

    /// <summary>Where the parabola through the highest value and its neighbours has its top; the highest value's place at either end.</summary>
    internal static double Top(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        int best = HighestOf(values);
        if (best == 0 || best == values.Length - 1)
        {
            return positions[best];
        }

        (double left, double right) = (positions[best] - positions[best - 1], positions[best + 1] - positions[best]);
        (double fall, double drop) = (values[best] - values[best - 1], values[best] - values[best + 1]);

        // With y = y₀ + b·u + c·u² through (−left, −fall), (0, 0), (right, −drop), the top is at u = −b/2c.
        double bend = ((fall / left) + (drop / right)) / (left + right);
        double slope = ((fall / left * right) - (drop / right * left)) / (left + right);
        return bend > 0 ? positions[best] + Math.Clamp(slope / (2 * bend), -left / 2, right / 2) : positions[best];
    }

    private static IEnumerable<double> Resample(double[][] replicates, double[] positions, int sign, Resampling resampling)
    {
        var means = new double[positions.Length];
        for (int resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(means);
            for (int draw = 0; draw < replicates.Length; draw++)
            {
                double[] chosen = replicates[resampling.Index(resample, draw)];
                for (int level = 0; level < means.Length; level++)
                {
                    means[level] += sign * chosen[level];
                }
            }

            yield return Top(positions, Array.ConvertAll(means, sum => sum / replicates.Length));
        }
    }

    /// <summary>Values by replicate, then by level, of the replicates that all levels have.</summary>
    private static double[][] Complete(IReadOnlyList<ReplicateSample> samples) =>
        [.. Enumerable.Range(0, samples.Min(sample => sample.Values.Count))
            .Select(replicate => samples.Select(sample => sample[replicate]).ToArray())
            .Where(values => values.All(double.IsFinite))];

    private static int HighestOf(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int index = 1; index < values.Length; index++)
        {
            best = values[index] > values[best] ? index : best;
        }

        return best;
    }

    private static double Quantile(double[] sorted, double share) => Store.SampleSummary.Quantile(sorted, share);
}
