using Simulator.Messages;
using Simulator.Parameters;
using Simulator.Policies.Learning;

namespace Simulator.Policies;

/// <summary>A line of a schedule: one message in one or more campaigns.</summary>
public sealed record Send : ParameterSet
{
    /// <summary>The message.</summary>
    [Parameter("name of the message")]
    public required Message Message { get; init; }

    /// <summary>Day of the first campaign.</summary>
    [Parameter("day of the first campaign", Unit = "day", From = 0, To = 65000)]
    public int First { get; init; }

    /// <summary>Days from one campaign to the next.</summary>
    [Parameter("days from one campaign to the next", Unit = "days", From = 1, To = 65000)]
    public int Every { get; init; } = 7;

    /// <summary>Number of campaigns.</summary>
    [Parameter("number of campaigns", From = 1, To = 65000)]
    public int Times { get; init; } = 1;

    /// <summary>Days over which one campaign is spread: on its k-th day the people with index ≡ k modulo <c>over</c>.</summary>
    [Parameter("days over which one campaign is spread", Unit = "days", From = 1, To = 65000)]
    public int Over { get; init; } = 1;

    /// <summary>Campaigns after which a new offer comes; 0 means one offer throughout.</summary>
    [Parameter("campaigns after which a new offer (with new texts) comes; 0 = one offer throughout", From = 0, To = 65000)]
    public int NewOfferEvery { get; init; }

    /// <summary>To whom.</summary>
    [Parameter("to whom the message goes")]
    public Targeting To { get; init; } = new();

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (To.Learn is not { } learn)
        {
            yield break;
        }

        int lastOfFirst = LearnedSend.DaysToDecision(this, learn) + Over - 1;
        if (Times > 1 && lastOfFirst >= Every)
        {
            yield return new Problem(
                Child(path, "to.learn.wait"),
                $"the pilot, its wait and the rest of the first campaign end on day {First + lastOfFirst}, but the second campaign begins on day {First + Every}; wait or spread less, or set every to {lastOfFirst + 1} or more.");
        }

        if (!Message.Offer)
        {
            yield return new Problem(Child(path, "to.learn"), $"'{Message.Name}' carries no offer, so there are no purchases to learn from; give the message offer: true.");
        }
    }
}
