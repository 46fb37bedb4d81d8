namespace Experiments.Designs;

/// <summary>Points of the unit cube, each coordinate turned into a level of its factor.</summary>
/// <param name="factors">The factors.</param>
/// <param name="count">Points.</param>
/// <param name="coordinates">Writes the coordinates of a point: one a factor, 0 inclusive to 1 exclusive.</param>
internal sealed class SpaceFillingTable(IReadOnlyList<Factor> factors, int count, Action<int, double[]> coordinates) : IDesignTable
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row)
    {
        double[] point = new double[factors.Count];
        coordinates(row, point);
        return [.. factors.Select((factor, index) => factor.At(point[index]))];
    }
}
