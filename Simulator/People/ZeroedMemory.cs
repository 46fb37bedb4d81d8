using System.Globalization;
using System.Runtime.InteropServices;

namespace Simulator.People;

/// <summary>
/// Memory outside of the collected heap, zero when taken. The operating system hands out a page when it is first written, so that room for people who may
/// come, and the state of people to whom nothing happens, cost nothing.
/// </summary>
internal static unsafe class ZeroedMemory
{
    private static long _bytesInUse;

    /// <summary>Bytes taken by the whole process and not given back yet.</summary>
    internal static long BytesInUse => Interlocked.Read(ref _bytesInUse);

    /// <summary>Takes room for some values.</summary>
    /// <exception cref="InsufficientMemoryException">The system refuses.</exception>
    internal static T* Take<T>(long count)
        where T : unmanaged
    {
        try
        {
            var memory = (T*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(T));
            Interlocked.Add(ref _bytesInUse, count * sizeof(T));
            return memory;
        }
        catch (OutOfMemoryException refused)
        {
            string gigabytes = (count * sizeof(T) / 1e9).ToString("0.0", CultureInfo.InvariantCulture);
            throw new InsufficientMemoryException(
                $"The system refuses {gigabytes} GB more for {count:N0} people. Take a smaller audience, a shorter horizon, or a machine with more memory; a limit on address space (ulimit -v) counts too.", refused);
        }
    }

    /// <summary>Gives room back.</summary>
    internal static void Return<T>(T* memory, long count)
        where T : unmanaged
    {
        NativeMemory.Free(memory);
        Interlocked.Add(ref _bytesInUse, -count * sizeof(T));
    }
}
