using System.Reflection;

namespace Experiments.Store;

/// <summary>Which program this is, as the build knew it.</summary>
internal static class Tool
{
    private static readonly string[] Informational =
        (typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+', 2);

    /// <summary>Version of the program.</summary>
    internal static string Version => Informational[0];

    /// <summary>Commit the program was built from; null when it was built outside a repository.</summary>
    internal static string? Commit => Informational.Length > 1 ? Informational[1] : null;

    /// <summary>Version of the SDK that built the program; null when unknown.</summary>
    internal static string? Sdk { get; } = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "SdkVersion")?.Value;
}
