using Experiments.Designs;

namespace Experiments.Analysis.Sweeps;

/// <summary>Two numeric factors in a grid: which one is chosen for each level of the other.</summary>
/// <param name="Across">Number of the factor drawn across: what a sender has to take as it is, where there is such a thing.</param>
/// <param name="Up">Number of the factor drawn upwards: the lever, where there is one.</param>
/// <param name="Optima">The best level of the lever for each level across, ascending; empty where neither factor is a lever.</param>
internal sealed record Ridge(int Across, int Up, IReadOnlyList<(double Across, Optimum Optimum)> Optima)
{
    /// <summary>The ridge of an outcome of a policy; null unless two numeric factors alone are varied in a grid.</summary>
    internal static Ridge? Of(SweepResults results, AnswerOutcome outcome, string policy)
    {
        if (results.Factors.Count != 2 || results.Sweep.Design.Kind != Design.Grid || !results.Factors.All(factor => factor.IsNumeric)
            || results.ValuesOf(0).Count < 2 || results.ValuesOf(1).Count < 2)
        {
            return null;
        }

        (int across, int up) = results.Factors[1].IsLever && !results.Factors[0].IsLever ? (0, 1) : (1, 0);
        if (!results.Factors[up].IsLever)
        {
            return new Ridge(across, up, []);
        }

        IEnumerable<(double Across, Optimum Optimum)> optima = SweepLine.Along(results, results.Cells, up, [policy])
            .Where(line => line.Levels.Count > 2)
            .Select(line => (line.Cells[0].Point.Values[across].Number!.Value, Optimum.Of(line, outcome, FactorScale.Of(results.Factors[up], line.Levels), results.Facts.Seed)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Value, pair.Item2!))
            .OrderBy(pair => pair.Value);
        return new Ridge(across, up, [.. optima]);
    }
}
