using System.Text.Json.Nodes;

namespace Experiments.Notebooks.Kernel;

/// <summary>How the kernel is called, in Jupyter and in the notebooks that are for it.</summary>
/// <remarks>The names of .NET Interactive, so that notebooks made for one run with the other.</remarks>
internal static class KernelSpec
{
    /// <summary>The name by which notebooks ask for it.</summary>
    internal const string Name = ".net-csharp";

    /// <summary>The name in menus.</summary>
    internal const string DisplayName = ".NET (C#)";

    /// <summary>The language of its cells.</summary>
    internal const string Language = "C#";

    /// <summary>What editors go by when they colour cells.</summary>
    internal static JsonObject LanguageInfo() => new()
    {
        ["codemirror_mode"] = "text/x-csharp",
        ["file_extension"] = ".cs",
        ["mimetype"] = "text/x-csharp",
        ["name"] = "polyglot-notebook",
        ["pygments_lexer"] = "csharp",
    };
}
