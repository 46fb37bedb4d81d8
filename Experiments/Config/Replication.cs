using System.Globalization;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>How many replicates are run: a number, as many as a precision takes, or as many as it takes to find the best.</summary>
[Shorthand(nameof(Number))]
internal sealed record Replication : ParameterSet
{
    private const int Most = 10_000_000;

    /// <summary>Replicates of every point and policy; null when they are decided while running.</summary>
    [Parameter("replicates of every point and policy", From = 1, To = Most)]
    public int? Number { get; init; }

    /// <summary>Replicates of every point and policy before the first decision.</summary>
    [Parameter("replicates of every point and policy before the first decision", From = 2, To = Most)]
    public int AtLeast { get; init; } = 20;

    /// <summary>Most replicates of a point and policy.</summary>
    [Parameter("most replicates of a point and policy", From = 2, To = Most)]
    public int AtMost { get; init; } = 500;

    /// <summary>The precision to reach; null means another rule.</summary>
    [Parameter("replicates are added to a point until an interval is this narrow")]
    public Precision? Until { get; init; }

    /// <summary>The best to find; null means another rule.</summary>
    [Parameter("replicates are added where the best are hard to tell apart")]
    public Ranking? Rank { get; init; }

    /// <summary>A fixed number of replicates.</summary>
    internal static Replication Fixed(int number) => new() { Number = number };

    /// <summary>Replicates every point and policy surely gets.</summary>
    internal int First => Number ?? AtLeast;

    /// <summary>Most replicates a point and policy may get.</summary>
    internal int Last => Number ?? AtMost;

    /// <summary>The rule in words, to stand alone.</summary>
    internal string InWords() => this switch
    {
        { Number: { } number } => number == 1 ? "1 replicate" : $"{number:N0} replicates",
        { Until: { } until } => $"{Bounds()}, until half of the 95% interval of {(until.Of == Precision.Difference ? "the difference in " : "")}{until.Outcome} is at most {until.HalfWidth}",
        { Rank: { } rank } => $"{Bounds()}, until the {rank.Best} {rank.Outcome} is found with a probability of {(rank.Probability * 100).ToString("0.##", CultureInfo.InvariantCulture)}%",
        _ => Bounds(),
    };

    private string Bounds() => $"{AtLeast:N0} to {AtMost:N0} replicates";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        int rules = (Number is null ? 0 : 1) + (Until is null ? 0 : 1) + (Rank is null ? 0 : 1);
        if (rules != 1)
        {
            yield return new Problem(path, rules == 0 ? "say when to stop: a number, 'until' or 'rank'." : "a number, 'until' and 'rank' exclude each other; give one of them.");
        }

        if (AtMost < AtLeast && Number is null)
        {
            yield return new Problem(Child(path, "atMost"), $"{AtMost} is fewer than the {AtLeast} of 'atLeast'.");
        }
    }
}
