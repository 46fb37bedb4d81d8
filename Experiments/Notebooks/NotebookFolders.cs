using System.Text.Json;
using Experiments.Config;
using Experiments.Running;

namespace Experiments.Notebooks;

/// <summary>Where a notebook finds experiments and results: from its own folder upwards.</summary>
internal static class NotebookFolders
{
    private const string ProjectMark = "Simulation.sln";

    /// <summary>The shipped experiment files. Beside this library, since a notebook's host may be another program.</summary>
    private static string Shipped => Path.Combine(Path.GetDirectoryName(LibraryFile.Own) ?? AppContext.BaseDirectory, Path.GetFileName(ShippedExperiments.Folder));

    /// <summary>The folder into which notebooks run experiments: <c>results</c> of the project, or of the current folder outside of any project.</summary>
    internal static string Results =>
        Path.Combine(Upwards(null).FirstOrDefault(folder => File.Exists(Path.Combine(folder, ProjectMark))) ?? Directory.GetCurrentDirectory(), ResultFolder.Default);

    /// <summary>A folder as a notebook names it: relative to the current folder or to one above it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="from">Where to begin; null means the current folder.</param>
    /// <exception cref="NotebookException">There is none.</exception>
    internal static string Find(string folder, string? from = null)
    {
        if (Upwards(from).Select(above => Path.GetFullPath(folder, above)).FirstOrDefault(Directory.Exists) is { } found)
        {
            return found;
        }

        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        throw new NotebookException($"There is no folder '{folder}' here or above{NearestName.Hint(name, All(from).Select(Path.GetFileName).OfType<string>())}");
    }

    /// <summary>The folder of the newest finished results of an experiment.</summary>
    /// <param name="name">Name of the experiment.</param>
    /// <param name="from">Where to begin; null means the current folder.</param>
    /// <exception cref="NotebookException">There is none.</exception>
    internal static string Latest(string name, string? from = null)
    {
        string[] finished = [.. All(from).Where(Manifest.IsIn)];
        (string Path, DateTimeOffset Finished)? newest = null;
        foreach (string path in finished.Where(path => NameOf(path) == name))
        {
            DateTimeOffset end = EndOf(path);
            newest = newest is null || end > newest.Value.Finished ? (path, end) : newest;
        }

        string[] names = [.. finished.Select(NameOf).Distinct()];
        return newest?.Path ?? throw new NotebookException(
            $"There are no finished results of '{name}' in a folder '{ResultFolder.Default}' here or above{NearestName.Hint(name, names)} Results.Run(\"{name}\") makes them.");
    }

    /// <summary>The file of an experiment as a notebook names it: a shipped one by its name, any other by its path.</summary>
    /// <exception cref="NotebookException">There is none.</exception>
    internal static string Experiment(string name)
    {
        if (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            return Upwards(null).Select(above => Path.GetFullPath(name, above)).FirstOrDefault(File.Exists)
                ?? throw new NotebookException($"There is no file '{name}' here or above.");
        }

        string file = Path.Combine(Shipped, name + ".yaml");
        return File.Exists(file)
            ? file
            : throw new NotebookException(
                $"There is no shipped experiment '{name}'{NearestName.Hint(name, Directory.EnumerateFiles(Shipped, "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order())} A file of your own is named with .yaml at its end.");
    }

    private static string NameOf(string path)
    {
        string folder = Path.GetFileName(path);
        return folder.LastIndexOf('-') is > 0 and var dash ? folder[..dash] : folder;
    }

    // A manifest that cannot be read is told of when its folder is the only one and opened.
    private static DateTimeOffset EndOf(string path)
    {
        try
        {
            return Manifest.Read(path).Finished;
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or IOException)
        {
            return DateTimeOffset.MinValue;
        }
    }

    private static IEnumerable<string> All(string? from) => Upwards(from)
        .Select(above => Path.Combine(above, ResultFolder.Default))
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Upwards(string? from)
    {
        for (DirectoryInfo? folder = new(from ?? Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
