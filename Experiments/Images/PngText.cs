using System.Buffers.Binary;
using System.Text;
using Experiments.Charts;

namespace Experiments.Images;

/// <summary>Texts in a PNG file: chunks of type iTXt (PNG specification, third edition, section 11.3.3), UTF-8 and not compressed.</summary>
internal static class PngText
{
    private const string Type = "iTXt";

    /// <summary>What a chart carries, as JSON; null when the file carries nothing, or is no PNG file.</summary>
    internal static string? Read(byte[] png) => Read(png, ChartMetadata.Key);

    /// <summary>A text by its keyword; null when there is none.</summary>
    internal static string? Read(byte[] png, string keyword) => PngChunk.All(png)
        .Where(chunk => chunk.Type == Type)
        .Select(chunk => Text(chunk.Data, keyword))
        .FirstOrDefault(text => text is not null);

    /// <summary>The file with texts and a density, in place of those it had.</summary>
    /// <param name="png">The file.</param>
    /// <param name="dotsPerInch">Pixels an inch: the size at which programs place the picture.</param>
    /// <param name="texts">Keywords and texts.</param>
    internal static byte[] With(byte[] png, double dotsPerInch, IReadOnlyList<(string Keyword, string Text)> texts)
    {
        PngChunk[] chunks = [.. PngChunk.All(png).Where(chunk => chunk.Type is not (Type or "pHYs"))];
        return PngChunk.File([chunks[0], Density(dotsPerInch), .. texts.Select(text => Chunk(text.Keyword, text.Text)), .. chunks[1..]]);
    }

    // Keyword, 0, not compressed, method 0, no language, no translated keyword, text.
    private static PngChunk Chunk(string keyword, string text) => new(Type, [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);

    private static PngChunk Density(double dotsPerInch)
    {
        const double InchesPerMetre = 1 / 0.0254;
        var data = new byte[9];
        uint density = (uint)Math.Round(dotsPerInch * InchesPerMetre);
        BinaryPrimitives.WriteUInt32BigEndian(data, density);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), density);
        data[8] = 1;
        return new PngChunk("pHYs", data);
    }

    private static string? Text(ReadOnlySpan<byte> data, string keyword)
    {
        int name = data.IndexOf((byte)0);
        if (name < 0 || data.Length < name + 3 || Encoding.Latin1.GetString(data[..name]) != keyword || data[name + 1] != 0)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = data[(name + 3)..];
        int language = rest.IndexOf((byte)0);
        int translated = language < 0 ? -1 : rest[(language + 1)..].IndexOf((byte)0);
        return translated < 0 ? null : Encoding.UTF8.GetString(rest[(language + translated + 2)..]);
    }
}
