namespace Experiments.Emulation;

/// <summary>Means and variances of an outcome point by point, and its sums replicate by replicate: what is left of the runs once they are read.</summary>
internal sealed class PointMoments
{
    private readonly Dictionary<int, (int Count, double Mean, double Squares)> _points = [];
    private readonly Dictionary<int, (int Count, double Sum)> _replicates = [];

    /// <summary>Numbers of the points that have a result.</summary>
    internal IEnumerable<int> Points => _points.Keys;

    /// <summary>Replicates of a point, on average.</summary>
    internal double Replicates => _points.Values.Average(point => (double)point.Count);

    /// <summary>Variance of a run around the mean of its point, averaged over points; null where no point has two replicates.</summary>
    internal double? MeanVariance
    {
        get
        {
            double freedom = _points.Values.Sum(point => point.Count - 1.0);
            return freedom > 0 ? _points.Values.Sum(point => point.Squares) / freedom : null;
        }
    }

    /// <summary>
    /// Share of the variance between replicates that all points have in common, (P·V − s²)/((P − 1)·s²), V the variance of the replicates' means over
    /// points, s² the mean variance at a point; 0 where it cannot be told, null where replicates are single.
    /// </summary>
    internal double? SharedShare
    {
        get
        {
            if (MeanVariance is not { } variance)
            {
                return null;
            }

            // Only replicates that every point has: others would mix points with luck.
            double[] means = [.. _replicates.Values.Where(replicate => replicate.Count == _points.Count).Select(replicate => replicate.Sum / replicate.Count)];
            if (means.Length < 2 || _points.Count < 2 || !(variance > 0))
            {
                return 0;
            }

            double centre = means.Average();
            double between = means.Sum(mean => (mean - centre) * (mean - centre)) / (means.Length - 1);
            return Math.Clamp(((_points.Count * between) - variance) / ((_points.Count - 1) * variance), 0, 1);
        }
    }

    /// <summary>Adds a run (Welford 1962, Technometrics 4:419, doi:10.1080/00401706.1962.10490022).</summary>
    internal void Add(int point, int replicate, double value)
    {
        (int count, double mean, double squares) = _points.GetValueOrDefault(point);
        double step = value - mean;
        double next = mean + (step / (count + 1));
        _points[point] = (count + 1, next, squares + (step * (value - next)));
        (int points, double sum) = _replicates.GetValueOrDefault(replicate);
        _replicates[replicate] = (points + 1, sum + value);
    }

    /// <summary>Mean of a point.</summary>
    internal double Mean(int point) => _points[point].Mean;

    /// <summary>Sum of squares of a point's runs around their mean, and its degrees of freedom.</summary>
    internal (double Squares, int Freedom) Scatter(int point) => (_points[point].Squares, _points[point].Count - 1);

    /// <summary>Variance of the mean of a point, its own drawn towards the mean variance over points: (Σ(y − ȳ)² + d·s²)/(n − 1 + d)/n.</summary>
    /// <param name="point">Number of the point.</param>
    /// <param name="pooled">s², the mean variance over points.</param>
    /// <param name="freedom">d, degrees of freedom of the mean variance.</param>
    internal double VarianceOfMean(int point, double pooled, double freedom)
    {
        (int count, _, double squares) = _points[point];
        return (squares + (freedom * pooled)) / (count - 1 + freedom) / count;
    }
}
