using System.Globalization;
using System.Runtime.InteropServices;

namespace Simulator.People;

/// <summary>
/// Memory outside of the collected heap, zero when taken. The operating system hands out a page when it is first written, so that room for people who may
/// come, and the state of people to whom nothing happens, cost nothing.
/// </summary>
internal static unsafe class ZeroedMemory
{
    /// <summary>Bytes from which huge pages are asked for: many of them. Smaller columns would be rounded up.</summary>
    private const long Big = 32L << 20;

    /// <summary>A page of any system this runs on is a part of it.</summary>
    private const nuint Alignment = 65_536;

    /// <summary>MADV_HUGEPAGE of Linux.</summary>
    private const int HugePages = 14;

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
            AskForHugePages((byte*)memory, count * sizeof(T));
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

    // Pages of 4 kB are handed out one by one, and threads wait for each other there: two threads took twice the time in the system that one took. A wish; who does not know it ignores it.
    private static void AskForHugePages(byte* memory, long bytes)
    {
        if (bytes < Big || !OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            nuint start = ((nuint)memory + Alignment - 1) / Alignment * Alignment;
            _ = Advise(start, (nuint)memory + (nuint)bytes - start, HugePages);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // Small pages do as well, only slower.
        }
    }

    [DllImport("libc", EntryPoint = "madvise"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nuint start, nuint length, int advice);
}
