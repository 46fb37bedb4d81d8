namespace Experiments.Notebooks.Cells;

/// <summary>What every cell of a notebook can call without saying where it is from.</summary>
/// <remarks>Public because the compiled cells call it; the name is lower-case because notebooks of .NET Interactive have it so.</remarks>
public sealed class CellGlobals
{
    private readonly Action<object?> _show;

    internal CellGlobals(Action<object?> show) => _show = show;

    /// <summary>Shows a value below the cell: rich values as they show themselves, sequences of records as tables, everything else as text.</summary>
    /// <param name="value">Any value.</param>
    public void display(object? value) => _show(value);
}
