namespace Experiments.Designs;

/// <summary>
/// The scheme of Saltelli et al. (2010), Variance based sensitivity analysis of model output, Computer Physics Communications 181:259,
/// doi:10.1016/j.cpc.2009.09.018, with the rows of Saltelli (2002), doi:10.1016/S0010-4655(02)00280-1, for second order. A and B are
/// the two halves of the columns of one scrambled Sobol' sequence in 2k dimensions, so that they are independent and each fills the cube.
/// </summary>
internal sealed class SobolIndicesTable : IDesignTable
{
    private readonly IReadOnlyList<Factor> _factors;
    private readonly SobolSequence _sequence;
    private readonly int _points;

    /// <summary>The rows of a number of base points.</summary>
    /// <param name="factors">The factors, k of them; 2k dimensions are taken.</param>
    /// <param name="points">Base points N.</param>
    /// <param name="hasSecondOrder">Whether second-order indices are wanted.</param>
    /// <param name="seed">Seed of the scramble.</param>
    internal SobolIndicesTable(IReadOnlyList<Factor> factors, int points, bool hasSecondOrder, ulong seed)
    {
        (_factors, _points) = (factors, points);
        _sequence = new SobolSequence(2 * factors.Count, seed);
        Layout = new SobolIndicesLayout(factors.Count, hasSecondOrder);
    }

    /// <summary>Where the rows of a base point are.</summary>
    internal SobolIndicesLayout Layout { get; }

    /// <inheritdoc/>
    public int Count => _points * Layout.RowsPerPoint;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row)
    {
        var levels = new Level?[_factors.Count];
        for (int factor = 0; factor < levels.Length; factor++)
        {
            levels[factor] = _factors[factor].At(Coordinate(row, factor));
        }

        return levels;
    }

    /// <summary>Where in the unit interval a factor lies at a row.</summary>
    internal double Coordinate(int row, int factor)
    {
        (int point, int part) = Math.DivRem(row, Layout.RowsPerPoint);
        return _sequence.Coordinate(point, Layout.IsFromB(part, factor) ? _factors.Count + factor : factor);
    }
}
