using Experiments.Deck.Layouts;

namespace Experiments.Deck.Packages;

/// <summary>Where things stand on slides: all within the place that the design gives to content.</summary>
internal sealed class SlidePlaces
{
    /// <summary>Share of the width that a chart takes; its three sentences take the rest. Chosen.</summary>
    private const double ChartShare = 0.665;

    /// <summary>Narrower than this a chart has no room for its labels beside the sentences: they go below it. Points; chosen.</summary>
    private const double LeastBeside = 500;

    /// <summary>Share of the height that a chart takes above its sentences. Chosen.</summary>
    private const double ChartAboveShare = 0.63;

    private const double Gap = 18;
    private const double BelowGap = 6;
    private const double FooterHeight = 18;
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
        Box across = body.Width >= LeastWidth * slide.Width ? body : body with { X = Margin * slide.Width, Width = (1 - (2 * Margin)) * slide.Width };
        Content = new Box(across.X, top, across.Width, bottom - top);
        bool isBeside = Content.Width * ChartShare >= LeastBeside;
        Chart = isBeside ? Content with { Width = Content.Width * ChartShare } : Content with { Height = Content.Height * ChartAboveShare };
        Points = isBeside
            ? new Box(Chart.Right + Gap, Content.Y, Content.Right - Chart.Right - Gap, Content.Height)
            : Content with { Y = Chart.Bottom + BelowGap, Height = Content.Bottom - Chart.Bottom - BelowGap };
        double right = design.Content.Number is { Box: { } number } && number.X > Content.X + (Content.Width / 2) ? number.X - 6 : Content.Right;
        Footer = new Box(Content.X, foot, right - Content.X, FooterHeight);
    }

    /// <summary>The place for content.</summary>
    internal Box Content { get; }

    /// <summary>The place of a chart.</summary>
    internal Box Chart { get; }

    /// <summary>The place of the sentences beside a chart.</summary>
    internal Box Points { get; }

    /// <summary>The place of the line at the foot.</summary>
    internal Box Footer { get; }

    // Where the design has its footer, else where its number is, else at the lower edge.
    private static double Foot(DeckDesign design)
    {
        Box? line = design.Content.Footer?.Box ?? design.Content.Number?.Box;
        return line is { } box && box.Y > design.Slide.Height / 2
            ? box.Y + Math.Max(0, (box.Height - FooterHeight) / 2)
            : design.Slide.Height * (1 - Margin) - FooterHeight;
    }
}
