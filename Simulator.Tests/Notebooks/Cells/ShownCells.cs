using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;

namespace Simulator.Tests.Notebooks.Cells;

/// <summary>A session whose cells are run one after another, and what each of them showed.</summary>
internal sealed class ShownCells : IDisposable
{
    private readonly CellSession _session = new(AppContext.BaseDirectory);
    private int _cells;

    internal CellSession Session => _session;

    public void Dispose() => _session.Dispose();

    /// <summary>Runs a cell that must not fail.</summary>
    internal IReadOnlyList<JsonObject> Run(string code)
    {
        (IReadOnlyList<JsonObject> outputs, CellError? error) = TryRun(code);
        Assert.Null(error);
        return outputs;
    }

    /// <summary>Runs a cell that must fail.</summary>
    internal CellError Fail(string code)
    {
        CellError? error = TryRun(code).Error;
        Assert.NotNull(error);
        return error;
    }

    /// <summary>The plain text of the last thing that a cell showed.</summary>
    internal string Text(string code) => Form(Run(code)[^1], "text/plain");

    internal static string Form(JsonObject output, string mime) => (string)output["data"]![mime]!;

    private (IReadOnlyList<JsonObject> Outputs, CellError? Error) TryRun(string code)
    {
        var shown = new List<JsonObject>();
        using var outputs = new CellOutputs(shown.Add);
        CellResult result = _session.Run(code, ++_cells, outputs, CancellationToken.None);
        outputs.Flush();
        return (shown, result.Error);
    }
}
