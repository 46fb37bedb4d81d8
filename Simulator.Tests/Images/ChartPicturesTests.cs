using System.Buffers.Binary;
using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Images;
using Simulator.Tests.Reports;

namespace Simulator.Tests.Images;

public sealed class ChartPicturesTests
{
    [Fact]
    public void The_same_charts_give_the_same_bytes_alone_or_among_others()
    {
        using var folder = new ReportFolder();
        Chart[] charts = [.. folder.Report.Charts.OfType<Chart>()];

        IReadOnlyList<ChartPicture> first = Pictured.Draw(charts, PictureSize.Slide);
        ChartPicture alone = Pictured.Draw([charts[^1]], PictureSize.Slide).Single();
        IReadOnlyList<ChartPicture> again = Pictured.Draw(charts.Reverse(), PictureSize.Slide);

        Assert.All(first.Zip(again.Reverse()), pair => Assert.Equal((pair.First.Svg, Convert.ToHexString(pair.First.Png)), (pair.Second.Svg, Convert.ToHexString(pair.Second.Png))));
        Assert.Equal((first[^1].Svg, Convert.ToHexString(first[^1].Png)), (alone.Svg, Convert.ToHexString(alone.Png)));
        Assert.Equal(charts.Length, first.Select(picture => picture.Svg).Distinct().Count());
    }

    [Fact]
    public void A_picture_carries_what_the_chart_rests_on_and_words_for_who_cannot_see_it()
    {
        using var folder = new ReportFolder();
        Chart chart = folder.Report.Charts.OfType<Chart>().First();

        ChartPicture picture = Pictured.Draw([chart], PictureSize.Slide).Single();

        string expected = ChartMetadata.Of(chart).ToJson();
        Assert.Equal(expected, PngText.Read(picture.Png));
        Assert.Equal(expected, SvgMetadata.Read(picture.Svg));
        Assert.Equal(chart.Title, PngText.Read(picture.Png, "Title"));
        Assert.Equal(chart.AltText, PngText.Read(picture.Png, "Description"));
        Assert.Equal(chart.Provenance.Command, PngText.Read(picture.Png, "Source"));
        XElement root = XDocument.Parse(picture.Svg).Root!;
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal([chart.Title, chart.AltText], root.Elements().Where(element => element.Name.LocalName is "title" or "desc").Select(element => element.Value));
        string shown = string.Join(' ', root.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        Assert.Contains(chart.Title, shown, StringComparison.Ordinal);
        Assert.EndsWith(chart.Provenance.Footer, shown, StringComparison.Ordinal);
        Assert.All(
            new[] { chart.Provenance.Experiment, chart.Provenance.ShortHash, chart.Provenance.Points, chart.Provenance.Replicates, chart.Provenance.Intervals, $"seed {chart.Provenance.Seed}", chart.Provenance.Version, chart.Provenance.Command },
            part => Assert.Contains(part, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slide", 2560, 1440, "1280", "720")]
    [InlineData("paper", 2100, 1350, "672", "432")]
    [InlineData("square", 2160, 2160, "1080", "1080")]
    public void A_picture_has_the_size_that_was_asked_for_and_needs_nothing_but_itself(string name, int wide, int high, string width, string height)
    {
        using var folder = new ReportFolder();
        PictureSize size = PictureSize.All.Single(one => one.Name == name);

        ChartPicture picture = Pictured.Draw([folder.Report.Charts.OfType<Chart>().First()], size).Single();

        byte[] header = PngChunk.All(picture.Png).First().Data;
        Assert.Equal((wide, high), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))));
        XElement root = XDocument.Parse(picture.Svg).Root!;
        Assert.Equal((width, height), ((string?)root.Attribute("width"), (string?)root.Attribute("height")));
        IEnumerable<string> outside = picture.Svg.Split("http").Skip(1).Where(rest => !rest.StartsWith("://www.w3.org/", StringComparison.Ordinal));
        Assert.Empty(outside);
        Assert.DoesNotContain("<script", picture.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_has_neither_title_nor_footer_and_carries_the_same()
    {
        using var folder = new ReportFolder();
        Chart chart = folder.Report.Charts.OfType<Chart>().First();

        ChartPicture plot = Pictured.Draw([chart], PictureSize.Slide, PictureFrame.Plot).Single();

        Assert.DoesNotContain(XDocument.Parse(plot.Svg).Root!.Elements(), element => element.Name.LocalName == "text");
        Assert.Equal(ChartMetadata.Of(chart).ToJson(), PngText.Read(plot.Png));
        Assert.Equal(ChartMetadata.Of(chart).ToJson(), SvgMetadata.Read(plot.Svg));
    }

    [Fact]
    public void Words_that_look_like_markup_stay_words()
    {
        using var folder = new ReportFolder();
        Chart chart = folder.Report.Charts.OfType<Chart>().First() with { Title = "a < b & </svg></script> \u0001 “c”", AltText = "<i>" };

        ChartPicture picture = Pictured.Draw([chart], PictureSize.Slide).Single();

        Assert.Contains(XDocument.Parse(picture.Svg).Root!.Elements(), element => element.Name.LocalName == "text" && element.Value == "a < b & </svg></script>  “c”");
        Assert.Equal(chart.Title, PngText.Read(picture.Png, "Title"));
    }

    [Fact]
    public void Without_charts_nothing_is_drawn() => Assert.Empty(Pictured.Draw([], PictureSize.Slide));
}
