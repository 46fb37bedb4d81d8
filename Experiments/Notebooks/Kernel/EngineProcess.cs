using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Analysis;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Kernel;

/// <summary>An engine as a process of its own, and the one who asks it.</summary>
internal sealed class EngineProcess : IDisposable
{
    private const int MostComplaints = 5;

    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly BlockingCollection<JsonObject> _answers = [];
    private readonly List<string> _complaints = [];
    private long _requests;

    private EngineProcess(Process process)
    {
        _process = process;
        new Thread(Read) { IsBackground = true, Name = "Answers of the engine" }.Start();
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Starts an engine and waits until it can begin, so that the first cell's time is its own.</summary>
    /// <param name="folder">The notebook's folder, which becomes the current one of its cells.</param>
    internal static EngineProcess Start(string folder)
    {
        IReadOnlyList<string> words = EngineProgram.Words();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        var engine = new EngineProcess(Process.Start(start)!);
        engine.Ask(new EngineRequest(0, EngineRequest.Ready));
        engine.Await(0, 0, _ => { }, CancellationToken.None);
        return engine;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It runs no clean-up of its own: what a cell left running must not keep the program waiting.
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="cell">Its number.</param>
    /// <param name="output">Takes its outputs as they come.</param>
    /// <param name="timeout">The time it has.</param>
    /// <param name="stop">Stops it sooner.</param>
    /// <returns>Its error; null when it ran to its end.</returns>
    internal CellError? Execute(string code, int cell, Action<JsonObject> output, TimeSpan timeout, CancellationToken stop)
    {
        long id = ++_requests;
        Ask(new EngineRequest(id, EngineRequest.Execute, code, cell));
        using var late = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            return Await(id, cell, output, either.Token);
        }
        catch (OperationCanceledException)
        {
            Ask(new EngineRequest(id, EngineRequest.Interrupt));
            End(id, output);
            string message = late.IsCancellationRequested && !stop.IsCancellationRequested
                ? $"The cell was stopped after {Wording.Count((long)timeout.TotalSeconds, "second", "seconds")}. If it needs longer, give more: --timeout seconds."
                : "The cell was stopped.";
            return new CellError(CellError.Interrupted, message, cell, null, null, [message]);
        }
    }

    private CellError? Await(long id, int cell, Action<JsonObject> output, CancellationToken stop)
    {
        while (_answers.TryTake(out JsonObject? answer, Timeout.Infinite, stop))
        {
            if (Take(answer, id, output))
            {
                return answer["error"] is JsonObject error ? Error(error) : null;
            }
        }

        _process.WaitForExit();
        string message = $"The cell ended the engine (exit code {_process.ExitCode}): endless recursion, Environment.Exit and lack of memory do that.";
        return new CellError(CellError.EngineEnded, message, cell, null, null, [message, .. _complaints]);
    }

    // The first words of a dying process say why; the calls that follow are those of the engine.
    private void Complain(string? line)
    {
        if (line is not null && _complaints.Count < MostComplaints)
        {
            _complaints.Add(line);
        }
    }

    // A cell that cannot even be aborted, because it waits in foreign code or in a finally block, ends with its process.
    private void End(long id, Action<JsonObject> output)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeToStop);
            while (_answers.TryTake(out JsonObject? answer, Timeout.Infinite, patience.Token) && !Take(answer, id, output))
            {
                // Until the cell is over.
            }
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
    }

    private static bool Take(JsonObject answer, long id, Action<JsonObject> output)
    {
        if (answer["output"] is JsonObject found)
        {
            // 0: nobody's.
            if ((long?)answer["id"] is 0 || (long?)answer["id"] == id)
            {
                output((JsonObject)found.DeepClone());
            }

            return false;
        }

        return (long?)answer["id"] == id && (string?)answer["event"] == EngineAnswer.Done;
    }

    // Its lines are an output already.
    private static CellError Error(JsonObject error) => new(
        (string?)error["name"] ?? "", (string?)error["message"] ?? "", (int?)error["cell"], (int?)error["line"], (int?)error["column"], []);

    private void Ask(EngineRequest request)
    {
        try
        {
            _process.StandardInput.Write(request.ToLine() + "\n");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; the end of its answers tells.
        }
    }

    private void Read()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            _answers.Add(Answer(line));
        }

        _answers.CompleteAdding();
    }

    // What is no answer was written by a cell past the console, straight to the process's output.
    private static JsonObject Answer(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject answer && answer.ContainsKey("event"))
            {
                return answer;
            }
        }
        catch (JsonException)
        {
            // No answer.
        }

        return EngineAnswer.OfOutput(0, new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = line + "\n" });
    }
}
