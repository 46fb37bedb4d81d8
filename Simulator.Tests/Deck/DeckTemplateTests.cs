using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Experiments;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Simulator.Tests.Deck;

public sealed class DeckTemplateTests(DeckFolders folders) : IClassFixture<DeckFolders>
{
    [Fact]
    public void A_template_gives_its_theme_its_size_and_its_layouts_and_loses_its_slides()
    {
        string template = folders["company.pptx"];
        string path = folders["with-template.pptx"];
        CompanyTemplate.Write(template);

        (int code, _, string error) = DeckFolders.Do("deck", folders.Case, "--template", template, "--out", path, "--browser", "/no/browser/here");

        Assert.True(code == ExitCode.Done, error);
        using var deck = new DeckFile(path);
        Assert.Empty(deck.Errors);
        XElement theme = Read(deck.Presentation.SlideMasterParts.Single().ThemePart!);
        Assert.All(theme.Descendants(A + "latin"), font => Assert.Equal(CompanyTemplate.Font, (string?)font.Attribute("typeface")));
        Assert.Contains(CompanyTemplate.Accent, theme.ToString(), StringComparison.Ordinal);
        Assert.Equal(Emu(CompanyTemplate.Width), (long?)Read(deck.Presentation).Element(P + "sldSz")!.Attribute("cx"));
        Assert.DoesNotContain(deck.Slides.SelectMany(DeckFile.Paragraphs), text => text == CompanyTemplate.OldText);
        Assert.DoesNotContain(deck.Slides, slide => Read(slide).Descendants(A + "latin").Any(font => (string?)font.Attribute("typeface") != "+mn-lt"));
        Assert.All(deck.Slides, slide => Assert.All(Boxes(slide), box => Assert.True(box.Right <= CompanyTemplate.Width + 0.5 && box.Bottom <= 540.5, $"{DeckFile.Title(slide)}: {box}")));
    }

    [Fact]
    public void With_a_template_too_the_same_results_give_the_same_bytes()
    {
        string template = folders["twice-template.pptx"];
        CompanyTemplate.Write(template);

        byte[][] decks = [.. new[] { "first.pptx", "second.pptx" }.Select(name =>
        {
            DeckFolders.Do("deck", folders.Sweep, "--template", template, "--out", folders[name], "--browser", "/no/browser/here");
            return File.ReadAllBytes(folders[name]);
        })];

        Assert.Equal(decks[0], decks[1]);
    }

    [Fact]
    public void Titles_and_text_stand_in_placeholders_of_the_layout()
    {
        string template = folders["placeholders-template.pptx"];
        string path = folders["placeholders.pptx"];
        CompanyTemplate.Write(template);

        DeckFolders.Do("deck", folders.Sweep, "--template", template, "--out", path, "--browser", "/no/browser/here");

        using var deck = new DeckFile(path);
        Assert.All(deck.Slides, slide => Assert.NotEmpty(DeckFile.Title(slide)));
        Assert.All(deck.Charts, chart => Assert.Contains(Read(chart.Slide).Descendants(P + "ph"), placeholder => placeholder.Attribute("type") is null && (string?)placeholder.Attribute("idx") == "1"));
    }

    [Fact]
    public void Where_the_place_for_content_is_low_charts_stand_below_a_title_alone()
    {
        using DeckFile deck = With("low", CompanyTemplate.Lower);

        Assert.Empty(deck.Errors);
        Assert.All(deck.Charts, chart =>
        {
            Assert.Equal("titleOnly", (string?)Read(chart.Slide.SlideLayoutPart!).Attribute("type"));
            XElement points = Read(chart.Slide).Descendants(P + "sp").Single(shape => (string?)shape.Descendants(P + "cNvPr").First().Attribute("name") == "Findings");
            Assert.Equal(3, points.Descendants(A + "buChar").Count());
            Assert.All(Boxes(chart.Slide), box => Assert.True(box.Right <= CompanyTemplate.Width + 0.5 && box.Bottom <= 540.5, $"{DeckFile.Title(chart.Slide)}: {box}"));
        });
    }

