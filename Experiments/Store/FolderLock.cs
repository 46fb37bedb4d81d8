namespace Experiments.Store;

/// <summary>Keeps other processes out of a result folder while one works in it. A crash leaves the file, but not the lock.</summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>Name of the locked file.</summary>
    internal const string FileName = "running.lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Locks a folder.</summary>
    /// <exception cref="RefusedException">Another process works in the folder, or it cannot be written.</exception>
    internal static FolderLock Take(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw error is IOException && File.Exists(path)
                ? new RefusedException($"{folder} is in use: another process runs this experiment there. Wait for it, or choose another folder with --out.", error)
                : new RefusedException($"{folder} cannot be written ({error.Message}). Choose another folder with --out.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
