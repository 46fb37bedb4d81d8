namespace Experiments.Charts;

/// <summary>
/// Where the labels of a scatter go so that they neither cover each other nor a mark: greedily, point by point, the side
/// with the least overlap. Labels of a few points need no optimiser; a legend would make the reader look twice.
/// </summary>
internal static class LabelPlacement
{
    // Diagonals first: error bars run along the other four.
    private static readonly (string Name, double Right, double Up)[] Sides =
    [
        ("top right", 1, 1), ("bottom right", 1, -1), ("top left", -1, 1), ("bottom left", -1, -1),
        ("top center", 0, 1), ("bottom center", 0, -1), ("middle right", 1, 0), ("middle left", -1, 0),
    ];

    /// <summary>A side for each label.</summary>
    /// <param name="points">Positions of the marks, pixels from the lower left of the plot.</param>
    /// <param name="sizes">Width and height of the labels, pixels.</param>
    /// <param name="width">Width of the plot, pixels.</param>
    /// <param name="height">Height of the plot, pixels.</param>
    internal static string[] Sided(
        IReadOnlyList<(double X, double Y)> points, IReadOnlyList<(double Width, double Height)> sizes, double width, double height)
    {
        const double Mark = 9;
        var taken = new List<Box>(points.Select(point => new Box(point.X - Mark, point.Y - Mark, point.X + Mark, point.Y + Mark)));
        var sides = new string[points.Count];
        foreach (int index in Enumerable.Range(0, points.Count).OrderBy(index => points[index].X))
        {
            (string name, Box box) = Sides
                .Select((side, rank) => (side.Name, Box: Place(points[index], sizes[index], side.Right, side.Up, Mark), rank))
                .MinBy(option => taken.Where((_, other) => other != index).Sum(other => other.Overlap(option.Box))
                    + (20 * option.Box.Outside(width, height)) + (0.5 * option.rank)) is var best ? (best.Name, best.Box) : default;
            sides[index] = name;
            taken.Add(box);
        }

        return sides;
    }

    private static Box Place((double X, double Y) point, (double Width, double Height) size, double right, double up, double mark)
    {
        double left = right switch { > 0 => point.X + mark, < 0 => point.X - mark - size.Width, _ => point.X - (size.Width / 2) };
        double bottom = up switch { > 0 => point.Y + mark, < 0 => point.Y - mark - size.Height, _ => point.Y - (size.Height / 2) };
        return new Box(left, bottom, left + size.Width, bottom + size.Height);
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        internal double Overlap(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
            * Math.Max(0, Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom));

        internal double Outside(double width, double height) =>
            Math.Max(0, -Left) + Math.Max(0, Right - width) + Math.Max(0, -Bottom) + Math.Max(0, Top - height);
    }
}
