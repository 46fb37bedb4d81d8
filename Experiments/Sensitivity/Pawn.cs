using Experiments.Designs;

namespace Experiments.Sensitivity;

/// <summary>
/// PAWN (Pianosi and Wagener 2018, Distribution-based sensitivity analysis from a generic input-output sample, Environmental Modelling and
/// Software 108:197, doi:10.1016/j.envsoft.2018.07.019): the range of a factor is cut into slices with equally many points; in each the
/// distribution of the outcome is compared with that over all points by the Kolmogorov-Smirnov distance max|F(y | slice) − F(y)|; the index
/// is the median of the distances over slices. It looks at whole distributions, so that a long tail does not decide as it does for shares
/// of variance. Any sample that fills the space will do.
/// </summary>
/// <remarks>
/// The distance of a slice is never 0 by chance. What chance gives is seen from dummy parameters: the factor's own slices dealt
/// out to the points at random, as many and as large, which the outcome cannot depend on (Zadeh et al. 2017,
/// doi:10.1016/j.envsoft.2017.02.001); factors below the 97.5% point of many dummies cannot be told from having no influence. Few large
/// slices have a lower threshold than many small ones. Intervals show the scatter over resampled points: resampling adds to a distance
/// once more what chance added already, so that its percentiles lie too high, at times above the estimate. They are moved until the
/// median of the resamples is the estimate, and cut to [0, 1]; what chance added to the estimate itself is what the dummies show.
/// </remarks>
internal static class Pawn
{
    /// <summary>Most slices, as the authors advise about ten.</summary>
    private const int MostSlices = 10;

    /// <summary>Fewest points a slice should hold. Chosen: the distance of so few is about 0.2 by chance.</summary>
    private const int PointsOfSlice = 20;

    /// <summary>Fewest points of all: three slices.</summary>
    internal const int FewestPoints = 3 * PointsOfSlice;

    /// <summary>Resamples and dummies. Chosen: each costs a pass over all points for every factor.</summary>
    internal const int Resamples = 200;

    /// <summary>The indices.</summary>
    /// <param name="outcomes">y, one a point; NaN where it is missing.</param>
    /// <param name="coordinates">x of a point and a factor: only its order counts, equal values stay in one slice where there are few.</param>
    /// <param name="factors">Number of factors.</param>
    /// <param name="seed">Seed of resamples and dummies.</param>
    /// <returns>The estimate; null when there are too few points, or the outcome is everywhere the same.</returns>
    internal static PawnEstimate? Of(double[] outcomes, Func<int, int, double> coordinates, int factors, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, outcomes.Length).Where(point => double.IsFinite(outcomes[point])).OrderBy(point => outcomes[point])];
        if (order.Length < FewestPoints || outcomes[order[0]] >= outcomes[order[^1]])
        {
            return null;
        }

        double[] sorted = [.. order.Select(point => outcomes[point])];
        double[] once = new double[order.Length];
        Array.Fill(once, 1);
        double[][] weights = [.. Enumerable.Range(0, Resamples).Select(resample => Bootstrap.Weights(order.Length, resample, seed))];
        var indices = new Analysis.Interval[factors];
        var dummies = new Analysis.Interval[factors];
        var bySizes = new Dictionary<string, Analysis.Interval>();
        double[] largest = new double[factors];
        int slices = Math.Min(MostSlices, order.Length / PointsOfSlice);
        for (int factor = 0; factor < factors; factor++)
        {
            int[] slice = Slices([.. order.Select(point => coordinates(point, factor))], slices);
            double[] distances = Distances(sorted, slice, once);
            largest[factor] = distances.Max();
            indices[factor] = Centred(Median(distances), [.. weights.Select(weight => Median(Distances(sorted, slice, weight)))], order.Length);
            string sizes = string.Join(' ', slice.CountBy(one => one).Select(entry => entry.Value).Order());
            if (!bySizes.TryGetValue(sizes, out dummies[factor]))
            {
                double[] drawn = [.. Enumerable.Range(0, Resamples).Select(dummy => Median(Distances(sorted, Dealt(slice, dummy, seed), once)))];
                bySizes[sizes] = dummies[factor] = Bootstrap.Percentiles(Median(drawn), drawn, order.Length);
            }
        }

        return new PawnEstimate(indices, largest, dummies, order.Length);
    }

    /// <summary>The interval of resamples, moved so that their median is the estimate, and cut to [0, 1].</summary>
    private static Analysis.Interval Centred(double estimate, double[] resampled, int count)
    {
        Analysis.Interval interval = Bootstrap.Percentiles(estimate, resampled, count);
        double shift = estimate - Median(resampled);
        return interval with { Low = Math.Clamp(interval.Low!.Value + shift, 0, estimate), High = Math.Clamp(interval.High!.Value + shift, estimate, 1) };
    }

    /// <summary>Cuts points into slices by the order of a coordinate: of few distinct values each is a slice, else slices have equally many points.</summary>
    /// <param name="coordinates">One a point.</param>
    /// <param name="slices">Slices.</param>
    internal static int[] Slices(double[] coordinates, int slices)
    {
        double[] values = [.. coordinates.Distinct().Order()];
        if (values.Length <= slices)
        {
            return [.. coordinates.Select(value => Array.BinarySearch(values, value))];
        }

        int[] slice = new int[coordinates.Length];
        int[] order = [.. Enumerable.Range(0, coordinates.Length).OrderBy(point => coordinates[point])];
        for (int rank = 0; rank < order.Length; rank++)
        {
            bool isTied = rank > 0 && coordinates[order[rank]].Equals(coordinates[order[rank - 1]]);
            slice[order[rank]] = isTied ? slice[order[rank - 1]] : (int)((long)rank * slices / order.Length);
        }

        return slice;
    }

    /// <summary>max|F(y | slice) − F(y)| of each slice that holds a point.</summary>
    /// <param name="sorted">y, ascending.</param>
    /// <param name="slice">The slice of each point.</param>
    /// <param name="weights">The weight of each point.</param>
    internal static double[] Distances(double[] sorted, int[] slice, double[] weights)
    {
        int slices = slice.Max() + 1;
        double[] sizes = new double[slices], below = new double[slices], distances = new double[slices];
        double all = 0, allBelow = 0;
        for (int point = 0; point < sorted.Length; point++)
        {
            sizes[slice[point]] += weights[point];
            all += weights[point];
        }

        for (int point = 0; point < sorted.Length; point++)
        {
            below[slice[point]] += weights[point];
            allBelow += weights[point];
            if (point + 1 < sorted.Length && sorted[point + 1].Equals(sorted[point]))
            {
                continue;
            }

            for (int one = 0; one < slices; one++)
            {
                distances[one] = Math.Max(distances[one], Math.Abs((below[one] / sizes[one]) - (allBelow / all)));
            }
        }

        return [.. distances.Where((_, one) => sizes[one] > 0)];
    }

    /// <summary>The same slices, dealt out to the points at random.</summary>
    private static int[] Dealt(int[] slice, int dummy, ulong seed)
    {
        int[] dealt = [.. slice];
        Array.Sort([.. Enumerable.Range(0, slice.Length).Select(point => DesignDraws.Block(seed, DesignPurpose.Dummy, 0, (ulong)point, dummy).FineUniform0)], dealt);
        return dealt;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return Store.SampleSummary.Quantile(sorted, 0.5);
    }
}
