using Experiments.Optimisation;

namespace Simulator.Tests.Optimisation;

/// <summary>
/// Functions whose fronts are known. ZDT1–3: Zitzler, Deb and Thiele (2000), Evol. Comput. 8:173, doi:10.1162/106365600568202. DTLZ2: Deb, Thiele, Laumanns
/// and Zitzler (2002), doi:10.1109/CEC.2002.1007032.
/// </summary>
/// <param name="Variables">Number of variables, each in the unit interval.</param>
/// <param name="Costs">The objectives at a point.</param>
/// <param name="Front">Points spread over the known front.</param>
internal sealed record TestProblem(int Variables, Func<double[], double[]> Costs, IReadOnlyList<double[]> Front)
{
    internal static TestProblem Zdt1 { get; } = new(30, x => Zdt(x, (f, g) => 1 - Math.Sqrt(f / g)), Curve(f => 1 - Math.Sqrt(f)));

    internal static TestProblem Zdt2 { get; } = new(30, x => Zdt(x, (f, g) => 1 - ((f / g) * (f / g))), Curve(f => 1 - (f * f)));

    internal static TestProblem Zdt3 { get; } = new(
        30,
        x => Zdt(x, (f, g) => 1 - Math.Sqrt(f / g) - (f / g * Math.Sin(10 * Math.PI * f))),
        Undominated(Curve(f => 1 - Math.Sqrt(f) - (f * Math.Sin(10 * Math.PI * f)))));

    internal static TestProblem Dtlz2 { get; } = new(12, Dtlz, Sphere());

    /// <summary>Runs a search of a hundred candidates.</summary>
    internal IReadOnlyList<Individual> Search(int generations, ulong seed, int population = 100)
    {
        var algorithm = new NsgaII([.. Enumerable.Repeat(Gene.Continuous, Variables)], seed);
        var tried = new HashSet<string>();
        bool IsNew(double[] genes) => tried.Add(string.Join(' ', genes));
        Individual Judge(double[] genes) => new(genes, Costs(genes), 0);
        Individual[] parents = [.. algorithm.First(population, IsNew).Select(Judge)];
        for (int generation = 1; generation <= generations; generation++)
        {
            Individual[] all = [.. parents, .. algorithm.Children(parents, generation, population, IsNew).Select(Judge)];
            parents = [.. NsgaII.Survivors(all, population).Select(index => all[index])];
        }

        return parents;
    }

    /// <summary>Inverted generational distance: from points of the known front to the nearest that was found, on average.</summary>
    internal double Distance(IReadOnlyList<Individual> found) =>
        Front.Average(point => found.Min(one => Math.Sqrt(one.Costs.Zip(point, (mine, known) => (mine - known) * (mine - known)).Sum())));

    private static double[] Zdt(double[] x, Func<double, double, double> h)
    {
        double g = 1 + (9 * x[1..].Average());
        return [x[0], g * h(x[0], g)];
    }

    private static double[] Dtlz(double[] x)
    {
        double g = x[2..].Sum(value => (value - 0.5) * (value - 0.5));
        (double a, double b) = (x[0] * Math.PI / 2, x[1] * Math.PI / 2);
        return [(1 + g) * Math.Cos(a) * Math.Cos(b), (1 + g) * Math.Cos(a) * Math.Sin(b), (1 + g) * Math.Sin(a)];
    }

    private static double[][] Curve(Func<double, double> second) => [.. Enumerable.Range(0, 501).Select(step => step / 500.0).Select(first => new[] { first, second(first) })];

    private static double[][] Undominated(double[][] points) => [.. points.Where(point => !points.Any(other => Dominance.Dominates(other, point)))];

    private static double[][] Sphere() =>
    [
        .. from i in Enumerable.Range(0, 21)
           from j in Enumerable.Range(0, 21 - i)
           select new[] { i, j, 20 - i - j } into whole
           let length = Math.Sqrt(whole.Sum(value => value * value))
           select whole.Select(value => value / length).ToArray(),
    ];
}
