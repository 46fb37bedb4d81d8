namespace Experiments.Designs;

/// <summary>
/// The rows of a design for Sobol' indices: for each base point a row A and a row B, then A with one column of B each, then, where
/// second-order indices are wanted, B with one column of A each. All rows of a base point follow one another.
/// </summary>
/// <param name="Factors">Number of factors k.</param>
/// <param name="HasSecondOrder">Whether there are rows of B with a column of A.</param>
internal readonly record struct SobolIndicesLayout(int Factors, bool HasSecondOrder)
{
    /// <summary>Rows of a base point: k + 2, with second order 2k + 2.</summary>
    internal int RowsPerPoint => 2 + (Factors * (HasSecondOrder ? 2 : 1));

    /// <summary>Row A of a base point.</summary>
    internal int A(int point) => point * RowsPerPoint;

    /// <summary>Row B of a base point.</summary>
    internal int B(int point) => A(point) + 1;

    /// <summary>A with the column of one factor from B.</summary>
    internal int Ab(int point, int factor) => A(point) + 2 + factor;

    /// <summary>B with the column of one factor from A.</summary>
    internal int Ba(int point, int factor) => A(point) + 2 + Factors + factor;

    /// <summary>Whether a factor's coordinate of a row comes from B.</summary>
    /// <param name="part">Number of the row among those of its base point.</param>
    /// <param name="factor">Number of the factor.</param>
    internal bool IsFromB(int part, int factor) => part == 1 || (part >= 2 && (part < 2 + Factors ? part - 2 == factor : part - 2 - Factors != factor));
}
