namespace Simulator.Ledgers;

/// <summary>What changed on one day in the state of all followers together.</summary>
internal struct StateChanges
{
    /// <summary>Change of Σ f.</summary>
    internal double Forgivable;

    /// <summary>Change of Σ s.</summary>
    internal double Remembered;

    /// <summary>Change of Σ (R − R0).</summary>
    internal double RelationshipShift;

    /// <summary>Change of Σ (1 − D).</summary>
    internal double Closedness;
}
