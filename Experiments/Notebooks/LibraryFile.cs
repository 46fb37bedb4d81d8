using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Experiments.Notebooks;

/// <summary>Libraries as files. A program that was published as a single file has none: cells cannot be compiled against it.</summary>
internal static class LibraryFile
{
    /// <summary>The library of this program; null in a single file.</summary>
    internal static string? Own { get; } = Of(typeof(LibraryFile).Assembly);

    /// <summary>The file that a library was loaded from; null where there is none.</summary>
    /// <param name="library">The library.</param>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "That a single file has no answer is what is asked.")]
    internal static string? Of(Assembly library) => library.Location is { Length: > 0 } path ? path : null;
}
