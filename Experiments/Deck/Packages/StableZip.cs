using System.IO.Compression;

namespace Experiments.Deck.Packages;

/// <summary>A package in which the same parts always give the same bytes: parts in a fixed order, all of one time.</summary>
internal static class StableZip
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time that zip files know.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a package again.</summary>
    internal static byte[] Of(MemoryStream package)
    {
        package.Position = 0;
        using var packed = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers find out what a package is from its first parts.
            foreach (ZipArchiveEntry part in source.Entries
                .OrderBy(part => part.FullName switch { ContentTypes => 0, "_rels/.rels" => 1, _ => 2 })
                .ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using Stream from = part.Open();
                using Stream to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
