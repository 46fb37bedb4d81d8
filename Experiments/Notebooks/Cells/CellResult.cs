namespace Experiments.Notebooks.Cells;

/// <summary>How a cell ended: well, when there is no error.</summary>
/// <param name="Error">Why it did not run to its end; null when it did.</param>
internal sealed record CellResult(CellError? Error)
{
    /// <summary>Run to its end.</summary>
    internal static CellResult Done { get; } = new((CellError?)null);
}
