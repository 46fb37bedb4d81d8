namespace Experiments.Discovery;

/// <summary>What a box holds.</summary>
/// <param name="Points">Points inside, T.</param>
/// <param name="Cases">Cases inside, H.</param>
/// <param name="AllPoints">Points in all, N.</param>
/// <param name="AllCases">Cases in all, K.</param>
internal readonly record struct BoxCount(int Points, int Cases, int AllPoints, int AllCases)
{
    /// <summary>Density H/T: the share of the box that is cases; 0 when empty.</summary>
    internal double Density => Points == 0 ? 0 : (double)Cases / Points;

    /// <summary>Coverage H/K: the share of all cases that the box holds; 0 without cases.</summary>
    internal double Coverage => AllCases == 0 ? 0 : (double)Cases / AllCases;

    /// <summary>Mass T/N: the share of all points that the box holds.</summary>
    internal double Mass => AllPoints == 0 ? 0 : (double)Points / AllPoints;

    /// <summary>Share of cases among all points, K/N.</summary>
    internal double BaseRate => AllPoints == 0 ? 0 : (double)AllCases / AllPoints;

    /// <summary>F = 2·coverage·density/(coverage + density) = 2H/(T + K), the harmonic mean of both (van Rijsbergen 1979, Information Retrieval).</summary>
    internal double FMeasure => Points + AllCases == 0 ? 0 : 2.0 * Cases / (Points + AllCases);

    /// <summary>Both counts together, of disjoint points.</summary>
    public static BoxCount operator +(BoxCount one, BoxCount other) =>
        new(one.Points + other.Points, one.Cases + other.Cases, one.AllPoints + other.AllPoints, one.AllCases + other.AllCases);
}
