using System.Text;

namespace Experiments.Notebooks.Cells;

/// <summary>The console as a cell sees it: what it writes goes below the cell, what anyone else writes goes where it went before.</summary>
/// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="outside">Takes what no cell wrote.</param>
internal sealed class CellConsole(string stream, TextWriter outside) : TextWriter
{
    private static readonly AsyncLocal<CellOutputs?> Running = new();
    private static readonly (TextWriter Out, TextWriter Error) Outside = (Console.Out, Console.Error);
    private static readonly Lazy<bool> Installed = new(Install);

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Sends to a cell's outputs what this thread, and all that it starts, writes to the console from now on.</summary>
    internal static void Give(CellOutputs outputs)
    {
        _ = Installed.Value;
        Running.Value = outputs;
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(string.Concat(value, "\n"));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Running.Value is { } outputs)
        {
            outputs.Write(stream, buffer);
        }
        else
        {
            outside.Write(buffer);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => outside.Flush();

    /// <summary>Puts new writers in the place of the old: a cell that was aborted while it wrote may have left them locked.</summary>
    internal static void Renew() => Install();

    // The same line ends everywhere: a notebook is compared with what another computer saved.
    private static bool Install()
    {
        Console.SetOut(new CellConsole("stdout", Outside.Out) { CoreNewLine = ['\n'] });
        Console.SetError(new CellConsole("stderr", Outside.Error) { CoreNewLine = ['\n'] });
        return true;
    }
}
