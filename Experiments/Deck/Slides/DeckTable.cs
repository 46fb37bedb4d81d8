namespace Experiments.Deck.Slides;

/// <summary>A table for reading.</summary>
/// <param name="Columns">Headings, with units where there are any.</param>
/// <param name="Rows">Cells, as many a row as there are columns.</param>
/// <param name="Size">Font size, points.</param>
internal sealed record DeckTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, double Size)
{
    /// <summary>Font size of tables that are shown.</summary>
    internal const double Shown = 14;

    /// <summary>Font size of tables that are looked up.</summary>
    internal const double LookedUp = 12;
}
