using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>Something to tell the writer of an experiment file.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Path">Dotted path of the key; empty when it concerns the file.</param>
/// <param name="Message">What was found and what would be right.</param>
internal sealed record Diagnostic(Place At, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{At}  {Message}" : $"{At}  {Path}: {Message}";
}
