using Experiments.Designs;
using Experiments.Sensitivity;
using Simulator.RandomStreams;

namespace Simulator.Tests.Sensitivity;

/// <summary>Functions whose indices are known exactly, and samples of them.</summary>
internal static class TestFunctions
{
    /// <summary>f = sin x₁ + a·sin² x₂ + b·x₃⁴·sin x₁ on [−π, π]³, a = 7, b = 0.1 (Ishigami and Homma 1990, doi:10.1109/ISUMA.1990.151285).</summary>
    internal static double Ishigami(double[] unit)
    {
        double[] x = [.. unit.Select(u => Math.PI * ((2 * u) - 1))];
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    /// <summary>g = Π (|4uᵢ − 2| + aᵢ)/(1 + aᵢ) (Saltelli and Sobol' 1995, doi:10.1016/0951-8320(95)00099-2).</summary>
    internal static double SobolG(double[] unit, double[] a) => unit.Zip(a, (u, ai) => (Math.Abs((4 * u) - 2) + ai) / (1 + ai)).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>The 20-factor function of Morris (1991), doi:10.1080/00401706.1991.10484804, its random coefficients set to 0.</summary>
    internal static double Morris(double[] unit)
    {
        double[] w = [.. unit.Select((u, i) => i is 2 or 4 or 6 ? 2 * ((1.1 * u / (u + 0.1)) - 0.5) : 2 * (u - 0.5))];
        double sum = 20 * w.Take(10).Sum();
        for (int i = 0; i < 6; i++)
        {
            for (int j = i + 1; j < 6; j++)
            {
                sum -= 15 * w[i] * w[j];
                for (int k = j + 1; k < 5 && i < 5 && j < 5; k++)
                {
                    sum -= 10 * w[i] * w[j] * w[k];
                }
            }
        }

        return sum + (5 * w[0] * w[1] * w[2] * w[3]);
    }

    /// <summary>Luck of a row in a replicate: normal, standard deviation 1, drawn from the row's coordinates.</summary>
    internal static double Noise(double[] unit, int replicate)
    {
        double place = unit.Select((u, factor) => u * Math.Pow(997, factor)).Sum();
        RandomBlock block = DesignDraws.Block((ulong)BitConverter.DoubleToInt64Bits(place), DesignPurpose.Dummy, 0, (ulong)replicate);
        return Math.Sqrt(-2 * Math.Log(block.FineUniform0)) * Math.Cos(2 * Math.PI * block.FineUniform1);
    }

    /// <summary>Factors that run through the unit interval.</summary>
    internal static Factor[] Units(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new Factor { Path = $"x{number}", Label = $"x{number}", Range = new FactorRange(0, 1, false, false) })];

    /// <summary>A function at all rows of a design for Sobol' indices.</summary>
    /// <param name="table">The design.</param>
    /// <param name="factors">Number of factors.</param>
    /// <param name="replicates">Replicates.</param>
    /// <param name="function">Of the coordinates and the replicate.</param>
    internal static RowSamples At(SobolIndicesTable table, int factors, int replicates, Func<double[], int, double> function) => new(
        [.. Enumerable.Range(0, table.Count).SelectMany(row =>
        {
            double[] unit = [.. Enumerable.Range(0, factors).Select(factor => table.Coordinate(row, factor))];
            return Enumerable.Range(0, replicates).Select(replicate => function(unit, replicate));
        })],
        replicates);
}
