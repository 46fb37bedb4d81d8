namespace Experiments.Config;

/// <summary>The experiment files that come with the program.</summary>
internal static class ShippedExperiments
{
    /// <summary>The folder beside the program.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "configs");

    /// <summary>The case; what runs when nothing else is asked for.</summary>
    internal static string Case { get; } = Path.Combine(Folder, "cmo-joe.yaml");

    /// <summary>Path, from the project's folder, of the shipped file that is this very experiment; null when it was changed or is none of them.</summary>
    /// <param name="name">Name of the experiment.</param>
    /// <param name="hash">Its hash.</param>
    internal static string? FileOf(string name, string hash)
    {
        string file = Path.Combine(Folder, name + ".yaml");
        return File.Exists(file) && ExperimentFile.Read(file, []).Hash == hash ? $"Experiments/configs/{name}.yaml" : null;
    }

    /// <summary>All of them, by name.</summary>
    internal static IReadOnlyList<string> Files() =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
}
