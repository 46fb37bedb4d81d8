using System.Text.Json;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Kernel;

/// <summary>Runs a little of everything while the notebook is still being read, so that the first cell does not wait for the compiler to be compiled.</summary>
internal static class WarmUp
{
    private const string Cell = """
        var warm = Enumerable.Range(0, 3).Select(number => new { number, text = $"{number:N0}" }).ToList();
        record Warm(int Number);
        Console.Write("");
        await Task.CompletedTask;
        warm
        """;

    /// <summary>Compiles and runs a cell of no consequence: in a session of its own, so that its names are not seen.</summary>
    internal static void Run(string folder)
    {
        using var session = new CellSession(folder);
        using var outputs = new CellOutputs(output => JsonSerializer.Serialize(output));
        session.Run(Cell, 0, outputs, CancellationToken.None);
    }
}
