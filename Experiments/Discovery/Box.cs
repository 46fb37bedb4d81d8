namespace Experiments.Discovery;

/// <summary>A box: the points that keep within all its restrictions. Per dimension there is at most one of each side.</summary>
/// <param name="Restrictions">The restrictions, in the order in which they came.</param>
internal sealed record Box(IReadOnlyList<Restriction> Restrictions)
{
    /// <summary>Everything.</summary>
    internal static Box Whole { get; } = new([]);

    /// <summary>Restricted dimensions, each once.</summary>
    internal IReadOnlyList<int> Dimensions => [.. Restrictions.Select(restriction => restriction.Dimension).Distinct()];

    /// <summary>Whether a point lies in it.</summary>
    internal bool Contains(LabelledPoints points, int point)
    {
        foreach (Restriction restriction in Restrictions)
        {
            if (!restriction.Holds(points.Dimensions[restriction.Dimension].Values[point]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The box with a restriction in place of that of the same dimension and side.</summary>
    internal Box With(Restriction restriction)
    {
        Restriction[] restrictions = [.. Restrictions];
        int place = Array.FindIndex(restrictions, other => other.Dimension == restriction.Dimension && other.Side == restriction.Side);
        if (place < 0)
        {
            return new Box([.. restrictions, restriction]);
        }

        restrictions[place] = restriction;
        return new Box(restrictions);
    }

    /// <summary>The box without its n-th restriction.</summary>
    internal Box Without(int place) => new([.. Restrictions.Where((_, index) => index != place)]);

    /// <summary>What it holds of weighted points.</summary>
    /// <param name="points">n points.</param>
    /// <param name="weights">How often each counts; 0 leaves a point out.</param>
    internal BoxCount Count(LabelledPoints points, int[] weights)
    {
        (int inside, int cases, int all, int allCases) = (0, 0, 0, 0);
        for (int point = 0; point < points.Count; point++)
        {
            int weight = weights[point];
            int hit = points.Cases[point] ? weight : 0;
            (all, allCases) = (all + weight, allCases + hit);
            if (weight > 0 && Contains(points, point))
            {
                (inside, cases) = (inside + weight, cases + hit);
            }
        }

        return new BoxCount(inside, cases, all, allCases);
    }
}
