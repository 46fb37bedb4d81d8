using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Notebooks.Kernel;

/// <summary>One line to the engine.</summary>
/// <param name="Id">Number of the request; every answer carries it.</param>
/// <param name="Do">One of the words below.</param>
/// <param name="Code">Text of the cell.</param>
/// <param name="Cell">Number of the cell, by which errors name it; where code is completed or looked at, the position of the cursor in UTF-16 units.</param>
internal sealed record EngineRequest(long Id, string Do, string? Code = null, int Cell = 0)
{
    /// <summary>Answer when the first cell can be run.</summary>
    internal const string Ready = "ready";

    /// <summary>Run a cell.</summary>
    internal const string Execute = "execute";

    /// <summary>Stop the cell whose request has this id, if it is still running or waiting.</summary>
    internal const string Interrupt = "interrupt";

    /// <summary>Names that fit at the cursor.</summary>
    internal const string Complete = "complete";

    /// <summary>What the name at the cursor is.</summary>
    internal const string Inspect = "inspect";

    /// <summary>Whether the code could be run, or is not yet finished.</summary>
    internal const string IsComplete = "isComplete";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Reads a line; null when it is none.</summary>
    internal static EngineRequest? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineRequest>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a line.</summary>
    internal string ToLine() => JsonSerializer.Serialize(this, Json);
}
