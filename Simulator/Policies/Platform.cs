using Simulator.Parameters;

namespace Simulator.Policies;

/// <summary>Rules of the platform. Off unless set.</summary>
public sealed record Platform : ParameterSet
{
    /// <summary>DMs a day; the rest are dropped and counted. Null: no cap.</summary>
    [Parameter("DMs a day; the rest are dropped and counted", Unit = "DMs", From = 1, To = 2000000000)]
    public int? DailyCap { get; init; }

    /// <summary>Blocks per DM sent over the window that suspends the sender. Null: no limit.</summary>
    [Parameter("blocks per DM sent over the window, above which the sender is suspended", From = 0, To = 1)]
    public double? ReportLimit { get; init; }

    /// <summary>Days over which blocks and DMs are counted.</summary>
    [Parameter("days over which blocks and DMs are counted", Unit = "days", From = 1, To = 65000)]
    public int ReportWindow { get; init; } = 7;

    /// <summary>Days without DMs once the limit is passed. Chosen, not measured.</summary>
    [Parameter("days without DMs once the limit is passed", Unit = "days", From = 1, To = 65000)]
    public int Suspension { get; init; } = 14;
}
