using System.Text;
using Experiments.Running;

namespace Experiments.Reports;

/// <summary>The page of all results in the folder they are in.</summary>
internal static class IndexFile
{
    /// <summary>Name of the page.</summary>
    internal const string FileName = "index.html";

    /// <summary>By this a page of this program is known.</summary>
    private const string Mark = "<meta name=\"generator\" content=\"Simulation, index of results\">";

    /// <summary>Characters in which the mark must come.</summary>
    private const int Beginning = 600;

    /// <summary>How often the page is written again because meanwhile another experiment finished.</summary>
    private const int MostAttempts = 5;

    /// <summary>Writes the page.</summary>
    /// <param name="root">A folder with result folders in it.</param>
    /// <returns>The folders on it.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static IReadOnlyList<ResultEntry> Write(string root)
    {
        string path = Path.Combine(root, FileName);
        IReadOnlyList<ResultEntry> entries;
        int attempts = 0;
        string before = State(root);
        string now = before;
        do
        {
            before = now;
            entries = ResultEntryReader.All(root);
            Replace(path, IndexPage.Write(Path.GetFileName(root), entries));

            // Of two processes that finish at once the slower one would leave a page without the other's experiment. Whoever
            // writes last looks again, and so the page that stays has both.
            now = State(root);
            attempts++;
        }
        while (now != before && attempts < MostAttempts);
        return entries;
    }

    /// <summary>Keeps the page up to date after a run: in the folder where results go by themselves, and where there is one already.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="error">Takes the one line there may be: the results are safe, and a page that is not must not spoil a run.</param>
    internal static void Refresh(string folder, TextWriter error)
    {
        if (!Manifest.IsIn(folder) || Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) is not { } root)
        {
            return;
        }

        try
        {
            if (root == Path.GetFullPath(ResultFolder.Default) ? !IsForeign(root) : IsOurs(root))
            {
                Write(root);
            }
        }
        catch (Exception problem)
        {
            // Whatever it is: the run is done, and its exit code is about the run.
            error.WriteLine($"{Path.Combine(root, FileName)} could not be written ({problem.Message}). The results are complete; index {root} writes it once the cause is removed.");
        }
    }

    /// <summary>Whether a folder has a page that another program or a person wrote.</summary>
    internal static bool IsForeign(string root) => File.Exists(Path.Combine(root, FileName)) && !IsOurs(root);

    private static bool IsOurs(string root)
    {
        string path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        using var reader = new StreamReader(path);
        char[] beginning = new char[Beginning];
        return new string(beginning, 0, reader.ReadBlock(beginning)).Contains(Mark, StringComparison.Ordinal);
    }

    // What the page rests on, cheaply: which folders have a store or a manifest, and of when.
    private static string State(string root) => string.Join('\n', Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).Select(folder =>
        $"{folder} {File.Exists(Path.Combine(folder, ReportWriter.StoreName))} {File.GetLastWriteTimeUtc(Path.Combine(folder, Manifest.FileName)).Ticks}"));

    private static void Replace(string path, string page)
    {
        // A name of its own: two processes may write at once.
        string partial = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            File.WriteAllText(partial, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
