using System.Text;
using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Cells;

/// <summary>The outputs of a running cell, in the order in which they were made, in the form in which a notebook file keeps them.</summary>
/// <remarks>Written text is collected for a moment and sent in pieces, so that a loop that prints does not become as many messages.</remarks>
internal sealed class CellOutputs : IDisposable
{
    private const int MostTextWaiting = 1_000_000;
    private const int MostText = 5_000_000;
    private const int MostValuesWaiting = 200;
    private const int MostValues = 5_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly Action<JsonObject> _send;
    private readonly object _gate = new();
    private readonly object _sending = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private List<JsonObject> _waiting = [];
    private string _stream = "";
    private long _textInAll;
    private int _textWaiting;
    private int _valuesInAll;
    private int _valuesWaiting;
    private bool _closed;

    /// <summary>Begins a cell's outputs.</summary>
    /// <param name="send">Takes each output; never called by two threads at once.</param>
    internal CellOutputs(Action<JsonObject> send)
    {
        _send = send;
        _timer = new Timer(_ => Flush(), null, Pause, Pause);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        lock (_gate)
        {
            _closed = true;
        }

        _timer.Dispose();
    }

    /// <summary>Adds text of a stream.</summary>
    /// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text.</param>
    internal void Write(string stream, ReadOnlySpan<char> text)
    {
        while (Volatile.Read(ref _textInAll) < MostText && Volatile.Read(ref _textWaiting) > MostTextWaiting)
        {
            Thread.Sleep(1);
        }

        lock (_gate)
        {
            Append(stream, text);
        }
    }

    /// <summary>Adds an output other than text of a stream.</summary>
    internal void Add(JsonObject output)
    {
        while (Volatile.Read(ref _valuesInAll) < MostValues && Volatile.Read(ref _valuesWaiting) > MostValuesWaiting)
        {
            Thread.Sleep(1);
        }

        lock (_gate)
        {
            AppendValue(output);
        }
    }

    /// <summary>Sends what waits.</summary>
    internal void Flush()
    {
        lock (_sending)
        {
            List<JsonObject> outputs;
            lock (_gate)
            {
                EndText();
                outputs = _waiting;
                _waiting = [];
                _valuesWaiting = 0;
            }

            outputs.ForEach(_send);
        }
    }

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private void Append(string stream, ReadOnlySpan<char> text)
    {
        if (_closed || _textInAll >= MostText)
        {
            return;
        }

        if (_stream != stream)
        {
            EndText();
            _stream = stream;
        }

        _text.Append(text);
        _textWaiting = _text.Length;
        Volatile.Write(ref _textInAll, _textInAll + text.Length);
        if (_textInAll >= MostText)
        {
            EndText();
            _waiting.Add(Stream("stderr", "\nThe cell wrote more than 5 million characters; the rest is left out.\n"));
        }
    }

    private void AppendValue(JsonObject output)
    {
        // The error that ends a cell always has room.
        if (_closed || (_valuesInAll >= MostValues && (string?)output["output_type"] != "error"))
        {
            return;
        }

        EndText();
        _waiting.Add(output);
        _valuesWaiting++;
        if (++_valuesInAll == MostValues)
        {
            _waiting.Add(Stream("stderr", "The cell displayed 5,000 values; the rest is left out.\n"));
        }
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _waiting.Add(Stream(_stream, _text.ToString()));
            _text.Clear();
            _textWaiting = 0;
        }
    }
}
