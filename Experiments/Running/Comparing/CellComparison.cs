using Experiments.Analysis;
using Simulator.Ledgers;

namespace Experiments.Running.Comparing;

/// <summary>Compares the runs of one cell of two experiments, outcome by outcome.</summary>
internal static class CellComparison
{
    /// <summary>The outcomes that differ.</summary>
    /// <param name="point">Name of the point.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="old">Runs of the first experiment: replicate → outcomes in the order of result files, NaN where missing.</param>
    /// <param name="changed">Runs of the second one.</param>
    /// <param name="paired">Whether equal replicates had the same luck, so that differences are taken replicate by replicate.</param>
    internal static IEnumerable<OutcomeChange> Of(
        string point, string policy, IReadOnlyDictionary<int, double[]> old, IReadOnlyDictionary<int, double[]> changed, bool paired)
    {
        int[] common = paired ? [.. old.Keys.Where(changed.ContainsKey).Order()] : [];
        bool byReplicate = common.Length > 0;
        for (int index = 0; index < MetricInfo.All.Count; index++)
        {
            IEnumerable<double[]> before = byReplicate ? common.Select(replicate => old[replicate]) : old.Values;
            IEnumerable<double[]> after = byReplicate ? common.Select(replicate => changed[replicate]) : changed.Values;
            if (Differs([.. before.Select(run => run[index])], [.. after.Select(run => run[index])], byReplicate) is { } difference)
            {
                yield return new OutcomeChange(
                    point, policy, MetricInfo.All[index].Name, difference.Old, difference.New, difference.Interval, difference.Standardised, byReplicate);
            }
        }
    }

    private static (double Old, double New, Interval? Interval, double Standardised)? Differs(double[] old, double[] changed, bool byReplicate)
    {
        if (old.AsSpan().SequenceEqual(changed))
        {
            return null;
        }

        double[] before = [.. old.Where(double.IsFinite)];
        double[] after = [.. changed.Where(double.IsFinite)];
        Interval? interval = byReplicate
            ? MeanInterval.Of([.. changed.Zip(old, (now, then) => now - then).Where(double.IsFinite)])
            : WelchInterval.Of(after, before);
        double spread = Math.Sqrt((Variance(before) + Variance(after)) / 2);
        double distance = Math.Abs(interval?.Mean ?? 0);
        return (Mean(before), Mean(after), interval, distance == 0 ? 0 : spread > 0 ? distance / spread : double.PositiveInfinity);
    }

    private static double Mean(double[] values) => values.Length > 0 ? values.Average() : double.NaN;

    private static double Variance(double[] values)
    {
        double mean = Mean(values);
        return values.Length > 1 ? values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) : 0;
    }
}
