using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Simulator.People;

/// <summary>
/// One value a person, in native memory that is zero at first; whoever holds the column frees it. Indices are not checked here: they come from the
/// engine's own loops or were checked on entry (a policy's outbox, a follower view). A profile of a weekly year gave a fifth of the time to bounds checks.
/// </summary>
internal unsafe struct Column<T>(long length)
    where T : unmanaged
{
    /// <summary>Bytes that are looked at together when a column grows: a page.</summary>
    private const int PageBytes = 4096;

    private T* _values = ZeroedMemory.Take<T>(length);

    /// <summary>Values for which there is room; 0 once freed.</summary>
    internal long Length { get; private set; } = length;

    internal readonly ref T this[int person]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)person < Length, "a person outside the column");
            return ref _values[(nuint)(uint)person];
        }
    }

    /// <summary>The first values, checked.</summary>
    internal readonly Span<T> First(int count) => Part(0, count);

    /// <summary>Values that follow each other, checked.</summary>
    internal readonly Span<T> Part(long first, int count)
    {
        if ((ulong)first + (uint)count > (ulong)Length)
        {
            ThrowOutside(first, count);
        }

        return new Span<T>(_values + first, count);
    }

    /// <summary>Makes room for more values. Pages that hold nothing but zeros are not copied: they stay free of cost.</summary>
    internal void Grow(long length)
    {
        T* grown = ZeroedMemory.Take<T>(length);
        int valuesInPage = PageBytes / sizeof(T);
        for (long first = 0; first < Length; first += valuesInPage)
        {
            int bytes = (int)Math.Min(valuesInPage, Length - first) * sizeof(T);
            var page = new ReadOnlySpan<byte>(_values + first, bytes);
            if (page.ContainsAnyExcept((byte)0))
            {
                page.CopyTo(new Span<byte>(grown + first, bytes));
            }
        }

        Free();
        _values = grown;
        Length = length;
    }

    /// <summary>Gives the memory back; nobody may hold a copy of the column.</summary>
    internal void Free()
    {
        if (_values is not null)
        {
            ZeroedMemory.Return(_values, Length);
            _values = null;
            Length = 0;
        }
    }

    private readonly void ThrowOutside(long first, int count) =>
        throw new ArgumentOutOfRangeException(nameof(count), count, $"the column has {Length} values; {count} from {first} on are not among them.");
}
