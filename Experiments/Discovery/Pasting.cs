namespace Experiments.Discovery;

/// <summary>
/// The pasting of PRIM (Friedman and Fisher 1999, doi:10.1023/A:1008894516817): limits were set one after the other, so an early one
/// may have cut off what the later ones would have kept. Each limit is moved outwards again by a strip of about the share α of the
/// box, as long as the box gets no less dense.
/// </summary>
/// <remarks>The original asks that the density rise, which a pure box forbids; asking that it does not fall gives such a box its cases back too.</remarks>
internal static class Pasting
{
    /// <summary>The widened box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts.</param>
    /// <param name="patience">α, 0–1.</param>
    internal static Box Widened(Box box, LabelledPoints points, int[] weights, double patience)
    {
        BoxCount count = box.Count(points, weights);
        while (true)
        {
            int thickness = Math.Max(1, (int)(patience * count.Points));
            (Box Box, BoxCount Count)? best = null;
            foreach (Box wider in Enumerable.Range(0, box.Restrictions.Count).SelectMany(place => Wider(box, place, points, weights, thickness)))
            {
                BoxCount held = wider.Count(points, weights);
                bool pays = held.Cases > count.Cases && (long)held.Cases * count.Points >= (long)count.Cases * held.Points;
                if (pays && (best is not { } other || held.FMeasure > other.Count.FMeasure))
                {
                    best = (wider, held);
                }
            }

            if (best is not { } found)
            {
                return box;
            }

            (box, count) = found;
        }
    }

    // The box with one limit moved outwards by a strip, or without the limit when nothing is left beyond.
    private static IEnumerable<Box> Wider(Box box, int place, LabelledPoints points, int[] weights, int thickness)
    {
        Restriction limit = box.Restrictions[place];
        double[] values = points.Dimensions[limit.Dimension].Values;
        Box others = box.Without(place);
        int[] beyond = [.. points.Dimensions[limit.Dimension].Order.Where(point => weights[point] > 0 && !limit.Holds(values[point]) && others.Contains(points, point))];
        if (limit.Side == Side.Categories)
        {
            foreach (double category in beyond.Select(point => values[point]).Distinct())
            {
                ulong left = limit.Excluded & ~Restriction.Bit(category);
                yield return left == 0 ? others : box.With(limit with { Excluded = left });
            }

            yield break;
        }

        if (limit.Side == Side.Low)
        {
            Array.Reverse(beyond);
        }

        int taken = 0;
        for (int step = 0; step < beyond.Length; step++)
        {
            if (step > 0 && taken >= thickness && values[beyond[step]] != values[beyond[step - 1]])
            {
                yield return box.With(limit with { At = Dimension.Between(values[beyond[step - 1]], values[beyond[step]]) });
                yield break;
            }

            taken += weights[beyond[step]];
        }

        yield return others;
    }
}
