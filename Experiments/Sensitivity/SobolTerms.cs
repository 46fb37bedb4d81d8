using Experiments.Designs;

namespace Experiments.Sensitivity;

/// <summary>
/// What Sobol' indices are means of, at every base point: worked out once, since a bootstrap takes the means a thousand times. Indices
/// come as one array: k of first order, k total, pairs in the order (0,1), (0,2), …, then the variance and the share of luck.
/// </summary>
/// <remarks>Memory: 8 bytes × base points × (3 + 2k + k(k − 1)/2): 4 MB for 30 factors and 1,024 points.</remarks>
internal sealed class SobolTerms
{
    private readonly int _factors;
    private readonly WeightedTerm _mean;
    private readonly WeightedTerm _square;
    private readonly WeightedTerm? _luck;
    private readonly WeightedTerm[] _terms;

    /// <summary>Works the terms out.</summary>
    /// <param name="samples">The outcome at all rows.</param>
    /// <param name="layout">The rows of a base point.</param>
    internal SobolTerms(RowSamples samples, SobolIndicesLayout layout)
    {
        _factors = layout.Factors;
        Points = samples.Rows / layout.RowsPerPoint;
        RowSamples y = samples.Centred(Enumerable.Range(0, Points).SelectMany(point => new[] { layout.A(point), layout.B(point) }));
        WeightedTerm Each(Func<int, int, double> term)
        {
            double[] values = new double[Points];
            for (int point = 0; point < Points; point++)
            {
                values[point] = term(layout.A(point), layout.B(point));
            }

            return new WeightedTerm(values);
        }

        _mean = Each((a, b) => (y.Mean(a) + y.Mean(b)) / 2);
        _square = Each((a, b) => (y.Product(a, a) + y.Product(b, b)) / 2);
        _luck = samples.Replicates > 1 ? Each((a, b) => (samples.Luck(a) + samples.Luck(b)) / 2) : null;
        bool isDouble = layout.HasSecondOrder;
        var terms = new List<WeightedTerm>();
        for (int factor = 0; factor < _factors; factor++)
        {
            int of = factor;
            terms.Add(Each((a, b) => isDouble
                ? (y.Product(b, a + 2 + of) + y.Product(a, a + 2 + _factors + of) - (2 * y.Product(a, b))) / 2
                : y.Product(b, a + 2 + of) - y.Product(a, b)));
        }

        for (int factor = 0; factor < _factors; factor++)
        {
            int of = factor;
            terms.Add(Each((a, b) => isDouble
                ? (y.SquaredDifference(a, a + 2 + of) + y.SquaredDifference(b, a + 2 + _factors + of)) / 4
                : Gone(y.SquaredDifference(a, a + 2 + of), y.Mean(b)) / 2));
        }

        for (int one = 0; one < _factors && isDouble; one++)
        {
            for (int other = one + 1; other < _factors; other++)
            {
                (int i, int j) = (one, other);
                terms.Add(Each((a, b) =>
                    ((y.Product(a + 2 + _factors + i, a + 2 + j) + y.Product(a + 2 + _factors + j, a + 2 + i)) / 2) - y.Product(a, b)));
            }
        }

        _terms = [.. terms];
    }

    /// <summary>Base points.</summary>
    internal int Points { get; }

    /// <summary>Where the variance stands among the indices.</summary>
    internal int VarianceAt => _terms.Length;

    /// <summary>Where the share of luck stands among the indices.</summary>
    internal int LuckAt => _terms.Length + 1;

    /// <summary>Where a pair stands among the indices.</summary>
    internal int PairAt(int one, int other) => (2 * _factors) + (one * _factors) - (one * (one + 1) / 2) + other - one - 1;

    /// <summary>Base points behind an index.</summary>
    internal int CountOf(int index) => _terms[index].Count;

    /// <summary>All indices under weights of the points; NaN where the outcome does not vary.</summary>
    internal double[] Indices(double[] weights)
    {
        double[] indices = new double[_terms.Length + 2];
        double mean = _mean.Mean(weights);
        double variance = _square.Mean(weights) - (mean * mean);
        double luck = _luck?.Mean(weights) ?? 0;
        double divisor = variance > 0 ? variance : double.NaN;
        for (int index = 0; index < _terms.Length; index++)
        {
            indices[index] = _terms[index].Mean(weights) / divisor;
        }

        for (int one = 0; one < _factors && _terms.Length > 2 * _factors; one++)
        {
            for (int other = one + 1; other < _factors; other++)
            {
                indices[PairAt(one, other)] -= indices[one] + indices[other];
            }
        }

        indices[VarianceAt] = variance;
        indices[LuckAt] = luck / (Math.Max(0, variance) + luck);
        return indices;
    }

    // A point without B is absent from all indices, although the total index would not need it.
    private static double Gone(double term, double other) => double.IsNaN(other) ? double.NaN : term;
}
