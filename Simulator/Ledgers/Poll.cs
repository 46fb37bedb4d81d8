using Simulator.Parameters;

namespace Simulator.Ledgers;

/// <summary>The opt-in poll about the messages.</summary>
public sealed record Poll : ParameterSet
{
    /// <summary>Day at whose end the poll is taken.</summary>
    [Parameter("day at whose end the poll is taken", From = 0, To = 65000)]
    public int Day { get; init; } = 7;

    /// <summary>Answers.</summary>
    [Parameter("answers", Unit = "answers", From = 1, To = 1000000)]
    public int Size { get; init; } = 65;

    /// <summary>Share of answers from followers who read a promotional message; the rest are bystanders.</summary>
    [Parameter("share of answers from followers; the rest are bystanders", From = 0, To = 1)]
    public double FollowerShare { get; init; } = 0.5;

    /// <summary>How strongly annoyance pulls people into the poll: weight e^(pull·annoyance).</summary>
    [Parameter("how strongly annoyance pulls people into the poll", From = 0, To = 10)]
    public double Pull { get; init; } = 0.5;

    /// <summary>Perceived spamminess above which an answer is negative.</summary>
    [Parameter("perceived spamminess above which an answer is negative", From = 0, To = 1)]
    public double Threshold { get; init; } = 0.5;
}
