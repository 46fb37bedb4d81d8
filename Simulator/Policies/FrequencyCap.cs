using Simulator.Parameters;

namespace Simulator.Policies;

/// <summary>At most so many messages to one person within so many days.</summary>
public sealed record FrequencyCap : ParameterSet
{
    /// <summary>Messages allowed within the window.</summary>
    [Parameter("messages to one person allowed within the window", From = 1, To = 1000)]
    public int Messages { get; init; } = 1;

    /// <summary>Window, days, the day of sending included.</summary>
    [Parameter("length of the window, today included", Unit = "days", From = 1, To = 65000)]
    public int Within { get; init; } = 7;
}
