namespace Experiments.Optimisation;

/// <summary>A candidate with what it costs.</summary>
/// <param name="Genes">Its coordinates, one a lever, each in the unit interval.</param>
/// <param name="Costs">Its objectives, each turned so that less is better.</param>
/// <param name="Violation">How far it breaks the constraints; 0 for a feasible one, infinite for one that cannot be run.</param>
internal sealed record Individual(double[] Genes, double[] Costs, double Violation)
{
    /// <summary>Whether it keeps to all constraints.</summary>
    internal bool IsFeasible => Violation <= 0;
}
