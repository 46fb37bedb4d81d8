namespace Experiments.Running;

/// <summary>
/// Lets runs begin when there are threads and memory for them, in the order in which they ask. Small runs take a thread each and never wait; a run of a big audience takes as many threads as it
/// has cohorts to share out, and big ones that do not fit side by side follow each other.
/// </summary>
internal sealed class Admission
{
    /// <summary>How often who waits looks whether it was told to stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private readonly LinkedList<object> _waiting = [];
    private readonly int _threads;
    private readonly long _bytes;
    private int _threadsFree;
    private long _bytesFree;

    /// <summary>Room that nobody has taken.</summary>
    /// <param name="threads">Threads that may work at a time.</param>
    /// <param name="available">Bytes that there are, the program itself included; runs may take what <see cref="Memory.ForRuns"/> says.</param>
    internal Admission(int threads, long available)
    {
        _threads = _threadsFree = threads;
        _bytes = _bytesFree = Memory.ForRuns(available);
    }

    /// <summary>That of the machine: all its processors and its memory.</summary>
    internal static Admission OfMachine { get; } = new(Environment.ProcessorCount, Memory.Available);

    /// <summary>Waits until a run may begin.</summary>
    /// <param name="parts">Parts of the run that can be worked on at a time, from 1.</param>
    /// <param name="need">Bytes it takes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its place, to be given back.</returns>
    /// <exception cref="InsufficientMemoryException">It does not fit even alone.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal Place Enter(int parts, long need, CancellationToken cancellation)
    {
        if (Memory.Shortage(need, _bytes) is { } shortage)
        {
            throw new InsufficientMemoryException(shortage);
        }

        int wanted = Math.Min(parts, _threads);
        var ticket = new object();
        lock (_lock)
        {
            _waiting.AddLast(ticket);
            try
            {
                while (_waiting.First!.Value != ticket || _threadsFree < wanted || _bytesFree < need)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Monitor.Wait(_lock, Patience);
                }

                _threadsFree -= wanted;
                _bytesFree -= need;
            }
            finally
            {
                _waiting.Remove(ticket);
                Monitor.PulseAll(_lock);
            }
        }

        return new Place(this, wanted, need);
    }

    private void Leave(int taken, long need)
    {
        lock (_lock)
        {
            _threadsFree += taken;
            _bytesFree += need;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>A run's place.</summary>
    /// <param name="Admission">Who gave it.</param>
    /// <param name="Threads">Threads of the run.</param>
    /// <param name="Bytes">Memory of the run.</param>
    internal sealed record Place(Admission Admission, int Threads, long Bytes) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => Admission.Leave(Threads, Bytes);
    }
}
