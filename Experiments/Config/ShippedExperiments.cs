namespace Experiments.Config;

/// <summary>The experiment files that come with the program.</summary>
internal static class ShippedExperiments
{
    /// <summary>The folder beside the program.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "configs");

    /// <summary>The case; what runs when nothing else is asked for.</summary>
    internal static string Case { get; } = Path.Combine(Folder, "cmo-joe.yaml");

    /// <summary>All of them, by name.</summary>
    internal static IReadOnlyList<string> Files() =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
}
