using Experiments.Deck.Layouts;

namespace Experiments.Deck.Packages;

/// <summary>How slides with charts are laid out.</summary>
/// <param name="Layout">Their layout.</param>
/// <param name="Points">The placeholder of the sentences; null where they stand in none.</param>
/// <param name="Chart">The place of the chart.</param>
/// <param name="Text">The place of the sentences.</param>
internal sealed record ChartPlaces(DesignLayout Layout, Placeholder? Points, Box Chart, Box Text)
{
    /// <summary>Share of the width that a chart takes; its three sentences take the rest. Chosen.</summary>
    private const double ChartShare = 0.665;

    /// <summary>Narrower than this a chart has no room for its labels beside the sentences: they go below it. Points; chosen.</summary>
    private const double LeastBeside = 500;

    /// <summary>Share of the height that a chart takes above its sentences. Chosen.</summary>
    private const double ChartAboveShare = 0.63;

    /// <summary>Width over height beyond which more width is of no use to a chart. Chosen.</summary>
    private const double Widest = 2.2;

    private const double Gap = 18;
    private const double BelowGap = 6;

    /// <summary>Whether the sentences stand below the chart.</summary>
    internal bool IsStacked => Text.Y > Chart.Y;

    /// <summary>The room of the chart that is of use to it.</summary>
    internal double Room => Math.Min(Chart.Width, Widest * Chart.Height) * Chart.Height;

    /// <summary>A chart and its sentences in one place: beside each other if it is wide enough.</summary>
    internal static ChartPlaces In(Box place, DesignLayout layout, Placeholder? points)
    {
        bool isBeside = place.Width * ChartShare >= LeastBeside;
        Box chart = isBeside ? place with { Width = place.Width * ChartShare } : place with { Height = place.Height * ChartAboveShare };
        return new ChartPlaces(layout, points, chart, isBeside
            ? new Box(chart.Right + Gap, place.Y, place.Right - chart.Right - Gap, place.Height)
            : place with { Y = chart.Bottom + BelowGap, Height = place.Bottom - chart.Bottom - BelowGap });
    }

    /// <summary>A chart in the wider one of two places side by side, its sentences in the other.</summary>
    /// <param name="layout">The layout with the two places.</param>
    /// <param name="bottom">Below this there is no room.</param>
    internal static ChartPlaces Beside(DesignLayout layout, double bottom)
    {
        Placeholder[] places = [.. layout.Contents.OrderByDescending(place => Math.Round(place.Box.Width))];
        Box Above(Box box) => box with { Height = Math.Min(box.Bottom, bottom) - box.Y };
        return new ChartPlaces(layout, places[1], Above(places[0].Box), Above(places[1].Box));
    }
}
