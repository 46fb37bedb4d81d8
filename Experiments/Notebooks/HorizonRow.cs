namespace Experiments.Notebooks;

/// <summary>One run after a number of days.</summary>
public sealed class HorizonRow : OutcomeRow
{
    internal HorizonRow(PointRow point, string policy, int replicate, int days, double[] values)
        : base(point, policy, replicate, values) => Days = days;

    /// <summary>Number of days after which the outcomes were read: 30 means at the end of day index 29.</summary>
    public int Days { get; }
}
