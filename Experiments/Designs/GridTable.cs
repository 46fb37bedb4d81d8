namespace Experiments.Designs;

/// <summary>Every combination of the levels, the last factor running fastest.</summary>
/// <param name="factors">The factors.</param>
internal sealed class GridTable(IReadOnlyList<Factor> factors) : IDesignTable
{
    private readonly IReadOnlyList<Level>[] _levels = [.. factors.Select(factor => factor.Levels())];

    /// <inheritdoc/>
    public int Count => (int)Rows(factors);

    /// <summary>Rows, however many they are.</summary>
    internal static double Rows(IReadOnlyList<Factor> factors) =>
        factors.Aggregate(1.0, (product, factor) => product * factor.Levels().Count);

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row)
    {
        var levels = new Level?[_levels.Length];
        for (int factor = levels.Length - 1; factor >= 0; factor--)
        {
            (row, int level) = Math.DivRem(row, _levels[factor].Count);
            levels[factor] = _levels[factor][level];
        }

        return levels;
    }
}
