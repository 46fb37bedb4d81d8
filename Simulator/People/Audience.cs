using Simulator.Parameters;

namespace Simulator.People;

/// <summary>Who follows the sender.</summary>
public sealed record Audience : Traits
{
    /// <summary>Largest audience that fits the columns.</summary>
    public const int MaximumSize = 200_000_000;

    /// <summary>People who follow the sender on day 0.</summary>
    [Parameter("people who follow the sender on day 0", Unit = "people", From = 1, To = MaximumSize)]
    public int Size { get; init; } = 21_000;

    /// <summary>Expected new followers a day as a share of the initial size.</summary>
    [Parameter("expected new followers a day, as a share of the initial size", From = 0, To = 1)]
    public double Inflow { get; init; } = 0.0025;

    /// <summary>Correlation of the normal scores of trust and relationship (Gaussian copula).</summary>
    [Parameter("correlation of trust and relationship (Gaussian copula)", From = -1, To = 1)]
    public double TrustRelationshipCorrelation { get; init; } = 0.5;

    /// <summary>Segments; none means one segment with the audience's own traits.</summary>
    [Parameter("parts of the audience with traits of their own")]
    [Prototype(nameof(NewSegment))]
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>The segments to found: the declared ones, or one that holds everybody.</summary>
    public IReadOnlyList<Segment> Parts() => Segments.Count > 0 ? Segments : [NewSegment() with { Name = "followers" }];

    /// <summary>A segment that has this audience's traits, to be changed from there.</summary>
    public Segment NewSegment() => new()
    {
        Relationship = Relationship,
        Trust = Trust,
        Tolerance = Tolerance,
        Attention = Attention,
        Appetite = Appetite,
        Consent = Consent,
        Reach = Reach,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Segments.Count == 0)
        {
            yield break;
        }

        string segments = Child(path, "segments");
        double sum = Segments.Sum(segment => segment.Share);
        if (Math.Abs(sum - 1) > 1e-9)
        {
            yield return new Problem(segments, $"the shares add to {sum:0.######}; they must add to 1.");
        }

        if (Segments.Count > byte.MaxValue + 1)
        {
            yield return new Problem(segments, $"{Segments.Count} segments; 256 at most.");
        }

        for (int index = 0; index < Segments.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(Segments[index].Name))
            {
                yield return new Problem($"{segments}[{index}].name", "a segment needs a name.");
            }
            else if (Segments.Take(index).Any(other => other.Name == Segments[index].Name))
            {
                yield return new Problem($"{segments}[{index}].name", $"the name '{Segments[index].Name}' is taken by another segment.");
            }
        }
    }
}
