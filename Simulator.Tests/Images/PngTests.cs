using System.Buffers.Binary;
using System.Text;
using Experiments.Charts;
using Experiments.Images;

namespace Simulator.Tests.Images;

public sealed class PngTests
{
    // The smallest picture there is: one transparent pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("IEND", 0xAE426082)]
    [InlineData("", 0x00000000)]
    public void The_checksum_gives_the_published_values(string text, uint expected) =>
        Assert.Equal(expected, PngChunk.Crc(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_file_taken_apart_and_put_together_is_the_same() => Assert.Equal(Pixel, PngChunk.File(PngChunk.All(Pixel)));

    [Fact]
    public void Texts_come_back_letter_for_letter_and_stand_before_the_picture()
    {
        const string Text = "{\"alt\":\"≥ 14 % – “blast” 😀\"}";

        byte[] png = PngText.With(Pixel, 192, [("Title", "a finding"), (ChartMetadata.Key, Text)]);

        Assert.Equal(Text, PngText.Read(png));
        Assert.Equal("a finding", PngText.Read(png, "Title"));
        Assert.Null(PngText.Read(png, "Author"));
        Assert.Equal(["IHDR", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"], PngChunk.All(png).Select(chunk => chunk.Type));
    }

    [Fact]
    public void Texts_written_again_take_the_place_of_those_before()
    {
        byte[] png = PngText.With(PngText.With(Pixel, 96, [(ChartMetadata.Key, "old")]), 192, [(ChartMetadata.Key, "new")]);

        Assert.Equal("new", PngText.Read(png));
        Assert.Single(PngChunk.All(png), chunk => chunk.Type == "iTXt");
        byte[] density = PngChunk.All(png).Single(chunk => chunk.Type == "pHYs").Data;
        Assert.Equal(7559u, BinaryPrimitives.ReadUInt32BigEndian(density));
    }

    [Fact]
    public void What_is_no_whole_picture_carries_nothing()
    {
        byte[] png = PngText.With(Pixel, 192, [(ChartMetadata.Key, "text")]);
        byte[] broken = [.. png];
        broken[broken.AsSpan().IndexOf("text"u8)] ^= 1;

        Assert.Null(PngText.Read(Pixel));
        Assert.Null(PngText.Read(broken));
        Assert.Null(PngText.Read(png[..60]));
        Assert.Null(PngText.Read([1, 2, 3]));
        Assert.Null(PngText.Read([]));
    }
}
