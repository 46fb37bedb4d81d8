namespace Experiments.Discovery;

/// <summary>
/// Whether each limit of a box adds anything: its quasi-p value (Bryant and Lempert 2010, Technological Forecasting and Social Change
/// 77:34, doi:10.1016/j.techfore.2009.08.002). With T points and H cases in the box, and T′ and H′ once the limit is dropped,
/// p = P(Binomial(T, H′/T′) ≥ H): how often as many cases would be met if the limit did not matter.
/// </summary>
/// <remarks>"Quasi", since the limit was chosen for having few non-cases beyond it: true p values are larger. That is why a box as a whole is judged on points that were not used to find it, see <see cref="OutOfSample"/>.</remarks>
internal static class QuasiP
{
    /// <summary>Below this a limit counts as adding something. Chosen, as in the source.</summary>
    internal const double Significant = 0.05;

    /// <summary>The value of each restriction, in their order.</summary>
    /// <param name="box">The box, of r restrictions.</param>
    /// <param name="points">n points.</param>
    /// <param name="weights">n counts.</param>
    internal static double[] Values(Box box, LabelledPoints points, int[] weights)
    {
        int limits = box.Restrictions.Count;
        (int inside, int cases) = (0, 0);
        int[] beyond = new int[limits];
        int[] casesBeyond = new int[limits];
        for (int point = 0; point < points.Count; point++)
        {
            if (weights[point] > 0 && OnlyBreach(box, points, point) is var breach && breach >= -1)
            {
                int hits = points.Cases[point] ? weights[point] : 0;
                if (breach < 0)
                {
                    (inside, cases) = (inside + weights[point], cases + hits);
                }
                else
                {
                    beyond[breach] += weights[point];
                    casesBeyond[breach] += hits;
                }
            }
        }

        return [.. Enumerable.Range(0, limits).Select(limit => beyond[limit] + inside == 0 ? 1 : BinomialTail.AtLeast(cases, inside, (double)(cases + casesBeyond[limit]) / (inside + beyond[limit])))];
    }

    /// <summary>The box without the limits that add nothing: the one with the largest value is dropped, until all are significant.</summary>
    internal static Box Pruned(Box box, LabelledPoints points, int[] weights)
    {
        while (box.Restrictions.Count > 0)
        {
            double[] values = Values(box, points, weights);
            double worst = values.Max();
            if (worst < Significant)
            {
                break;
            }

            box = box.Without(Array.LastIndexOf(values, worst));
        }

        return box;
    }

    // The one limit a point breaks; −1 when none, −2 when several.
    private static int OnlyBreach(Box box, LabelledPoints points, int point)
    {
        int breach = -1;
        for (int limit = 0; limit < box.Restrictions.Count; limit++)
        {
            Restriction restriction = box.Restrictions[limit];
            if (!restriction.Holds(points.Dimensions[restriction.Dimension].Values[point]))
            {
                if (breach >= 0)
                {
                    return -2;
                }

                breach = limit;
            }
        }

        return breach;
    }
}
