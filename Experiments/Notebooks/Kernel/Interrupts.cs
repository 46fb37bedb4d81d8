namespace Experiments.Notebooks.Kernel;

/// <summary>Which requests are to be stopped. An interrupt that arrives when its request is over stops nothing.</summary>
internal sealed class Interrupts
{
    private readonly Dictionary<long, CancellationTokenSource> _open = [];

    /// <summary>From now on the request can be stopped.</summary>
    internal void Expect(long request)
    {
        lock (_open)
        {
            _open[request] = new CancellationTokenSource();
        }
    }

    /// <summary>Signalled when the request is to stop.</summary>
    internal CancellationToken Of(long request)
    {
        lock (_open)
        {
            return _open[request].Token;
        }
    }

    /// <summary>Stops the request, if it is not over.</summary>
    internal void Stop(long request)
    {
        CancellationTokenSource? source;
        lock (_open)
        {
            source = _open.GetValueOrDefault(request);
        }

        // Outside of the lock: cancelling waits until the abort has reached the cell.
        source?.CancelAsync();
    }

    /// <summary>The request is over.</summary>
    internal void Forget(long request)
    {
        lock (_open)
        {
            _open.Remove(request);
        }
    }
}
