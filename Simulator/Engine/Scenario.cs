using Simulator.Ledgers;
using Simulator.Parameters;
using Simulator.People;
using Simulator.Policies;
using Simulator.Reactions;
using Simulator.Recovery;
using Simulator.WordOfMouth;

namespace Simulator.Engine;

/// <summary>Everything about the world that is not the sender's choice.</summary>
public sealed record Scenario : ParameterSet
{
    /// <summary>Longest horizon, days: days are stored in 16 bits.</summary>
    public const int MaximumHorizon = 65_000;

    /// <summary>Days simulated: 0 … horizon − 1.</summary>
    [Parameter("days simulated", Unit = "days", From = 1, To = MaximumHorizon)]
    public int Horizon { get; init; } = 365;

    /// <summary>Who follows the sender.</summary>
    [Parameter("who follows the sender")]
    public Audience Audience { get; init; } = new();

    /// <summary>Who reads a message.</summary>
    [Parameter("who reads a delivered message")]
    public Reading Reading { get; init; } = new();

    /// <summary>How spam-like a message feels.</summary>
    [Parameter("how spam-like a message feels")]
    public Appraisal Appraisal { get; init; } = new();

    /// <summary>Visible reactions.</summary>
    [Parameter("visible reactions to a message that was read")]
    public ReactionRates Reactions { get; init; } = new();

    /// <summary>Trust.</summary>
    [Parameter("how trust falls, rises and comes back")]
    public TrustDynamics Trust { get; init; } = new();

    /// <summary>Relationship.</summary>
    [Parameter("how messages change the relationship")]
    public RelationshipDynamics Relationship { get; init; } = new();

    /// <summary>Openness to DMs.</summary>
    [Parameter("tuning out")]
    public OpennessDynamics Openness { get; init; } = new();

    /// <summary>Promotional DMs in memory.</summary>
    [Parameter("promotional DMs in memory")]
    public PressureDynamics Pressure { get; init; } = new();

    /// <summary>Silent leaving.</summary>
    [Parameter("silent leaving")]
    public Drift Drift { get; init; } = new();

    /// <summary>Word of mouth.</summary>
    [Parameter("how public praise and complaints travel")]
    public WordOfMouthSettings WordOfMouth { get; init; } = new();

    /// <summary>Answering complaints.</summary>
    [Parameter("answering complaints")]
    public Response Response { get; init; } = new();

    /// <summary>Rules of the platform.</summary>
    [Parameter("rules of the platform; off unless set")]
    public Platform Platform { get; init; } = new();

    /// <summary>Money.</summary>
    [Parameter("what a sale brings and what sending and answering cost")]
    public Economics Economics { get; init; } = new();

    /// <summary>The poll.</summary>
    [Parameter("the opt-in poll")]
    public Poll Poll { get; init; } = new();

    /// <summary>
    /// Where a posterior ensemble is found; null means that the values written here hold. A scenario with an ensemble stands for many, and is
    /// never run itself: whoever reads the ensemble makes one scenario of each member.
    /// </summary>
    [Parameter("result folder of a calibration, or folder/reading: each replicate then takes the next parameter set of its ensemble; empty = the values written here")]
    [OnlyWhenGiven]
    public string? Ensemble { get; init; }

    /// <summary>Who sees whom; null means viewers are drawn and no edge is stored.</summary>
    public FollowerGraph? Graph { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Graph is { } graph && graph.People != Audience.Size)
        {
            yield return new Problem(
                Child(path, "wordOfMouth.network"),
                $"the follower graph knows {graph.People} people, the audience has {Audience.Size}.");
        }

        if (Graph is null && WordOfMouth.Network is { } name)
        {
            yield return new Problem(Child(path, "wordOfMouth.network"), $"the follower graph '{name}' was not loaded into Scenario.Graph.");
        }
    }
}
