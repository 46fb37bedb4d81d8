using Simulator.Parameters;
using Simulator.Policies.Learning;

namespace Simulator.Policies;

/// <summary>To whom a message goes, by what a sender can observe.</summary>
public sealed record Targeting : ParameterSet
{
    /// <summary>Smallest engagement signal, 0–1.</summary>
    [Parameter("smallest engagement signal that still gets a message", From = 0, To = 1)]
    public double SignalAtLeast { get; init; }

    /// <summary>Random share of the list that is really reached; the rest counts as undelivered.</summary>
    [Parameter("random share of the list that is really reached", From = 0, To = 1)]
    public double Share { get; init; } = 1;

    /// <summary>Leave out people who ever complained.</summary>
    [Parameter("leave out people who ever complained")]
    public bool ExcludeComplained { get; init; }

    /// <summary>Leave out people who have bought the offer.</summary>
    [Parameter("leave out people who have bought the offer")]
    public bool ExcludeBuyers { get; init; }

    /// <summary>Learned targeting: a pilot, then by expected value; null means none.</summary>
    [Parameter("learned targeting: a pilot on a share of the list, then everybody whose message is worth more than it costs by what the pilot taught")]
    [OnlyWhenGiven]
    public LearnedTargeting? Learn { get; init; }

    /// <summary>Frequency cap; null means none.</summary>
    [Parameter("frequency cap for one person")]
    public FrequencyCap? Cap { get; init; }
}
