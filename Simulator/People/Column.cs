using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.People;

/// <summary>
/// One value a person. Indices are not checked here: they come from the engine's own loops or were checked on entry (a policy's
/// outbox, a follower view). A profile of a weekly year gave a fifth of the time to bounds checks.
/// </summary>
internal struct Column<T>(int capacity)
    where T : unmanaged
{
    private T[] _values = new T[capacity];

    internal readonly ref T this[int person]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)person < (uint)_values.Length, "a person outside the column");
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)(uint)person);
        }
    }

    /// <summary>The first values, checked.</summary>
    internal readonly Span<T> First(int count) => _values.AsSpan(0, count);

    internal void Grow(int capacity) => Array.Resize(ref _values, capacity);
}
