using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Kernel;

/// <summary>The lines that the engine writes: outputs as notebook files keep them, then one line that ends the request.</summary>
internal static class EngineAnswer
{
    /// <summary>An output of the running cell.</summary>
    internal const string Output = "output";

    /// <summary>The end of a request.</summary>
    internal const string Done = "done";

    /// <summary>The line of an output.</summary>
    internal static JsonObject OfOutput(long id, JsonObject output) => new() { ["id"] = id, ["event"] = Output, ["output"] = output };

    /// <summary>The last line of a cell; an error is also an output.</summary>
    internal static JsonObject OfResult(long id, CellResult result) => result.Error is { } error
        ? new JsonObject
        {
            ["id"] = id,
            ["event"] = Done,
            ["error"] = new JsonObject { ["name"] = error.Name, ["message"] = error.Message, ["cell"] = error.Cell, ["line"] = error.Line, ["column"] = error.Column },
        }
        : OfReply(id, []);

    /// <summary>The last line of any other request.</summary>
    internal static JsonObject OfReply(long id, JsonObject reply) => new() { ["id"] = id, ["event"] = Done, ["reply"] = reply };

    /// <summary>An error as the output below the cell.</summary>
    internal static JsonObject OfError(CellError error) => new()
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Lines.Select(line => JsonValue.Create(line))]),
    };
}
