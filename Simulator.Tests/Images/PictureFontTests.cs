using Experiments.Charts;

namespace Simulator.Tests.Images;

public sealed class PictureFontTests
{
    private const string Words = "“every third day” leads after two weeks, “fortnightly” at the end – 12,660 more than with silence";

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(100)]
    public void No_line_is_wider_than_its_room_and_no_word_is_lost(double ems)
    {
        IReadOnlyList<string> lines = PictureFont.Lines(Words, ems, isBold: true);

        Assert.All(lines, line => Assert.True(PictureFont.Ems(line, isBold: true) <= ems));
        Assert.Equal(Words, string.Join(' ', lines));
    }

    [Fact]
    public void A_word_that_is_too_wide_is_broken()
    {
        IReadOnlyList<string> lines = PictureFont.Lines("a " + new string('m', 40), 10);

        Assert.All(lines, line => Assert.True(PictureFont.Ems(line) <= 10));
        Assert.Equal(40, string.Concat(lines.Skip(1)).Length);
    }

    [Fact]
    public void A_name_without_end_in_no_room_at_all_ends_too() => Assert.Equal(3, PictureFont.Lines("mmm", 0.1).Count);
}
