namespace Simulator.Tests.Designs;

/// <summary>The squared centred L2 discrepancy of Hickernell (1998, doi:10.1090/S0025-5718-98-00894-1), as <c>scipy.stats.qmc.discrepancy</c> gives it.</summary>
internal static class CentredDiscrepancy
{
    internal static double Of(double[][] points)
    {
        double toCentre = 0;
        double between = 0;
        foreach (double[] point in points)
        {
            toCentre += Product(point, x => 1 + (Math.Abs(x - 0.5) / 2) - (Math.Pow(x - 0.5, 2) / 2));
            foreach (double[] other in points)
            {
                double product = 1;
                for (int dimension = 0; dimension < point.Length; dimension++)
                {
                    double x = point[dimension];
                    double y = other[dimension];
                    product *= 1 + ((Math.Abs(x - 0.5) + Math.Abs(y - 0.5) - Math.Abs(x - y)) / 2);
                }

                between += product;
            }
        }

        double count = points.Length;
        return Math.Pow(13 / 12.0, points[0].Length) - (2 / count * toCentre) + (between / (count * count));
    }

    private static double Product(double[] point, Func<double, double> factor) => point.Aggregate(1.0, (product, x) => product * factor(x));
}
