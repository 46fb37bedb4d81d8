using Experiments.Designs;

namespace Simulator.Tests.Emulation;

/// <summary>Functions by which emulators are usually judged, on the unit cube, and points to learn them from.</summary>
internal static class KnownFunctions
{
    /// <summary>Branin's function (Dixon and Szegő 1978) on [−5, 10]×[0, 15], two inputs.</summary>
    internal static double Branin(ReadOnlySpan<double> point)
    {
        (double x, double y) = ((15 * point[0]) - 5, 15 * point[1]);
        double bend = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return (bend * bend) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    /// <summary>Friedman's function (1991, Annals of Statistics 19:1): five inputs that matter, any further ones do not.</summary>
    internal static double Friedman(ReadOnlySpan<double> point) =>
        (10 * Math.Sin(Math.PI * point[0] * point[1])) + (20 * (point[2] - 0.5) * (point[2] - 0.5)) + (10 * point[3]) + (5 * point[4]);

    /// <summary>Flow through a borehole, m³ a year (Morris, Mitchell and Ylvisaker 1993, Technometrics 35:243), eight inputs.</summary>
    internal static double Borehole(ReadOnlySpan<double> point)
    {
        double Between(double low, double high, double position) => low + ((high - low) * position);
        (double radius, double reach) = (Between(0.05, 0.15, point[0]), Between(100, 50_000, point[1]));
        (double upper, double upperHead) = (Between(63_070, 115_600, point[2]), Between(990, 1_110, point[3]));
        (double lower, double lowerHead) = (Between(63.1, 116, point[4]), Between(700, 820, point[5]));
        (double length, double conductivity) = (Between(1_120, 1_680, point[6]), Between(9_855, 12_045, point[7]));
        double log = Math.Log(reach / radius);
        return 2 * Math.PI * upper * (upperHead - lowerHead) / (log * (1 + (2 * length * upper / (log * radius * radius * conductivity)) + (upper / lower)));
    }

    /// <summary>Points of the scrambled Sobol' sequence, row by row.</summary>
    internal static double[] Points(int count, int dimensions, ulong seed = 1, int skip = 0)
    {
        var sequence = new SobolSequence(dimensions, seed);
        var points = new double[count * dimensions];
        for (int point = 0; point < count; point++)
        {
            sequence.Point(skip + point, points.AsSpan(point * dimensions, dimensions));
        }

        return points;
    }

    /// <summary>A function at each of several points.</summary>
    internal static double[] At(double[] points, int dimensions, Func<double[], double> function) =>
        [.. points.Chunk(dimensions).Select(function)];
}
