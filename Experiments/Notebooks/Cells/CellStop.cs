using System.Runtime.CompilerServices;

namespace Experiments.Notebooks.Cells;

/// <summary>Stops a cell at the next turn of any of its loops: <see cref="CellChecks"/> puts a call of <see cref="Check"/> there.</summary>
/// <remarks>Public because the compiled cells call it. A process runs one cell at a time, so that one request is enough.</remarks>
public static class CellStop
{
    private static volatile bool s_requested;

    [ThreadStatic]
    private static bool s_isCell;

    /// <summary>Throws when the cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (s_requested)
        {
            Stop();
        }
    }

    /// <summary>From now on checks throw.</summary>
    internal static void Request() => s_requested = true;

    /// <summary>A new cell begins, on this thread.</summary>
    internal static void Begin()
    {
        s_requested = false;
        s_isCell = true;
    }

    // A thread of the cell's own that threw would end the process.
    private static void Stop()
    {
        if (s_isCell || Thread.CurrentThread.IsThreadPoolThread)
        {
            throw new OperationCanceledException("The cell was stopped.");
        }
    }
}
