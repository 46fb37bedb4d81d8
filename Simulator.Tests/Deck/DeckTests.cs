using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.Layouts;
using Experiments.Images;
using Experiments.Reports;
using Simulator.Tests.Reports;
using static Experiments.Deck.Layouts.Ooxml;

namespace Simulator.Tests.Deck;

public sealed class DeckTests(DeckFolders folders) : IClassFixture<DeckFolders>
{
    private const string NoBrowser = "/no/browser/here";

    [Fact]
    public void A_deck_passes_the_validator_of_PowerPoint()
    {
        using DeckFile deck = Written("valid.pptx", folders.Case);

        Assert.Empty(deck.Errors);
    }

    [Fact]
    public void A_deck_of_several_experiments_passes_the_validator_and_has_each_question()
    {
        using DeckFile deck = Written("several.pptx", folders.Case, folders.Sweep);

        Assert.Empty(deck.Errors);
        string[] titles = [.. deck.Slides.Select(DeckFile.Title)];
        Assert.Contains(titles, title => title.StartsWith("CMO Joe promoted his book", StringComparison.Ordinal));
        Assert.Contains(titles, title => title.StartsWith("How often can a sender write", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_chart_of_the_report_has_a_slide_with_three_finished_sentences()
    {
        using DeckFile deck = Written("every.pptx", folders.Case);
        string[] expected = [.. FinishedReport.Open(folders.Case).Charts.OfType<Chart>().Select(chart => chart.Id)];

        var charts = deck.Charts.ToList();

        Assert.Equal(expected, charts.Select(chart => chart.Metadata.Chart));
        Assert.Equal(charts.Count, charts.Select(chart => DeckFile.Title(chart.Slide)).Distinct().Count());
        Assert.All(charts, chart =>
        {
            XElement points = Read(chart.Slide).Descendants(P + "sp").Single(shape => (string?)shape.Descendants(P + "cNvPr").First().Attribute("name") == "Findings");
            string[] sentences = [.. points.Descendants(A + "p").Select(paragraph => string.Concat(paragraph.Descendants(A + "t").Select(text => text.Value)))];
            Assert.Equal(3, sentences.Length);
            Assert.All(sentences, sentence => Assert.Matches("^[^a-z].*\\.$", sentence));
        });
    }

    [Fact]
    public void Every_chart_carries_what_it_rests_on_and_words_for_who_cannot_see_it()
    {
        using DeckFile deck = Written("tags.pptx", folders.Case);
        Dictionary<string, ChartMetadata> expected = FinishedReport.Open(folders.Case).Charts.OfType<Chart>().ToDictionary(chart => chart.Id, ChartMetadata.Of);

        Assert.All(deck.Charts, chart =>
        {
            Assert.Equal(expected[chart.Metadata.Chart], chart.Metadata);
            Assert.Contains(chart.Metadata.Alt, (string?)chart.Shape.Descendants(P + "cNvPr").First().Attribute("descr"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_foot_of_a_chart_says_how_to_make_it_again_in_two_lines()
    {
        using DeckFile deck = Written("feet.pptx", folders.Case, folders.Sweep);

        Assert.All(deck.Charts, chart =>
        {
            XElement foot = Read(chart.Slide).Descendants(P + "sp").Single(shape => (string?)shape.Descendants(P + "cNvPr").First().Attribute("name") == "Footer");
            string text = string.Concat(foot.Descendants(A + "t").Select(run => run.Value));
            Provenance from = chart.Metadata.Provenance;
            Assert.All(new[] { from.Experiment, from.ShortHash, from.Points, from.Replicates, $"seed {from.Seed}", from.Version, from.Command }, part => Assert.Contains(part, text, StringComparison.Ordinal));
            Assert.True(text.Contains(from.Intervals.Split([' ', ';'])[0], StringComparison.Ordinal) || text.Contains("intervals: see notes", StringComparison.Ordinal), text);
            double size = (double)foot.Descendants(A + "rPr").First().Attribute("sz")! / 100;
            Box box = Box.Of(foot.Descendants(A + "xfrm").Single())!.Value;
            Assert.InRange(size, 9, 11);
            Assert.InRange(TextFit.Lines(text, size, box.Width), 1, 2);
        });
    }

    [Fact]
    public void Every_slide_has_notes_and_those_of_charts_say_method_and_limits()
    {
        using DeckFile deck = Written("notes.pptx", folders.Sweep);

        Assert.All(deck.Slides, slide => Assert.NotEmpty(DeckFile.Paragraphs(slide.NotesSlidePart!)));
        Assert.All(deck.Charts, chart =>
        {
            string notes = string.Join("\n", DeckFile.Paragraphs(chart.Slide.NotesSlidePart!));
            Assert.Contains("How to read it: ", notes, StringComparison.Ordinal);
            Assert.Contains(chart.Metadata.Provenance.Intervals, notes, StringComparison.Ordinal);
            Assert.Contains("What this experiment cannot tell: ", notes, StringComparison.Ordinal);
            Assert.Contains(chart.Metadata.Provenance.Command, notes, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_native_chart_has_the_data_of_the_figure_in_its_cache_and_in_its_workbook()
    {
        using DeckFile deck = Written("native.pptx", folders.Case);
        Chart chart = FinishedReport.Open(folders.Case).Charts.OfType<Chart>().Single(candidate => candidate.Id == NetValueChart.Id);
        SlidePart slide = deck.Charts.Single(entry => entry.Metadata.Chart == chart.Id).Slide;
        ChartPart part = slide.ChartParts.Single();

        (string Name, double[] Y)[] expected = [.. chart.Wide.Data.Cast<ScatterTrace>().Select(trace => (trace.Name, trace.Y.ToArray()))];
        (string Name, double[] Y)[] drawn = [.. Read(part).Descendants(C + "ser").Select(series => (series.Element(C + "tx")!.Descendants(C + "v").Single().Value, Values(series.Element(C + "yVal")!)))];

        Assert.Equal(expected.Select(series => series.Name), drawn.Select(series => series.Name));
        Assert.All(expected.Zip(drawn), pair => Assert.Equal(pair.First.Y, pair.Second.Y));
        Assert.All(Read(part).Descendants(C + "ser"), series => Assert.Equal(Values(series.Element(C + "yVal")!), Workbook.Cells(part, series.Element(C + "yVal")!.Descendants(C + "f").Single().Value)));
        Assert.Contains(Read(part).Descendants(C + "errBars"), bars => Values(bars.Element(C + "plus")!).Any(distance => distance > 0));
    }

    [Fact]
    public void Bands_and_maps_and_panels_take_a_picture()
    {
        using DeckFile deck = Written("pictured.pptx", folders.Case);

        string[] native = [.. deck.Charts.Where(chart => chart.Slide.ChartParts.Any()).Select(chart => chart.Metadata.Chart)];

        Assert.Equal([NetValueChart.Id, ExchangeChart.Id, WhereaboutsChart.Id], native);
    }

    [Fact]
    public void Without_a_browser_the_deck_is_written_and_tables_stand_in_for_pictures()
    {
        string path = folders["bare.pptx"];

        (int code, string output, string error) = DeckFolders.Do("deck", folders.Case, "--out", path, "--browser", NoBrowser);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(path, output);
        Assert.Contains("The deck is written all the same", error, StringComparison.Ordinal);
        using var deck = new DeckFile(path);
        SlidePart funnel = deck.Charts.Single(chart => chart.Metadata.Chart == FunnelChart.Id).Slide;
        Assert.NotEmpty(Read(funnel).Descendants(A + "tbl"));
        XElement panels = Read(deck.Charts.Single(chart => chart.Metadata.Chart == SalesAndTrustChart.Id).Slide);
        Assert.All(panels.Descendants(A + "tc"), cell => Assert.NotEmpty(string.Concat(cell.Descendants(A + "t").Select(text => text.Value))));
        Assert.Contains(DeckFile.Paragraphs(funnel), text => text.Contains("takes a browser to draw", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_browser_the_other_charts_are_pictures_that_carry_their_data_hash()
    {
        string path = folders["pictures.pptx"];

        (int code, _, string error) = DeckFolders.Do("deck", folders.Case, "--out", path, "--browser", BrowserTests.Browser());

        Assert.True(code == ExitCode.Done, error);
        using var deck = new DeckFile(path);
        Assert.Empty(deck.Errors);
        var pictured = deck.Charts.Where(chart => chart.Shape.Name == P + "pic").ToList();
        Assert.Equal(deck.Charts.Count() - 3, pictured.Count);
        Assert.All(pictured, chart =>
        {
            using Stream image = chart.Slide.ImageParts.Single().GetStream();
            using var bytes = new MemoryStream();
            image.CopyTo(bytes);
            Assert.Equal(chart.Metadata, ChartMetadata.FromJson(PngText.Read(bytes.ToArray())!));
        });
    }

    [Fact]
    public void The_same_results_give_the_same_bytes()
    {
        using DeckFile one = Written("one.pptx", folders.Case, folders.Sweep);
        using DeckFile other = Written("other.pptx", folders.Case, folders.Sweep);

        Assert.Equal(File.ReadAllBytes(folders["one.pptx"]), File.ReadAllBytes(folders["other.pptx"]));
    }

    [Fact]
    public void The_case_is_held_against_its_evidence_and_the_appendix_says_where_it_all_comes_from()
    {
        using DeckFile deck = Written("evidence.pptx", folders.Case);
        string all = string.Join("\n", deck.Slides.SelectMany(DeckFile.Paragraphs));

        Assert.Contains("Complaints from followers", all, StringComparison.Ordinal);
        Assert.Contains("10 to 27", all, StringComparison.Ordinal);
        Assert.Contains("Slovic 1993", all, StringComparison.Ordinal);
        Assert.Contains("doi:10.18564/jasss.4259", all, StringComparison.Ordinal);
        Assert.Contains("Other than the defaults of the model: horizon = 40, audience.size = 900.", all, StringComparison.Ordinal);
        Assert.Contains("loss 0.5, gain 0.1, rememberedShare 0.4", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_says_what_was_varied_and_whether_it_is_a_lever()
    {
        using DeckFile deck = Written("varied.pptx", folders.Sweep);
        string all = string.Join("\n", deck.Slides.SelectMany(DeckFile.Paragraphs));

        Assert.Contains("What was varied", all, StringComparison.Ordinal);
        Assert.Contains("lever of the policy", all, StringComparison.Ordinal);
        Assert.Contains("Varied was days between pitches: every 2 days, every 3 days", all, StringComparison.Ordinal);
    }

    private DeckFile Written(string name, params string[] results)
    {
        string path = folders[name];
        (int code, _, string error) = DeckFolders.Do(["deck", .. results, "--out", path, "--browser", NoBrowser]);
        Assert.True(code == ExitCode.Done, error);
        return new DeckFile(path);
    }

    private static double[] Values(XElement reference) => [.. reference.Descendants(C + "pt").Select(point => (double)point.Element(C + "v")!)];
}
