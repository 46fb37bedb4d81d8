using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>Something to tell the writer of an experiment file.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Path">Dotted path of the key; empty when it concerns the file.</param>
/// <param name="Message">What was found and what would be right.</param>
internal sealed record Diagnostic(Place At, string Path, string Message)
{
    /// <summary>One line, whatever the file contains: line breaks and terminal codes in quoted texts are made harmless.</summary>
    public override string ToString()
    {
        string text = Path.Length == 0 ? $"{At}  {Message}" : $"{At}  {Path}: {Message}";
        return string.Concat(text.Select(letter => char.IsControl(letter) ? '\ufffd' : letter));
    }
}
