using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Deck.Layouts;
using Experiments.Deck.NativeCharts;
using Experiments.Deck.Slides;

namespace Experiments.Deck.Packages;

/// <summary>Puts what a slide says into the placeholders of a layout, at sizes that fit.</summary>
/// <param name="design">The design.</param>
/// <param name="places">Where things stand.</param>
/// <param name="native">Charts that PowerPoint draws.</param>
/// <param name="pictures">Pictures of the others; empty when there is no browser.</param>
internal sealed class SlideDrawing(DeckDesign design, SlidePlaces places, IReadOnlyDictionary<Chart, NativeChart> native, IReadOnlyDictionary<Chart, byte[]> pictures)
{
    private const double LargestTitle = 28;
    private const double SmallestTitle = 18;
    private const double LargestText = 22;
    private const double LargestPoint = 18;
    private const double SmallestText = 14;
    private const double FooterSize = 11;
    private const double SmallerFooter = 10;
    private const double SmallestFooter = 9;
    private const int FooterLines = 2;

    /// <summary>Room between a table and the sentence below it: rows grow where a font is wider than thought.</summary>
    private const double RemarkGap = 16;

    /// <summary>Width that a bullet takes from its text. Chosen: what most designs have.</summary>
    private const double BulletWidth = 28;

    /// <summary>The slides of a slide: more than one where its rows or points need the room.</summary>
    internal IEnumerable<(DesignLayout Layout, Action<SlideShapes> Fill)> Pages(DeckSlide slide) => slide switch
    {
        OpeningSlide opening => [(opening.IsFirst ? design.Title : design.Section, shapes => Open(shapes, opening))],
        ChartSlide chart => [(places.ForChart.Layout, shapes => Draw(shapes, chart))],
        TextSlide text => Paged(text),
        TableSlide table => Paged(table),
        _ => throw new ArgumentException($"{slide.GetType()} is no slide that can be drawn.", nameof(slide)),
    };

    private void Open(SlideShapes shapes, OpeningSlide slide)
    {
        DesignLayout layout = slide.IsFirst ? design.Title : design.Section;
        Placeholder title = layout.Title!;
        double size = TextFit.Largest(slide.Title, title.Inside, title.Size, LargestTitle - 4, title.IsBold);
        shapes.Fill("Title", title, null, DeckText.Paragraph(slide.Title, size, bullet: false));
        if ((layout.Subtitle ?? layout.Body) is { } below)
        {
            double lines = FittingSize(slide.Lines, below.Inside, Math.Min(below.Size, LargestText), SmallestText);
            shapes.Fill("Subtitle", below, null, slide.Lines.Select((line, index) => DeckText.Paragraph(line, lines, bullet: false, follows: index > 0)));
        }
    }

    private void Draw(SlideShapes shapes, ChartSlide slide)
    {
        DesignLayout layout = places.ForChart.Layout;
        AddTitle(shapes, layout, slide.Title);
        string alt = $"{slide.Chart.Title}. {slide.Chart.AltText}";
        if (native.TryGetValue(slide.Chart, out NativeChart? drawn))
        {
            shapes.AddChart(slide.Chart, alt, places.Chart, NativeParts.Add(shapes, drawn));
        }
        else if (pictures.TryGetValue(slide.Chart, out byte[]? png))
        {
            shapes.AddPicture(slide.Chart, alt, places.Chart, png);
        }
        else
        {
            AddData(shapes, slide.Chart, alt);
        }

        Box inside = places.Points with { Width = places.Points.Width - BulletWidth };
        Placeholder? body = places.ForChart.Points;
        double size = FittingSize(slide.Points, inside, Math.Min(body?.Size ?? LargestPoint, LargestPoint), SmallestText);
        if (body is not null)
        {
            shapes.Fill("Findings", body, places.Points, slide.Points.Select((point, index) => DeckText.Paragraph(point, size, follows: index > 0)));
        }
        else
        {
            shapes.Add("Findings", places.Points, "t", slide.Points.Select((point, index) => DeckText.Paragraph(point, size, colour: "tx1", follows: index > 0, isFree: true)));
        }

        AddFooter(shapes, layout, slide.Footers);
    }

    // Where a picture would be: what it would show, and what it takes to have it.
    private void AddData(SlideShapes shapes, Chart chart, string alt)
    {
        const string Missing = "The chart itself takes a browser to draw: install Chromium, Chrome or Edge, or name one with --browser, and write the deck again.";
        double words = TextFit.Height([Missing], SmallestText, places.Chart.Width) + 8;
        Box room = places.Chart with { Height = places.Chart.Height - words };
        (DeckTable table, TableFrame frame) = MainData.Of(chart, room);
        shapes.Add(chart.Id, alt, room with { Height = frame.Height(table.Rows) }, frame.Write(table.Rows), chart);
        shapes.Add("Missing picture", places.Chart with { Y = places.Chart.Bottom - words, Height = words }, "b", DeckText.Paragraph(Missing, SmallestText, colour: "tx1", bullet: false, isFree: true));
    }

