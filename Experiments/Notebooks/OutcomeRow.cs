using Experiments.Config;
using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>Outcomes of one run: at its end, after fewer days, or of one segment of the audience.</summary>
public abstract class OutcomeRow
{
    private readonly double[] _values;

    /// <param name="point">The point.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="replicate">Number of the replicate.</param>
    /// <param name="values">Outcomes in the order of <see cref="MetricInfo.All"/>, not copied; NaN where there is none.</param>
    private protected OutcomeRow(PointRow point, string policy, int replicate, double[] values) =>
        (PointRow, Policy, Replicate, _values) = (point, policy, replicate, values);

    /// <summary>Number of the point, from 0.</summary>
    public int Point => PointRow.Point;

    /// <summary>Name of the policy; "silent" for the twin to whom nothing is sent.</summary>
    public string Policy { get; }

    /// <summary>Number of the replicate, from 0. Runs with the same number meet the same people with the same luck.</summary>
    public int Replicate { get; }

    /// <summary>The values that set the point apart.</summary>
    public VariedValues Varied => PointRow.Varied;

    internal PointRow PointRow { get; }

    /// <summary>An outcome; null where it could not be computed (no complaint, no break-even), or is not kept in this table.</summary>
    public double? this[Metric metric] => double.IsNaN(_values[(int)metric]) ? null : _values[(int)metric];

    /// <summary>An outcome by its name in result files, for example "net_value".</summary>
    /// <exception cref="NotebookException">There is no outcome of that name.</exception>
    public double? this[string outcome] => this[Find(outcome)];

    /// <summary>A varied value as a number.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path, or the value is no number.</exception>
    public double Number(string path) => Varied.Number(path);

    /// <summary>A varied value as the experiment writes it.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">There is no such path.</exception>
    public string Text(string path) => Varied[path];

    /// <summary>The outcome with a name.</summary>
    internal static Metric Find(string outcome) => MetricInfo.Find(outcome)?.Metric
        ?? throw new NotebookException($"There is no outcome '{outcome}'{NearestName.Hint(outcome, MetricInfo.All.Select(info => info.Name))}");
}
