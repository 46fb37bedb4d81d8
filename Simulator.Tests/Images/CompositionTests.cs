using Experiments.Charts;
using Experiments.Images;
using Simulator.Tests.Reports;

namespace Simulator.Tests.Images;

public sealed class CompositionTests
{
    [Fact]
    public void The_figure_takes_the_room_that_title_and_footer_leave()
    {
        using var folder = new ReportFolder();
        Chart chart = folder.Report.Charts.OfType<Chart>().First();

        var whole = Composition.Of(chart, PictureSize.Slide, PictureFrame.Whole);
        var plot = Composition.Of(chart, PictureSize.Slide, PictureFrame.Plot);
        var longer = Composition.Of(chart with { Title = string.Join(' ', Enumerable.Repeat(chart.Title, 3)) }, PictureSize.Slide, PictureFrame.Whole);

        Assert.Equal((0, 0, 1280, 720), plot.Place);
        Assert.InRange(whole.Place.Y + whole.Place.Height, 500, 690);
        Assert.True(longer.Place.Height < whole.Place.Height);
        Assert.Equal(whole.Place.Height, whole.Figure.Layout.Height);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_left_out_with_a_sentence()
    {
        using var folder = new SweepReportFolder("alone");
        Chart tornado = folder.Report.Charts.OfType<Chart>().Single(chart => chart.Id == "tornado");

        Format roomy = Format.Picture(1200, 500, 18.7);
        Format low = Format.Picture(1200, 190, 18.7);

        Assert.DoesNotContain(tornado.Draw(roomy).Layout.Annotations, annotation => annotation.Text.Contains("in the report", StringComparison.Ordinal));
        Assert.Contains(tornado.Draw(low).Layout.Annotations, annotation => annotation.Text.EndsWith("all are in the report.", StringComparison.Ordinal));
        Assert.True(tornado.Draw(low).Data[0].Text!.Count < tornado.Draw(roomy).Data[0].Text!.Count);
    }

    [Fact]
    public void Every_chart_fills_the_height_of_a_picture()
    {
        using var folder = new ReportFolder();

        Assert.All(folder.Report.Charts.OfType<Chart>(), chart => Assert.Equal(470, chart.Draw(Format.Picture(1200, 470, 18.7)).Layout.Height, 1e-6));
    }
}
