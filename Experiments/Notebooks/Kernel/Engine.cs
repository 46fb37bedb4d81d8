using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Notebooks.Cells;

namespace Experiments.Notebooks.Kernel;

/// <summary>Runs the cells of one notebook, asked line by line: a process of its own, so that whatever a cell does ends nothing else.</summary>
/// <param name="requests">Lines of <see cref="EngineRequest"/>; when they end, so does the engine, even in the midst of a cell.</param>
/// <param name="answers">Takes lines of <see cref="EngineAnswer"/>.</param>
/// <param name="folder">The notebook's folder.</param>
internal sealed class Engine(TextReader requests, TextWriter answers, string folder)
{
    private readonly BlockingCollection<EngineRequest> _waiting = [];
    private readonly Interrupts _interrupts = new();
    private readonly object _writing = new();

    /// <summary>Answers until the requests end.</summary>
    internal void Run()
    {
        var worker = new Thread(Work) { IsBackground = true, Name = "Engine" };
        worker.Start();
        while (requests.ReadLine() is { } line)
        {
            if (EngineRequest.Read(line) is not { } request)
            {
                continue;
            }

            if (request.Do == EngineRequest.Interrupt)
            {
                _interrupts.Stop(request.Id);
            }
            else
            {
                _interrupts.Expect(request.Id);
                _waiting.Add(request);
            }
        }
    }

    private void Work()
    {
        WarmUp.Run(folder);
        using var session = new CellSession(folder);
        foreach (EngineRequest request in _waiting.GetConsumingEnumerable())
        {
            Send(Answer(session, request));
            _interrupts.Forget(request.Id);
        }
    }

    private JsonObject Answer(CellSession session, EngineRequest request) => request.Do switch
    {
        EngineRequest.Execute => Execute(session, request),
        EngineRequest.Complete => EngineAnswer.OfReply(request.Id, Completion.At(session, request.Code ?? "", request.Cell)),
        EngineRequest.Inspect => EngineAnswer.OfReply(request.Id, Inspection.At(session, request.Code ?? "", request.Cell)),
        EngineRequest.IsComplete => EngineAnswer.OfReply(request.Id, Submission.State(request.Code ?? "")),
        _ => EngineAnswer.OfReply(request.Id, []),
    };

    private JsonObject Execute(CellSession session, EngineRequest request)
    {
        CellResult result;
        using (var outputs = new CellOutputs(output => Send(EngineAnswer.OfOutput(request.Id, output))))
        {
            result = session.Run(request.Code ?? "", request.Cell, outputs, _interrupts.Of(request.Id));
            if (result.Error is { } error)
            {
                outputs.Add(EngineAnswer.OfError(error));
            }
        }

        return EngineAnswer.OfResult(request.Id, result);
    }

    private void Send(JsonObject answer)
    {
        string line = JsonSerializer.Serialize(answer);
        lock (_writing)
        {
            answers.Write(line + "\n");
            answers.Flush();
        }
    }
}
