namespace Experiments.Designs;

/// <summary>The experiment as written, then each factor alone at each of its levels (for a range without steps: its ends).</summary>
/// <param name="factors">The factors.</param>
internal sealed class OneAtATimeTable(IReadOnlyList<Factor> factors) : IDesignTable
{
    private const int Ends = 2;

    private readonly (int Factor, Level Level)[] _steps =
        [.. factors.SelectMany((factor, index) => factor.Levels(Ends).Select(level => (index, level)))];

    /// <inheritdoc/>
    public int Count => 1 + _steps.Length;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row)
    {
        var levels = new Level?[factors.Count];
        if (row > 0)
        {
            levels[_steps[row - 1].Factor] = _steps[row - 1].Level;
        }

        return levels;
    }
}
