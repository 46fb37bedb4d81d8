using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;
using Experiments.Notebooks.Kernel;

namespace Experiments.Notebooks.Running;

/// <summary>Runs the cells of a notebook from top to bottom in a new engine.</summary>
/// <param name="timeout">The time each cell has.</param>
/// <param name="progress">Takes what is being done.</param>
internal sealed class NotebookRun(TimeSpan timeout, TextWriter progress)
{
    /// <summary>Runs a notebook up to its end or its first error.</summary>
    /// <returns>A run for each code cell, null for empty ones; the last one has the error, if there was one.</returns>
    internal IReadOnlyList<CellRun?> Run(NotebookFile notebook, CancellationToken stop)
    {
        int cells = notebook.Code.Count(cell => !cell.IsEmpty);
        progress.WriteLine($"{notebook.Path}: {(cells == 1 ? "1 cell" : $"{cells} cells")}");
        var runs = new List<CellRun?>();
        using var engine = EngineProcess.Start(notebook.Folder);
        foreach (CodeCell cell in notebook.Code)
        {
            if (cell.IsEmpty)
            {
                runs.Add(null);
                continue;
            }

            int number = runs.Count(run => run is not null) + 1;
            progress.WriteLine($"  cell {number} of {cells}");
            CellRun run = Run(engine, cell, number, stop);
            runs.Add(run);
            if (run.Error is { } error && !cell.MayEndWith(error))
            {
                break;
            }
        }

        return runs;
    }

    private CellRun Run(EngineProcess engine, CodeCell cell, int number, CancellationToken stop)
    {
        var outputs = new List<JsonObject>();
        CellError? error = engine.Execute(cell.Source, number, output => Add(outputs, output), timeout, stop);
        return new CellRun(number, outputs, error);
    }

    // Pieces of one stream become one output, however they arrived: the same run gives the same file.
    private static void Add(List<JsonObject> outputs, JsonObject output)
    {
        if (outputs is [.., { } last] && (string?)last["output_type"] == "stream" && (string?)output["output_type"] == "stream" && (string?)last["name"] == (string?)output["name"])
        {
            last["text"] = (string?)last["text"] + (string?)output["text"];
        }
        else
        {
            outputs.Add(output);
        }
    }
}
