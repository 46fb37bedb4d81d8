namespace Experiments.Designs;

/// <summary>
/// Radial trajectories for elementary effects (Campolongo, Saltelli and Cariboni 2011, From screening to quantitative sensitivity analysis,
/// Computer Physics Communications 182:978, doi:10.1016/j.cpc.2010.12.039): a base point, then each factor alone moved to where an
/// auxiliary point has it. Base points are the first k columns of a scrambled Sobol' sequence in 2k dimensions, auxiliary points the
/// other k, four points further on, as the authors advise.
/// </summary>
/// <remarks>
/// A step may come out as short as one likes, and an effect is divided by its step: what luck moves an outcome would then be taken for
/// an effect. So the auxiliary coordinate is spread over that part of the range which lies at least <see cref="ShortestStep"/> from
/// the base; of listed levels, over those at least as far off.
/// </remarks>
internal sealed class MorrisTable : IDesignTable
{
    /// <summary>Shortest step, in units of a factor's range. Chosen: a quarter leaves more than half of every range to step to.</summary>
    internal const double ShortestStep = 0.25;

    /// <summary>Points by which the auxiliary points are ahead.</summary>
    private const int Ahead = 4;

    /// <summary>Whole numbers that are handled one by one; the grain of more does not matter. Chosen.</summary>
    private const int MostLevels = 1000;

    private readonly IReadOnlyList<Factor> _factors;
    private readonly SobolSequence _sequence;
    private readonly int _trajectories;

    /// <summary>A number of trajectories.</summary>
    /// <param name="factors">The factors, k of them; 2k dimensions are taken.</param>
    /// <param name="trajectories">Trajectories, of k + 1 rows each.</param>
    /// <param name="seed">Seed of the scramble.</param>
    internal MorrisTable(IReadOnlyList<Factor> factors, int trajectories, ulong seed)
    {
        (_factors, _trajectories) = (factors, trajectories);
        _sequence = new SobolSequence(2 * factors.Count, seed);
    }

    /// <summary>Rows of a trajectory: the base point first, then one a factor.</summary>
    internal int RowsPerTrajectory => _factors.Count + 1;

    /// <inheritdoc/>
    public int Count => _trajectories * RowsPerTrajectory;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row)
    {
        (int trajectory, int moved) = Math.DivRem(row, RowsPerTrajectory);
        return [.. _factors.Select((factor, index) => At(factor, index + 1 == moved ? Positions(trajectory, index).To : Positions(trajectory, index).From))];
    }

    /// <summary>How far a factor is moved in a trajectory, in units of its range, with its sign; never 0.</summary>
    internal double Step(int trajectory, int factor)
    {
        (double from, double to) = Positions(trajectory, factor);
        return to - from;
    }

    /// <summary>Base and auxiliary position of a factor: for ranges in the unit interval, for few levels their place among them.</summary>
    private (double From, double To) Positions(int trajectory, int factor)
    {
        double from = _sequence.Coordinate(trajectory, factor);
        double to = _sequence.Coordinate(trajectory + Ahead, _factors.Count + factor);
        return Levels(_factors[factor]) is { } levels ? OfLevels(from, to, levels) : (from, Away(from, to));
    }

    /// <summary>The position of a coordinate in what of the unit interval lies far enough from another one.</summary>
    /// <param name="from">The other one.</param>
    /// <param name="coordinate">Uniform on the unit interval.</param>
    internal static double Away(double from, double coordinate)
    {
        (double below, double above) = (Math.Max(0, from - ShortestStep), Math.Max(0, 1 - ShortestStep - from));
        double along = coordinate * (below + above);
        return along < below ? along : from + ShortestStep + (along - below);
    }

    private static (double From, double To) OfLevels(double from, double to, int levels)
    {
        int first = Math.Min(levels - 1, (int)(from * levels));
        int[] others = [.. Enumerable.Range(0, levels).Where(level => Math.Abs(level - first) >= Math.Max(1, ShortestStep * (levels - 1)))];
        return ((double)first / (levels - 1), (double)others[Math.Min(others.Length - 1, (int)(to * others.Length))] / (levels - 1));
    }

    private static Level At(Factor factor, double position) => Levels(factor) is { } levels
        ? factor.At((Math.Round(position * (levels - 1)) + 0.5) / levels)
        : factor.At(position);

    // A step must never end at the value where it began, and its size is that between two whole numbers.
    private static int? Levels(Factor factor) => factor.Range switch
    {
        null => factor.Listed.Count,
        { IsInteger: true } range when range.To - range.From < MostLevels && !range.IsLogarithmic => (int)(range.To - range.From) + 1,
        _ => null,
    };
}
