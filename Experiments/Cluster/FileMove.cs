namespace Experiments.Cluster;

/// <summary>Moves files between file systems so that at the other end they are there as a whole or not at all.</summary>
internal static class FileMove
{
    /// <summary>Moves a file; one that is there already is replaced.</summary>
    /// <exception cref="IOException">There is no room for it, and nothing of it is left there.</exception>
    internal static void Whole(string from, string to)
    {
        string partial = $"{to}.{Guid.NewGuid():N}.partial";
        try
        {
            Copy(from, partial);
            File.Move(partial, to, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }

        File.Delete(from);
    }

    /// <summary>Moves a folder with all that is in it.</summary>
    /// <param name="from">The folder; left as it is.</param>
    /// <param name="to">Where it belongs; nothing is there yet.</param>
    /// <exception cref="IOException">There is no room for it, or something is there already; nothing of it is left there.</exception>
    internal static void WholeFolder(string from, string to)
    {
        string partial = $"{to}.{Guid.NewGuid():N}.partial";
        try
        {
            foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(partial, Path.GetRelativePath(from, path));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                Copy(path, copy);
            }

            Directory.Move(partial, to);
        }
        catch
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }

            throw;
        }
    }

    // On the disk before it gets its name: after a crash of the machine a name without content would pass for a result.
    private static void Copy(string from, string to)
    {
        using FileStream source = File.OpenRead(from);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }
}
