using Simulator.Messages;
using Simulator.Parameters;

namespace Simulator.Policies;

/// <summary>Variants tried on a share of the list; the one that sells best goes to the rest.</summary>
public sealed record VariantTest : ParameterSet
{
    /// <summary>The variants, in order of preference when they sell alike.</summary>
    [Parameter("names of the messages that are tried")]
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>Share of the list on which all variants together are tried.</summary>
    [Parameter("share of the list on which the variants are tried", From = 0, To = 1, Exclusive = true)]
    public double Share { get; init; } = 0.1;

    /// <summary>Day of the trial.</summary>
    [Parameter("day of the trial", Unit = "day", From = 0, To = 65000)]
    public int First { get; init; }

    /// <summary>Days from the trial to the decision, when the winner goes to the rest.</summary>
    [Parameter("days from the trial to the decision", Unit = "days", From = 1, To = 65000)]
    public int DecideAfter { get; init; } = 3;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Messages.Count < 2)
        {
            yield return new Problem(Child(path, "messages"), "a test needs at least two messages.");
        }
        else if (Messages.DistinctBy(message => message.Name).Count() < Messages.Count)
        {
            yield return new Problem(Child(path, "messages"), "a message is named twice.");
        }
    }
}
