namespace Experiments.Designs;

/// <summary>The rows of a design; asked for one at a time, since there may be millions.</summary>
internal interface IDesignTable
{
    /// <summary>Rows, from 0 to <see cref="Design.MostPoints"/>.</summary>
    int Count { get; }

    /// <summary>One row: a level for each factor, null where a factor stays as written.</summary>
    /// <param name="row">Number of the row, from 0.</param>
    IReadOnlyList<Level?> Row(int row);
}
