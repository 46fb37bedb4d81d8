namespace Experiments.Designs;

/// <summary>The first levels of all factors, then the second ones, and so on.</summary>
/// <param name="factors">The factors, with as many levels each.</param>
internal sealed class ListTable(IReadOnlyList<Factor> factors) : IDesignTable
{
    private readonly IReadOnlyList<Level>[] _levels = [.. factors.Select(factor => factor.Levels())];

    /// <inheritdoc/>
    public int Count => _levels[0].Count;

    /// <inheritdoc/>
    public IReadOnlyList<Level?> Row(int row) => [.. _levels.Select(levels => levels[row])];
}
