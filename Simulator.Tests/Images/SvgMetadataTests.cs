using Experiments.Images;

namespace Simulator.Tests.Images;

public sealed class SvgMetadataTests
{
    [Fact]
    public void A_text_with_markup_in_it_comes_back_letter_for_letter()
    {
        const string Text = "{\"title\":\"a < b & \\\"c\\\" > d ]]> ≥\"}";

        Assert.Equal(Text, SvgMetadata.Read($"<svg xmlns=\"http://www.w3.org/2000/svg\">{SvgMetadata.Element(Text)}<rect/></svg>"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no picture")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>of somebody else</metadata></svg>")]
    [InlineData("<html><metadata id=\"Simulation\">x</metadata></html>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata id=\"Simulation\">cut")]
    public void What_is_no_picture_of_ours_carries_nothing(string file) => Assert.Null(SvgMetadata.Read(file));
}
