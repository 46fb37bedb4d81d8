namespace Experiments.Notebooks.Cells;

/// <summary>Why a cell did not run to its end.</summary>
/// <param name="Name">The kind: a compiler's code, the type of an exception, or a word of the engine.</param>
/// <param name="Message">What is wrong and, where it is known, what to do.</param>
/// <param name="Cell">Number of the cell that holds the line; null when no line is known.</param>
/// <param name="Line">Line in that cell, from 1; null when unknown.</param>
/// <param name="Column">Column in that line, from 1; null when unknown.</param>
/// <param name="Lines">What is shown below the cell: the message, the line's text, the calls.</param>
internal sealed record CellError(string Name, string Message, int? Cell, int? Line, int? Column, IReadOnlyList<string> Lines)
{
    /// <summary>Name of a cell that was stopped from outside.</summary>
    internal const string Interrupted = "Interrupted";

    /// <summary>Name of a cell that asks for what this engine does not do.</summary>
    internal const string Refused = "Refused";

    /// <summary>Name of a cell that took the engine down with it.</summary>
    internal const string EngineEnded = "EngineEnded";
}
