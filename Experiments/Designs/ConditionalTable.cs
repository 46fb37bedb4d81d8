namespace Experiments.Designs;

/// <summary>
/// A design some of whose factors apply only under conditions: elsewhere they stay as written. Of rows that become equal, the
/// first is kept.
/// </summary>
internal sealed class ConditionalTable : IDesignTable
{
    private readonly IDesignTable _table;
    private readonly IReadOnlyList<Factor> _factors;
    private readonly int[] _kept;

    /// <summary>Applies the conditions of factors to a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="factors">Its factors.</param>
    internal ConditionalTable(IDesignTable table, IReadOnlyList<Factor> factors)
    {
        (_table, _factors) = (table, factors);
        var seen = new HashSet<string>();
        _kept = [.. Enumerable.Range(0, table.Count).Where(row => seen.Add(string.Join('\n', Applied(row).Select(level => level?.Text))))];
    }

    /// <inheritdoc/>
    public int Count => _kept.Length;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row) => Applied(_kept[row]);

    private Level?[] Applied(int row)
    {
        Level?[] levels = [.. _table.Row(row)];
        for (int factor = 0; factor < levels.Length; factor++)
        {
            if (_factors[factor].When is { } condition && !Holds(condition, levels))
            {
                levels[factor] = null;
            }
        }

        return levels;
    }

    // Only factors before this one may be its condition, so theirs are settled already.
    private bool Holds(Condition condition, Level?[] levels)
    {
        int other = _factors.Select(factor => factor.Path).ToList().IndexOf(condition.Path);
        return levels[other] is { } level && condition.Holds(level);
    }
}
