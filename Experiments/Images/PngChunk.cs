using System.Buffers.Binary;
using System.Text;

namespace Experiments.Images;

/// <summary>A chunk of a PNG file (ISO/IEC 15948:2004, section 5).</summary>
/// <param name="Type">Four letters.</param>
/// <param name="Data">Its data.</param>
internal sealed record PngChunk(string Type, byte[] Data)
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // Length, type and CRC.
    private const int Around = 12;

    /// <summary>The chunks of a file, as far as they are whole and their CRC is right; none of what is no PNG file.</summary>
    internal static IEnumerable<PngChunk> All(byte[] png)
    {
        if (!png.AsSpan().StartsWith(Signature))
        {
            yield break;
        }

        int at = Signature.Length;
        while (at + Around <= png.Length)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - Around)
            {
                yield break;
            }

            int size = (int)length;
            if (BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + size)) != Crc(png.AsSpan(at + 4, 4 + size)))
            {
                yield break;
            }

            yield return new PngChunk(Encoding.Latin1.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + size)]);
            at += Around + size;
        }
    }

    /// <summary>A file of chunks.</summary>
    internal static byte[] File(IEnumerable<PngChunk> chunks)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        foreach (PngChunk chunk in chunks)
        {
            var bytes = new byte[Around + chunk.Data.Length];
            BinaryPrimitives.WriteInt32BigEndian(bytes, chunk.Data.Length);
            Encoding.Latin1.GetBytes(chunk.Type, bytes.AsSpan(4));
            chunk.Data.CopyTo(bytes, 8);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(bytes.Length - 4), Crc(bytes.AsSpan(4, 4 + chunk.Data.Length)));
            file.Write(bytes);
        }

        return file.ToArray();
    }

    /// <summary>The CRC of ISO 3309: polynomial x³² + x²⁶ + x²³ + … + 1, reflected, starting from ones, complemented.</summary>
    internal static uint Crc(ReadOnlySpan<byte> data)
    {
        const uint Polynomial = 0xEDB88320;
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }
        }

        return ~crc;
    }
}
