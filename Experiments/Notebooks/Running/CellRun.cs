using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Running;

/// <summary>What a run of a cell brought.</summary>
/// <param name="Number">Number of the cell among those run, from 1: the number in Jupyter's brackets.</param>
/// <param name="Outputs">What is shown below it, texts in one piece.</param>
/// <param name="Error">Why it did not run to its end; null when it did.</param>
internal sealed record CellRun(int Number, IReadOnlyList<JsonObject> Outputs, CellError? Error);
