namespace Experiments.Emulation;

/// <summary>
/// Variance of a single run by what is expected of it: Σ squares/Σ degrees of freedom over those points whose means lie nearest. The luck of counts
/// grows with the count, so that one variance for all would rule out too much where many are expected and too little where few are.
/// </summary>
internal sealed class RunScatter
{
    /// <summary>Fewest points that a variance is read from. Chosen: with three replicates it is then exact to about a sixth.</summary>
    internal const int FewestPoints = 40;

    /// <summary>Share of the points that a variance is read from. Chosen.</summary>
    private const double Share = 0.1;

    private readonly double[] _means;
    private readonly double[] _squares;
    private readonly double[] _freedom;
    private readonly int _near;

    private RunScatter((double Mean, double Squares, int Freedom)[] sorted)
    {
        _means = [.. sorted.Select(point => point.Mean)];
        (_squares, _freedom) = (new double[sorted.Length + 1], new double[sorted.Length + 1]);
        for (int place = 0; place < sorted.Length; place++)
        {
            _squares[place + 1] = _squares[place] + sorted[place].Squares;
            _freedom[place + 1] = _freedom[place] + sorted[place].Freedom;
        }

        _near = Math.Min(sorted.Length, Math.Max(FewestPoints, (int)(Share * sorted.Length)));
    }

    /// <summary>Sorts points by what they came to.</summary>
    /// <param name="points">Mean of each point, the sum of squares of its runs around it, and its degrees of freedom.</param>
    /// <returns>Null where replicates are single.</returns>
    internal static RunScatter? Of(IEnumerable<(double Mean, double Squares, int Freedom)> points) =>
        points.Where(point => point.Freedom > 0).OrderBy(point => point.Mean).ToArray() is { Length: > 0 } sorted ? new RunScatter(sorted) : null;

    /// <summary>Variance of a single run where so much is expected; beyond all points that of the outermost.</summary>
    internal double At(double expected)
    {
        int place = Array.BinarySearch(_means, expected);
        int from = Math.Clamp((place < 0 ? ~place : place) - (_near / 2), 0, _means.Length - _near);
        return (_squares[from + _near] - _squares[from]) / (_freedom[from + _near] - _freedom[from]);
    }
}
