using Experiments.Deck.Layouts;

namespace Experiments.Deck.Packages;

/// <summary>Where things stand on slides: all within the place that the design gives to content.</summary>
internal sealed class SlidePlaces
{
    /// <summary>How much more room makes it worth to leave the place for content. Chosen.</summary>
    private const double Clearly = 1.1;

    private const double Gap = 8;
    private const double FooterHeight = 26;
    private const double Margin = 0.05;

    /// <summary>Least share of the slide's height for content: some templates leave a narrow strip. Chosen.</summary>
    private const double LeastHeight = 0.45;

    /// <summary>Least share of the slide's width for content. Chosen: a chart and its sentences need it.</summary>
    private const double LeastWidth = 0.7;

    internal SlidePlaces(DeckDesign design)
    {
        Box body = design.Content.Body!.Box;
        Box slide = design.Slide;
        double top = Math.Max(body.Y, design.Content.Title!.Box.Bottom <= body.Y + 1 ? body.Y : design.Content.Title.Box.Bottom);
        double foot = Foot(design);
        double bottom = Math.Min(Math.Max(body.Bottom, top + (LeastHeight * slide.Height)), foot - 4);
        Content = Across(body, slide) with { Y = top, Height = bottom - top };
        Box? free = Free(design, foot - 4);

        // Text gets what a low strip can be stretched to; a chart goes elsewhere if it can.
        Box strip = Content with { Height = Math.Min(body.Bottom, foot - 4) - top };
        ForChart = Elsewhere(design, strip, free, foot - 4) ?? ChartPlaces.In(Content, design.Content, design.Content.Body);

        Table = ForChart.Points is null && free is { } room ? room : Content;
        double right = design.Content.Number is { Box: { } number } && number.X > Content.X + (Content.Width / 2) ? number.X - 6 : Content.Right;
        Footer = new Box(Content.X, foot, right - Content.X, FooterHeight);
    }

    /// <summary>The place for content.</summary>
    internal Box Content { get; }

    /// <summary>The place of a table that stands alone.</summary>
    internal Box Table { get; }

    /// <summary>How slides with charts are laid out.</summary>
    internal ChartPlaces ForChart { get; }

    /// <summary>The place of a chart.</summary>
    internal Box Chart => ForChart.Chart;

    /// <summary>The place of the sentences beside a chart.</summary>
    internal Box Points => ForChart.Text;

    /// <summary>The place of the line at the foot.</summary>
    internal Box Footer { get; }

    // Null means in the place for content, unless two places side by side give the chart more room than one above its sentences, or a low place less than
    // a layout that has nothing but a title.
    private static ChartPlaces? Elsewhere(DeckDesign design, Box content, Box? free, double bottom)
    {
        var within = ChartPlaces.In(content, design.Content, design.Content.Body);
        ChartPlaces best = within;
        if (best.IsStacked && design.TwoContents is { } two && ChartPlaces.Beside(two, bottom) is var beside && beside.Room > best.Room)
        {
            best = beside;
        }

        return best.Chart.Height < LeastHeight * design.Slide.Height && free is { } place && ChartPlaces.In(place, design.TitleOnly, null) is var alone && alone.Room > Clearly * best.Room
            ? alone
            : best == within ? null : best;
    }

    // Below the title of a layout that has nothing else; its margins are those of the title, where that is as wide as the slide.
    private static Box? Free(DeckDesign design, double bottom)
    {
        Box title = design.TitleOnly.Title!.Box;
        double top = title.Bottom + Gap;
        return design.TitleOnly == design.Content || top > design.Slide.Height / 2 ? null : Across(title, design.Slide) with { Y = top, Height = bottom - top };
    }

    private static Box Across(Box place, Box slide) => place.Width >= LeastWidth * slide.Width ? place : place with { X = Margin * slide.Width, Width = (1 - (2 * Margin)) * slide.Width };

    // Where the design has its footer, else where its number is, else at the lower edge.
    private static double Foot(DeckDesign design)
    {
        Box? line = design.Content.Footer?.Box ?? design.Content.Number?.Box;
        return line is { } box && box.Y > design.Slide.Height / 2
            ? box.Y + Math.Max(0, (box.Height - FooterHeight) / 2)
            : design.Slide.Height * (1 - Margin) - FooterHeight;
    }
}
