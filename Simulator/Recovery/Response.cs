using Simulator.Parameters;

namespace Simulator.Recovery;

/// <summary>Answering complaints.</summary>
public sealed record Response : ParameterSet
{
    /// <summary>Share of complaints that are answered.</summary>
    [Parameter("share of complaints that are answered", From = 0, To = 1)]
    public double Rate { get; init; } = 0.8;

    /// <summary>Days from complaint to answer; an answer is never sent before the next morning.</summary>
    [Parameter("days from complaint to answer", Unit = "days", From = 0, To = 65000)]
    public int Delay { get; init; } = 1;

    /// <summary>Share of the complainer's lost trust that an answer restores.</summary>
    [Parameter("share of the lost trust that an answer restores", From = 0, To = 1)]
    public double Restore { get; init; } = 0.5;
}
