namespace Experiments.Discovery;

/// <summary>
/// The peeling of PRIM, the patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9:123,
/// doi:10.1023/A:1008894516817): from the box of all points, again and again the strip at one edge is cut off whose removal gains
/// most, a strip holding about the share α of the points still inside. Small steps are patient: a bad one can be made up for.
/// </summary>
/// <remarks>
/// The gain of a strip b of box B is (ȳ(B − b) − ȳ(B))/|b|, the rise of the share of cases per point given up. The original
/// criterion, the rise alone, is the same where all strips are equally thick, but prefers the thick strips that categories and whole
/// numbers force upon it (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79:311,
/// doi:10.1016/j.envsoft.2015.11.020). Equal values are never parted: of whole groups of equals as many are cut off as fit into α,
/// or one. Of a category all points are cut off. Equal gains: the first dimension, low before high, wins.
/// </remarks>
internal static class Peeling
{
    /// <summary>The trajectory: every box from that of all points on, each within the one before.</summary>
    /// <param name="points">n points, d dimensions.</param>
    /// <param name="weights">n counts; 0 leaves a point out.</param>
    /// <param name="patience">α, 0–1.</param>
    /// <param name="leastMass">β, the smallest box as a share of all points.</param>
    /// <param name="among">Dimensions that may be cut; null means all.</param>
    /// <returns>Boxes; the last is pure, as small as allowed, or cannot be cut.</returns>
    internal static IReadOnlyList<Box> Trajectory(LabelledPoints points, int[] weights, double patience, double leastMass, IReadOnlyList<int>? among = null)
    {
        among ??= [.. Enumerable.Range(0, points.Dimensions.Count)];
        bool[] inside = [.. weights.Select(weight => weight > 0)];
        (int all, int cases) = Tally(points, weights, Enumerable.Range(0, points.Count));
        var (count, box) = (all, Box.Whole);
        var boxes = new List<Box> { box };
        while (cases < count)
        {
            Strip? best = null;
            foreach (Strip strip in Strips(points, weights, inside, box, among, Math.Max(1, (int)(patience * count))))
            {
                int left = count - strip.Points;
                double gain = ((double)(cases - strip.Cases) / Math.Max(1, left)) - ((double)cases / count);
                Strip rated = strip with { Gain = gain / strip.Points };
                if (left >= leastMass * all && left > 0 && (best is null || rated.Gain > best.Gain))
                {
                    best = rated;
                }
            }

            if (best is null)
            {
                break;
            }

            box = box.With(best.Cut);
            boxes.Add(box);
            (count, cases) = (count - best.Points, cases - best.Cases);
            double[] values = points.Dimensions[best.Cut.Dimension].Values;
            for (int point = 0; point < points.Count; point++)
            {
                inside[point] = inside[point] && best.Cut.Holds(values[point]);
            }
        }

        return boxes;
    }

    private static IEnumerable<Strip> Strips(LabelledPoints points, int[] weights, bool[] inside, Box box, IReadOnlyList<int> among, int thickness)
    {
        foreach (int dimension in among)
        {
            Dimension along = points.Dimensions[dimension];
            if (along.IsCategorical)
            {
                foreach (Strip strip in Categories(points, weights, inside, box, dimension))
                {
                    yield return strip;
                }
            }
            else
            {
                foreach (Side side in new[] { Side.Low, Side.High })
                {
                    if (Edge(points, weights, inside, dimension, side, thickness) is { } strip)
                    {
                        yield return strip;
                    }
                }
            }
        }
    }

    // From the edge inwards, group by group of equal values, while the strip is thin enough.
    private static Strip? Edge(LabelledPoints points, int[] weights, bool[] inside, int dimension, Side side, int thickness)
    {
        Dimension along = points.Dimensions[dimension];
        (int taken, int hits, int group, int groupHits) = (0, 0, 0, 0);
        double last = double.NaN;
        for (int step = 0; step < along.Order.Length; step++)
        {
            int point = along.Order[side == Side.Low ? step : along.Order.Length - 1 - step];
            if (!inside[point])
            {
                continue;
            }

            double value = along.Values[point];
            if (value != last && group > 0)
            {
                (taken, hits, group, groupHits) = (taken + group, hits + groupHits, 0, 0);
                if (taken + weights[point] > thickness)
                {
                    return new Strip(new Restriction(dimension, side, Dimension.Between(last, value)), taken, hits);
                }

                // The next group may be thicker than what is left; whether it is shows only at its end.
                if (GroupSize(along, weights, inside, step, side) + taken > thickness)
                {
                    return new Strip(new Restriction(dimension, side, Dimension.Between(last, value)), taken, hits);
                }
            }

            last = value;
            group += weights[point];
            groupHits += points.Cases[point] ? weights[point] : 0;
        }

        return null;
    }

    private static int GroupSize(Dimension along, int[] weights, bool[] inside, int from, Side side)
    {
        double value = double.NaN;
        int size = 0;
        for (int step = from; step < along.Order.Length; step++)
        {
            int point = along.Order[side == Side.Low ? step : along.Order.Length - 1 - step];
            if (!inside[point])
            {
                continue;
            }

            if (size > 0 && along.Values[point] != value)
            {
                break;
            }

            (value, size) = (along.Values[point], size + weights[point]);
        }

        return size;
    }

    private static IEnumerable<Strip> Categories(LabelledPoints points, int[] weights, bool[] inside, Box box, int dimension)
    {
        Dimension along = points.Dimensions[dimension];
        int[][] groups = [.. along.Distinct.Select(category => along.Order.Where(point => inside[point] && along.Values[point] == category).ToArray()).Where(group => group.Length > 0)];
        if (groups.Length < 2)
        {
            yield break;
        }

        ulong before = box.Restrictions.FirstOrDefault(restriction => restriction.Dimension == dimension).Excluded;
        foreach (int[] group in groups)
        {
            (int count, int hits) = Tally(points, weights, group);
            yield return new Strip(new Restriction(dimension, Side.Categories, 0, before | Restriction.Bit(along.Values[group[0]])), count, hits);
        }
    }

    private static (int Points, int Cases) Tally(LabelledPoints points, int[] weights, IEnumerable<int> group)
    {
        (int count, int cases) = (0, 0);
        foreach (int point in group)
        {
            count += weights[point];
            cases += points.Cases[point] ? weights[point] : 0;
        }

        return (count, cases);
    }

    private sealed record Strip(Restriction Cut, int Points, int Cases)
    {
        internal double Gain { get; init; }
    }
}
