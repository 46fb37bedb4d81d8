using Simulator.Parameters;

namespace Simulator.Policies;

/// <summary>How messages are sent. Manual and automatic sending differ only here.</summary>
public sealed record Delivery : ParameterSet
{
    /// <summary>Chance that a tool sends the same DM twice.</summary>
    [Parameter("chance that a tool sends the same DM twice", From = 0, To = 1)]
    public double Duplicates { get; init; } = 0;

    /// <summary>Work to send one DM, seconds. Chosen, not measured.</summary>
    [Parameter("work to send one DM", Unit = "seconds", From = 0, To = 1000000)]
    public double SecondsPerDm { get; init; } = 4;
}
