using Experiments.Analysis;

namespace Experiments.Notebooks;

/// <summary>What a cloud of points shows, in words.</summary>
internal static class Cloud
{
    /// <summary>Fewer points than these are listed one by one.</summary>
    private const int Few = 5;

    /// <summary>Number, ranges, correlation (Pearson 1895) and, with a diagonal, the sides of it; few points are listed.</summary>
    /// <param name="points">Points that have a height.</param>
    /// <param name="diagonal">Whether the line on which both axes have the same value is drawn.</param>
    internal static string Describe(IReadOnlyList<MarkSeries.Mark> points, bool diagonal)
    {
        double[] across = [.. points.Select(point => point.X)];
        double[] up = [.. points.Select(point => point.Y!.Value)];
        if (points.Count < Few)
        {
            return Wording.List([.. points.Select(point => $"{Words.Number(point.Y)} at {Words.Number(point.X)}")]);
        }

        string sides = diagonal
            ? $"; {Words.Number(points.Count(point => point.Y > point.X))} lie above the line of equal values, {Words.Number(points.Count(point => point.Y < point.X))} below it"
            : "";
        string together = Correlation(across, up) is { } correlation ? $"; their correlation is {Wording.Rounded(correlation, 0.01)}" : "";
        return $"{Words.Number(points.Count)} points, {Words.Number(up.Min())} to {Words.Number(up.Max())} high and {Words.Number(across.Min())} to {Words.Number(across.Max())} across{together}{sides}";
    }

    // Null where one of the two is the same everywhere.
    private static double? Correlation(double[] across, double[] up)
    {
        (double middle, double level) = (across.Average(), up.Average());
        double common = across.Zip(up, (x, y) => (x - middle) * (y - level)).Sum();
        double spread = Math.Sqrt(across.Sum(x => (x - middle) * (x - middle)) * up.Sum(y => (y - level) * (y - level)));
        return spread > 0 ? common / spread : null;
    }
}
