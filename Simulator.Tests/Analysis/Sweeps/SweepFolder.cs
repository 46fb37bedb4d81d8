using Experiments.Analysis.Sweeps;

namespace Simulator.Tests.Analysis.Sweeps;

/// <summary>A folder for a store, deleted afterwards.</summary>
internal sealed class SweepFolder : IDisposable
{
    internal SweepFolder(SweepStore store)
    {
        Path = Directory.CreateTempSubdirectory("sweep-").FullName;
        Results = SweepReader.Read(store.Write(Path), store.Facts);
    }

    internal string Path { get; }

    internal SweepResults Results { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Reads a store and throws the file away.</summary>
    internal static SweepResults Read(SweepStore store)
    {
        using var folder = new SweepFolder(store);
        return folder.Results;
    }
}
