namespace Experiments.Discovery;

/// <summary>One factor as the search sees it: a value for every point.</summary>
/// <remarks>Numbers stand in the factor's own scale, so that a logarithmic range is cut by ratios; categories are numbered from 0.</remarks>
internal sealed class Dimension
{
    /// <summary>Most categories: a set of them is kept in one word.</summary>
    internal const int MostCategories = 64;

    /// <summary>Takes the values.</summary>
    /// <param name="values">n values; of a category its number.</param>
    /// <param name="isCategorical">Whether the values have no order.</param>
    internal Dimension(double[] values, bool isCategorical = false)
    {
        (Values, IsCategorical) = (values, isCategorical);
        Order = [.. Enumerable.Range(0, values.Length).OrderBy(point => values[point])];
        Distinct = [.. Order.Select(point => values[point]).Distinct()];
    }

    /// <summary>Values by point.</summary>
    internal double[] Values { get; }

    /// <summary>Whether the values have no order.</summary>
    internal bool IsCategorical { get; }

    /// <summary>Points by ascending value, equal ones by number.</summary>
    internal int[] Order { get; }

    /// <summary>The values that occur, ascending.</summary>
    internal double[] Distinct { get; }

    /// <summary>A cut between two neighbouring values: halfway.</summary>
    internal static double Between(double one, double other) => one + ((other - one) / 2);
}
