using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>One outcome of one policy at the end of one day, over replicates; null where no replicate has it.</summary>
/// <param name="Point">Number of the point, from 0.</param>
/// <param name="Varied">The values that set the point apart.</param>
/// <param name="Policy">Name of the policy; "silent" for the twin to whom nothing is sent.</param>
/// <param name="Day">The day, from 0.</param>
/// <param name="Metric">The outcome: a running total or a level.</param>
/// <param name="Mean">Mean over replicates.</param>
/// <param name="Sd">Standard deviation over replicates; null with one replicate.</param>
/// <param name="P05">5th percentile of runs.</param>
/// <param name="P25">25th percentile of runs.</param>
/// <param name="P50">Median of runs.</param>
/// <param name="P75">75th percentile of runs.</param>
/// <param name="P95">95th percentile of runs.</param>
public sealed record DayRow(
    int Point, VariedValues Varied, string Policy, int Day, Metric Metric, double? Mean, double? Sd, double? P05, double? P25, double? P50, double? P75, double? P95)
{
    /// <summary>A varied value as a number.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path, or the value is no number.</exception>
    public double Number(string path) => Varied.Number(path);

    /// <summary>A varied value as the experiment writes it.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path.</exception>
    public string Text(string path) => Varied[path];
}
