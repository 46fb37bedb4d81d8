using Experiments.Discovery;
using Simulator.RandomStreams;

namespace Simulator.Tests.Discovery;

/// <summary>Points drawn evenly in the unit cube, whose verdicts follow a known rule.</summary>
internal static class MadePoints
{
    /// <summary>A uniform number from the generator of the runs.</summary>
    internal static double Uniform(uint stream, int dimension, int point) => Philox4x32.Generate(stream, 11, (uint)point, (uint)dimension, 3, 0).FineUniform0;

    /// <summary>n points in d dimensions.</summary>
    /// <param name="stream">Tells samples apart.</param>
    /// <param name="count">n.</param>
    /// <param name="dimensions">d.</param>
    /// <param name="chance">Chance of a case at a place.</param>
    internal static LabelledPoints Of(uint stream, int count, int dimensions, Func<double[], double> chance)
    {
        double[][] places = [.. Enumerable.Range(0, count).Select(point => Enumerable.Range(0, dimensions).Select(dimension => Uniform(stream, dimension, point)).ToArray())];
        return Of(stream, [.. Enumerable.Range(0, dimensions).Select(dimension => new Dimension([.. places.Select(place => place[dimension])]))], places, chance);
    }

    /// <summary>Points of given dimensions.</summary>
    internal static LabelledPoints Of(uint stream, Dimension[] dimensions, double[][] places, Func<double[], double> chance) =>
        new(dimensions, [.. places.Select((place, point) => Uniform(stream, 1000, point) < chance(place))]);

    /// <summary>The limit of a box on a side of a dimension; null when there is none.</summary>
    internal static double? LimitOf(Box box, int dimension, Side side) =>
        box.Restrictions.Where(limit => limit.Dimension == dimension && limit.Side == side).Select(limit => (double?)limit.At).FirstOrDefault();
}