    [Fact]
    public void Two_places_side_by_side_are_used_where_a_chart_has_more_room_in_one_of_them()
    {
        using DeckFile deck = With("two", layout =>
        {
            CompanyTemplate.Part(layout);
            layout.SetAttributeValue("type", (string?)layout.Attribute("type") == "titleOnly" ? "blank" : (string?)layout.Attribute("type"));
            layout.Descendants(P + "sp").Where(shape => (string?)layout.Attribute("type") == "blank" && shape.Descendants(P + "ph").Any(ph => (string?)ph.Attribute("type") == "title")).Remove();
        });

        Assert.Empty(deck.Errors);
        Assert.All(deck.Charts, chart => Assert.Contains(Read(chart.Slide).Descendants(P + "ph"), placeholder => (string?)placeholder.Attribute("idx") == "2"));
    }

    private DeckFile With(string name, Action<XElement> change)
    {
        string template = folders[name + "-template.pptx"], path = folders[name + ".pptx"];
        CompanyTemplate.Write(template, change: change);
        (int code, _, string error) = DeckFolders.Do("deck", folders.Case, "--template", template, "--out", path, "--browser", "/no/browser/here");
        Assert.True(code == ExitCode.Done, error);
        return new DeckFile(path);
    }

    [Fact]
    public void What_is_no_template_is_refused_with_what_to_do_and_nothing_is_written()
    {
        string text = folders["text.pptx"], zip = folders["zip.pptx"], document = folders["letter.docx"], potx = folders["company.potx"], workbook = folders["table.pptx"], empty = folders["thin.pptx"];
        File.WriteAllText(text, "no presentation");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            archive.CreateEntry("a.txt");
        }

        File.WriteAllText(document, "");
        File.WriteAllText(potx, "");
        using (var sheet = SpreadsheetDocument.Create(workbook, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            Write(sheet.AddWorkbookPart(), new XElement(XName.Get("workbook", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")));
        }

        CompanyTemplate.Write(empty, withContent: false);

        Refused(text, "cannot be read as a presentation");
        Refused(zip, "is a zip file, but no presentation");
        Refused(document, "is no PowerPoint file");
        Refused(potx, "save it as a PowerPoint presentation (.pptx)");
        Refused(workbook, "presentation");
        Refused(empty, "has no layout with a title and a text (“Title and Content”). It has “Title Slide”, “Title and Content” and “Title Only”.");
        Refused(folders["nowhere.pptx"], "There is no file");
        Refused(folders.Case, "is a folder");
    }

    [Fact]
    public void What_is_no_result_folder_is_refused_and_nothing_is_written()
    {
        string path = folders["never.pptx"];
        Directory.CreateDirectory(folders["empty"]);
        string file = folders["file"];
        File.WriteAllText(file, "");

        foreach ((string folder, string reason) in new[] { (folders["missing"], "There is no folder"), (folders["empty"], "is not a result folder"), (file, "is a file") })
        {
            (int code, string output, string error) = DeckFolders.Do("deck", folder, "--out", path);
            Assert.Equal(ExitCode.BadInput, code);
            Assert.Empty(output);
            Assert.Contains(reason, error, StringComparison.Ordinal);
            Assert.EndsWith(".", error, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.BadInput, DeckFolders.Do("deck", folders.Case, folders.Case, "--out", path).Code);
        Assert.Contains("does not end in .pptx", DeckFolders.Do("deck", folders.Case, "--out", folders["deck.pdf"]).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_with_what_to_do()
    {
        string taken = folders["taken.pptx"];
        Directory.CreateDirectory(taken);

        (int code, _, string error) = DeckFolders.Do("deck", folders.Case, "--out", taken, "--browser", "/no/browser/here");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("Close it if it is open in PowerPoint", error, StringComparison.Ordinal);
        Assert.False(File.Exists(taken + ".partial"));
    }

    private void Refused(string template, string reason)
    {
        string path = folders["refused.pptx"];

        (int code, string output, string error) = DeckFolders.Do("deck", folders.Case, "--template", template, "--out", path);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private static IEnumerable<Box> Boxes(SlidePart slide) => Read(slide).Descendants().Where(element => element.Name == A + "xfrm" || element.Name == P + "xfrm").Select(Box.Of).OfType<Box>();
}
