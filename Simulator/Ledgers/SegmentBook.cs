using Simulator.People;

namespace Simulator.Ledgers;

/// <summary>What happened to the people of each audience segment over a run, and where they stood at its end. Exists only when the audience has segments.</summary>
internal sealed class SegmentBook
{
    private static readonly int FlowCount = Enum.GetValues<Flow>().Length;

    private readonly long[] _counts;
    private readonly double[] _closedness;

    private SegmentBook(IReadOnlyList<Segment> segments)
    {
        Names = [.. segments.Select(segment => segment.Name)];
        _counts = new long[Names.Count * FlowCount];
        (Followers, TunedOut) = (new int[Names.Count], new int[Names.Count]);
        (TrustCapital, RelationshipCapital, _closedness) = (new double[Names.Count], new double[Names.Count], new double[Names.Count]);
    }

    /// <summary>Names of the segments, in the order of the configuration.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>Followers at the end, by segment.</summary>
    internal int[] Followers { get; }

    /// <summary>Followers whose openness D is below ½ at the end, by segment.</summary>
    internal int[] TunedOut { get; }

    /// <summary>Σ T over followers at the end, by segment.</summary>
    internal double[] TrustCapital { get; }

    /// <summary>Σ R over followers at the end, by segment.</summary>
    internal double[] RelationshipCapital { get; }

    /// <summary>An empty book, or null when the audience has no segments.</summary>
    internal static SegmentBook? Of(Audience audience) => audience.Segments.Count > 0 ? new SegmentBook(audience.Segments) : null;

    /// <summary>A flow over all days; those of nobody in particular (organic and outside sales, bystanders) stay 0.</summary>
    internal long Count(Flow flow, int segment) => _counts[(segment * FlowCount) + (int)flow];

    /// <summary>Mean openness D of followers at the end; NaN without followers.</summary>
    internal double Openness(int segment) => Followers[segment] > 0 ? 1 - (_closedness[segment] / Followers[segment]) : double.NaN;

    /// <summary>Counts one event of a person.</summary>
    internal void Add(Flow flow, int segment) => _counts[(segment * FlowCount) + (int)flow]++;

    /// <summary>Adds a person who follows at the end.</summary>
    internal void AddFollower(int segment, double trust, double relationship, double openness)
    {
        Followers[segment]++;
        TrustCapital[segment] += trust;
        RelationshipCapital[segment] += relationship;
        _closedness[segment] += 1 - openness;
    }

    /// <summary>Adds another book of the same segments.</summary>
    internal void Add(SegmentBook other)
    {
        for (int index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
        }

        for (int segment = 0; segment < Names.Count; segment++)
        {
            Followers[segment] += other.Followers[segment];
            TunedOut[segment] += other.TunedOut[segment];
            TrustCapital[segment] += other.TrustCapital[segment];
            RelationshipCapital[segment] += other.RelationshipCapital[segment];
            _closedness[segment] += other._closedness[segment];
        }
    }
}
