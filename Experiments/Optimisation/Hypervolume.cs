namespace Experiments.Optimisation;

/// <summary>
/// The volume that is dominated by a set of points and bounded by a reference point: exact, by a sweep in two dimensions and beyond by the algorithm of While,
/// Bradstreet and Barone (2012), A fast way of calculating exact hypervolumes, IEEE Trans. Evol. Comput. 16:86, doi:10.1109/TEVC.2010.2077298: the points are
/// taken one by one, and each adds its own box less what the others cut off it, which is a hypervolume of fewer points.
/// </summary>
internal static class Hypervolume
{
    /// <summary>The volume between points and reference.</summary>
    /// <param name="points">Costs, less is better; those not better than the reference in every objective count for nothing.</param>
    /// <param name="reference">The reference point.</param>
    internal static double Of(IEnumerable<double[]> points, double[] reference)
    {
        List<double[]> inside = [.. points.Where(point => point.Zip(reference).All(pair => pair.First < pair.Second))];
        return Volume(Undominated(inside), reference);
    }

    private static double Volume(List<double[]> front, double[] reference) => front.Count switch
    {
        0 => 0,
        1 => Box(front[0], reference),
        _ when reference.Length == 2 => Sweep(front, reference),
        _ => Sum(front, reference),
    };

    private static double Box(double[] point, double[] reference)
    {
        double volume = 1;
        for (int objective = 0; objective < reference.Length; objective++)
        {
            volume *= reference[objective] - point[objective];
        }

        return volume;
    }

    /// <summary>Along the first objective, each step is as high as the second objective has fallen: Σ (r₁ − xᵢ)·(yᵢ₋₁ − yᵢ), y₀ = r₂.</summary>
    private static double Sweep(List<double[]> front, double[] reference)
    {
        double volume = 0;
        double height = reference[1];
        foreach (double[] point in front.OrderBy(point => point[0]))
        {
            volume += (reference[0] - point[0]) * (height - point[1]);
            height = point[1];
        }

        return volume;
    }

    // Sorted from the worst of the last objective, so that what remains of the others is flat in it and many become equal.
    private static double Sum(List<double[]> front, double[] reference)
    {
        double[][] sorted = [.. front.OrderByDescending(point => point[^1])];
        double volume = 0;
        for (int index = 0; index < sorted.Length; index++)
        {
            double[] own = sorted[index];
            List<double[]> cutOff = [.. sorted[(index + 1)..].Select(other => other.Zip(own, Math.Max).ToArray())];
            volume += Box(own, reference) - Volume(Undominated(cutOff), reference);
        }

        return volume;
    }

    private static List<double[]> Undominated(List<double[]> points)
    {
        var kept = new List<double[]>();
        for (int index = 0; index < points.Count; index++)
        {
            double[] point = points[index];
            bool isKept = true;
            for (int other = 0; isKept && other < points.Count; other++)
            {
                // Of equal points the first stays.
                isKept = other == index || !(Dominance.Dominates(points[other], point) || (other < index && points[other].AsSpan().SequenceEqual(point)));
            }

            if (isKept)
            {
                kept.Add(point);
            }
        }

        return kept;
    }
}
