using System.Globalization;

namespace Experiments.Notebooks.Cells;

/// <summary>The name a cell's code carries instead of a file's, so that compiler and stack traces name the cell.</summary>
internal static class CellName
{
    private const string Prefix = "cell ";

    /// <summary>The name of a cell.</summary>
    internal static string Of(int cell) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{cell}");

    /// <summary>The number of a cell, or null when the name is another file's.</summary>
    /// <param name="path">The name; the compiler puts a folder in front of it.</param>
    internal static int? Number(string? path) =>
        Path.GetFileName(path) is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
