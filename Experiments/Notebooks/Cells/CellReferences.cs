using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Experiments.Notebooks.Cells;

/// <summary>Finds the libraries that cells name with <c>#r</c>.</summary>
/// <remarks>
/// A library that this program itself is made of is always the program's own copy, whatever folder the cell names: a second copy would have
/// types of its own that nothing here accepts, and the notebook would depend on which configuration was built.
/// </remarks>
/// <param name="folder">Paths are relative to it.</param>
internal sealed class CellReferences(string folder) : MetadataReferenceResolver
{
    private static readonly Dictionary<string, string> Own = OwnLibraries();

    private readonly ScriptMetadataResolver _others = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    /// <summary>The libraries of .NET itself, which every cell can use.</summary>
    internal static IEnumerable<MetadataReference> Framework { get; } =
    [
        .. Own.Values
            .Where(path => Path.GetDirectoryName(path) == RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar))
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Path of a library that the program is made of; null for any other.</summary>
    /// <param name="name">Its name without <c>.dll</c>.</param>
    internal static string? OwnLibrary(string name) => Own.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && OwnLibrary(Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))) is { } own
            ? [MetadataReference.CreateFromFile(own, properties)]
            : _others.ResolveReference(reference.Replace('\\', Path.DirectorySeparatorChar), null, properties);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is CellReferences references && references._others.Equals(_others);

    /// <inheritdoc/>
    public override int GetHashCode() => _others.GetHashCode();

    private static Dictionary<string, string> OwnLibraries()
    {
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string known = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        IEnumerable<string> loaded = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).Select(LibraryFile.Of).OfType<string>();
        foreach (string path in loaded.Concat(known.Split(Path.PathSeparator)).Where(File.Exists))
        {
            own.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return own;
    }
}
