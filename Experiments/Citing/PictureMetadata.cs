using System.Text;
using Experiments.Charts;
using Experiments.Images;

namespace Experiments.Citing;

/// <summary>What a picture carries, whatever its format.</summary>
internal static class PictureMetadata
{
    /// <summary>Reads it; null when the bytes are no picture of a chart.</summary>
    internal static ChartMetadata? Read(byte[] picture) =>
        (PngText.Read(picture) ?? (LooksLikeXml(picture) ? SvgMetadata.Read(Encoding.UTF8.GetString(picture)) : null)) is { } json ? ChartMetadata.FromJson(json) : null;

    // Photographs of many megabytes are not worth being read as XML.
    private static bool LooksLikeXml(byte[] bytes) => bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8);
}