    private IEnumerable<(DesignLayout Layout, Action<SlideShapes> Fill)> Paged(TextSlide slide)
    {
        Placeholder body = design.Content.Body!;
        Box inside = places.Content with { Width = places.Content.Width - BulletWidth };
        List<IReadOnlyList<string>> pages = PagesOf(slide, inside);
        double size = pages.Select((page, index) => FittingSize(index == 0 && slide.Lead is { } lead ? [lead, .. page] : page, inside, Math.Min(body.Size, LargestText), SmallestText)).Min();
        for (int index = 0; index < pages.Count; index++)
        {
            (IReadOnlyList<string> page, string title, bool isFirst) = (pages[index], Numbered(slide.Title, index, pages.Count), index == 0);
            yield return (design.Content, shapes =>
            {
                AddTitle(shapes, design.Content, title);
                IEnumerable<XElement> above = isFirst && slide.Lead is { } lead ? [DeckText.Paragraph(lead, size, bold: true, bullet: false)] : [];
                bool follows = isFirst && slide.Lead is not null;
                shapes.Fill("Text", body, places.Content, [.. above, .. page.Select((point, row) => DeckText.Paragraph(point, size, follows: follows || row > 0))]);
                AddFooter(shapes, design.Content, [slide.Footer]);
            }
            );
        }
    }

    // On as few slides as possible, about as full as each other.
    private static List<IReadOnlyList<string>> PagesOf(TextSlide slide, Box inside)
    {
        int fewest = Filled(slide, inside.Width, inside.Height).Count;
        for (double full = inside.Height / 3; full < inside.Height; full += SmallestText)
        {
            if (Filled(slide, inside.Width, full) is { } pages && pages.Count == fewest)
            {
                return pages;
            }
        }

        return Filled(slide, inside.Width, inside.Height);
    }

    private static List<IReadOnlyList<string>> Filled(TextSlide slide, double width, double height)
    {
        var pages = new List<IReadOnlyList<string>>();
        var page = new List<string>();
        string[] above = slide.Lead is { } lead ? [lead] : [];
        foreach (string point in slide.Points)
        {
            if (page.Count > 0 && TextFit.Height([.. above, .. page, point], SmallestText, width, DeckText.ParagraphGap) > height)
            {
                pages.Add(page);
                page = [];
                above = [];
            }

            page.Add(point);
        }

        pages.Add(page);
        return pages;
    }

    private IEnumerable<(DesignLayout Layout, Action<SlideShapes> Fill)> Paged(TableSlide slide)
    {
        var frame = new TableFrame(slide.Table, places.Table.Width);
        double words = slide.Remark is { } text ? TextFit.Height([text], SmallestText, places.Table.Width) + RemarkGap : 0;
        IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> pages = frame.Pages(places.Table.Height - words);
        for (int index = 0; index < pages.Count; index++)
        {
            (IReadOnlyList<IReadOnlyList<string>> rows, string title) = (pages[index], Numbered(slide.Title, index, pages.Count));
            yield return (design.TitleOnly, shapes =>
            {
                AddTitle(shapes, design.TitleOnly, title);
                double height = frame.Height(rows);
                shapes.Add("Table", $"{slide.Title}: a table of {string.Join(", ", slide.Table.Columns)}.", places.Table with { Height = height }, frame.Write(rows));
                if (slide.Remark is { } remark)
                {
                    shapes.Add("Remark", places.Table with { Y = places.Table.Y + height + RemarkGap, Height = words - RemarkGap }, "t", DeckText.Paragraph(remark, SmallestText, colour: "tx1", bullet: false, isFree: true));
                }

                AddFooter(shapes, design.TitleOnly, [slide.Footer]);
            }
            );
        }
    }

    private static string Numbered(string title, int index, int count) => count == 1 ? title : $"{title} ({index + 1} of {count})";

    private static void AddTitle(SlideShapes shapes, DesignLayout layout, string title)
    {
        Placeholder placeholder = layout.Title!;
        double size = TextFit.Largest(title, placeholder.Inside, Math.Min(placeholder.Size, LargestTitle), SmallestTitle, placeholder.IsBold);
        shapes.Fill("Title", placeholder, null, DeckText.Paragraph(title, size, bullet: false));
    }

    // The first that two lines hold; of the sizes the largest.
    private void AddFooter(SlideShapes shapes, DesignLayout layout, IReadOnlyList<string> footers)
    {
        if (footers[0].Length == 0)
        {
            return;
        }

        Box box = places.Footer;
        double width = box.Width - (layout.Footer is { } own ? own.Box.Width - own.Inside.Width : 0);
        int Lines(string text, double size) => TextFit.Lines(text, size, width);
        string footer = footers.FirstOrDefault(text => Lines(text, SmallestFooter) <= FooterLines) ?? footers[^1];
        double size = Lines(footer, FooterSize) == 1 ? FooterSize : Lines(footer, SmallerFooter) <= FooterLines ? SmallerFooter : SmallestFooter;
        double height = Lines(footer, size) * size * TextFit.LineHeight;
        if (height > box.Height)
        {
            box = box with { Y = Math.Min(box.Y, design.Slide.Height - height - 2), Height = height };
        }

        if (layout.Footer is { } placeholder)
        {
            shapes.Fill("Footer", placeholder, box, DeckText.Paragraph(footer, size, bullet: false, align: "l"));
        }
        else
        {
            shapes.Add("Footer", box, "ctr", DeckText.Paragraph(footer, size, colour: "tx1", bullet: false, align: "l", isFree: true));
        }
    }

    private static double FittingSize(IReadOnlyList<string> paragraphs, Box inside, double from, double to)
    {
        double size = Math.Floor(from);
        while (size > to && TextFit.Height(paragraphs, size, inside.Width, DeckText.ParagraphGap) > inside.Height)
        {
            size--;
        }

        return Math.Max(size, to);
    }
}
