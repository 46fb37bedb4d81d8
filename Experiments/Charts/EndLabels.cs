namespace Experiments.Charts;

/// <summary>Labels at the right end of lines, pushed apart where lines end close together.</summary>
internal static class EndLabels
{
    /// <summary>Each label with its place on the vertical axis, from the top.</summary>
    /// <param name="ends">Names and last values of the lines.</param>
    /// <param name="range">Ends of the axis.</param>
    /// <param name="height">Height of the axis, pixels.</param>
    /// <param name="format">Gives the height of a line of text.</param>
    internal static IReadOnlyList<(string Name, double Place)> Spread(
        IEnumerable<(string Name, double Value)> ends, double[] range, double height, Format format)
    {
        double unit = (range[1] - range[0]) / height;
        var labels = new List<(string Name, double Place, double Half)>();
        foreach ((string name, double value) in ends.OrderByDescending(end => end.Value))
        {
            double half = format.FontSize * 1.25 * format.Wrapped(name).Split("<br>").Length / 2 * unit;
            double highest = labels.Count == 0 ? range[1] - half : labels[^1].Place - labels[^1].Half - half;
            labels.Add((name, Math.Min(value, highest), half));
        }

        // What was pushed below the axis comes back up, from the last to the first.
        double lowest = range[0];
        for (int index = labels.Count - 1; index >= 0; index--)
        {
            (string name, double place, double half) = labels[index];
            labels[index] = (name, Math.Max(place, lowest + half), half);
            lowest = labels[index].Place + half;
        }

        return [.. labels.Select(label => (label.Name, label.Place))];
    }
}
