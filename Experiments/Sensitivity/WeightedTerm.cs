using System.Numerics;

namespace Experiments.Sensitivity;

/// <summary>
/// One term of an estimator at every point: means of it under the weights of many resamples. A point where the term could not be
/// computed counts for this term only as absent.
/// </summary>
internal sealed class WeightedTerm
{
    private readonly double[] _terms;
    private readonly double[]? _there;

    /// <summary>Takes the term.</summary>
    /// <param name="terms">One value a point; NaN where it could not be computed. Overwritten.</param>
    internal WeightedTerm(double[] terms)
    {
        _terms = terms;
        if (Array.Exists(terms, double.IsNaN))
        {
            _there = new double[terms.Length];
            for (int point = 0; point < terms.Length; point++)
            {
                _there[point] = double.IsNaN(terms[point]) ? 0 : 1;
                terms[point] = double.IsNaN(terms[point]) ? 0 : terms[point];
            }
        }

        Count = _there is null ? terms.Length : (int)_there.Sum();
    }

    /// <summary>Points where the term could be computed.</summary>
    internal int Count { get; }

    /// <summary>Σ w·x / Σ w over the points where the term is there; NaN where it is nowhere.</summary>
    /// <param name="weights">One weight a point.</param>
    internal double Mean(double[] weights) => Dot(_terms, weights) / (_there is null ? weights.Length : Dot(_there, weights));

    // Weights of a bootstrap sum to the number of points. The hot loop of second-order indices: 435 pairs × 1,000 resamples.
    private static double Dot(double[] one, double[] other)
    {
        int lanes = Vector<double>.Count, index = 0;
        Vector<double> sum = Vector<double>.Zero;
        for (; index <= one.Length - lanes; index += lanes)
        {
            sum += new Vector<double>(one, index) * new Vector<double>(other, index);
        }

        double total = Vector.Sum(sum);
        for (; index < one.Length; index++)
        {
            total += one[index] * other[index];
        }

        return total;
    }
}
