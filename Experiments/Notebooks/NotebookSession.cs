namespace Experiments.Notebooks;

/// <summary>What the notebook that runs in this process has shown so far. Whoever runs several notebooks in one process starts each with <see cref="Start"/>.</summary>
internal static class NotebookSession
{
    private static int _hasLibrary;

    /// <summary>A new notebook: its first chart carries the chart library again.</summary>
    internal static void Start() => Interlocked.Exchange(ref _hasLibrary, 0);

    /// <summary>Whether the chart that asks is the first one; true once a notebook.</summary>
    internal static bool TakeLibrary() => Interlocked.Exchange(ref _hasLibrary, 1) == 0;
}
