namespace Experiments.Notebooks;

/// <summary>One run at its end.</summary>
public sealed class RunRow : OutcomeRow
{
    internal RunRow(PointRow point, string policy, int replicate, double[] values)
        : base(point, policy, replicate, values)
    {
    }
}
