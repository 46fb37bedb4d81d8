namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How bad a damage is in the middle, on average and at worst, over the runs of a cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Sorted">Its runs, ascending.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The middle run.</param>
/// <param name="InTwenty">Reached by one run in twenty.</param>
/// <param name="InHundred">Reached by one run in a hundred.</param>
internal sealed record WorstCases(SweepCell Cell, double[] Sorted, Interval Mean, Interval Median, Interval InTwenty, Interval InHundred)
{
    /// <summary>Fewest runs: with fewer there is no worst in a hundred.</summary>
    internal const int FewestRuns = 100;

    /// <summary>The worst run of all.</summary>
    internal double Maximum => Sorted[^1];

    /// <summary>The worst cases of an outcome of a cell; null with too few runs.</summary>
    internal static WorstCases? Of(SweepCell cell, AnswerOutcome outcome)
    {
        double[] sorted = cell.Of(outcome).Sorted();
        return sorted.Length < FewestRuns
            ? null
            : new WorstCases(cell, sorted, cell.Of(outcome).Interval!.Value, QuantileInterval.Of(sorted, 0.5), QuantileInterval.Of(sorted, 0.95), QuantileInterval.Of(sorted, 0.99));
    }

    /// <summary>The share of runs that reach a value.</summary>
    internal Interval Reaching(double value) => WilsonInterval.Of(Sorted.Count(run => run >= value), Sorted.Length)!.Value;

}
