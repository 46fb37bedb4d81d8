using Simulator.RandomStreams;

namespace Simulator.People;

/// <summary>Brings people into the audience with traits of their own.</summary>
internal sealed class Founding
{
    private readonly Audience _audience;
    private readonly SegmentTables[] _segments;
    private readonly double[] _cumulativeShares;
    private readonly double _correlation;
    private readonly double _complement;

    internal Founding(Audience audience)
    {
        _audience = audience;
        _segments = [.. audience.Parts().Select(segment => new SegmentTables(segment))];
        _cumulativeShares = new double[_segments.Length];
        double cumulative = 0;
        for (int index = 0; index < _segments.Length; index++)
        {
            _cumulativeShares[index] = cumulative += audience.Parts()[index].Share;
        }

        _correlation = audience.TrustRelationshipCorrelation;
        _complement = Math.Sqrt(1 - (_correlation * _correlation));
    }

    /// <summary>The segments in order.</summary>
    internal IReadOnlyList<SegmentTables> Segments => _segments;

    /// <summary>The segment whose cumulative share covers a position in [0, 1).</summary>
    internal int SegmentAt(double position)
    {
        int index = 0;
        while (index < _cumulativeShares.Length - 1 && _cumulativeShares[index] <= position)
        {
            index++;
        }

        return index;
    }

    /// <summary>Adds the initial audience: person i belongs to the segment that covers (i + ½)/size.</summary>
    internal void FoundAudience(Followers people, in Draws draws)
    {
        people.Reserve(_audience.Size);
        for (int person = 0; person < _audience.Size; person++)
        {
            Found(people, draws, person, SegmentAt((person + 0.5) / _audience.Size));
        }

        people.Count = _audience.Size;
    }

    /// <summary>Adds new followers; each draws a segment.</summary>
    /// <exception cref="InvalidOperationException">There would be more people than the columns hold: praise may let the inflow grow without bound.</exception>
    internal void Welcome(Followers people, in Draws draws, int arrivals)
    {
        if (arrivals > Audience.MaximumSize - people.Count)
        {
            throw new InvalidOperationException(
                $"{arrivals} new followers on one day would make the audience larger than {Audience.MaximumSize}; is wordOfMouth.reputationEffect too large?");
        }

        int end = people.Count + arrivals;
        people.Reserve(end);
        for (int person = people.Count; person < end; person++)
        {
            int segment = _segments.Length == 1 ? 0 : SegmentAt(RandomBlock.Uniform(draws.Block(Purpose.Traits, person, 0, ordinal: 2).Word3));
            Found(people, draws, person, segment);
        }

        people.Count = end;
    }

    // Block 0: R, T, τ, a. Block 1: q, reach, signal noise. Block 2: exit budget (two words), consent, segment of a new follower.
    private void Found(Followers people, in Draws draws, int person, int segment)
    {
        SegmentTables tables = _segments[segment];
        RandomBlock first = draws.Block(Purpose.Traits, person, 0, ordinal: 0);
        RandomBlock second = draws.Block(Purpose.Traits, person, 0, ordinal: 1);
        RandomBlock third = draws.Block(Purpose.Traits, person, 0, ordinal: 2);
        double relationship = NormalScore.Of(first.Word0);
        double trust = (_correlation * relationship) + (_complement * NormalScore.Of(first.Word1));

        float relationship0 = tables.Relationship.At(relationship);
        float trust0 = tables.Trust.At(trust);
        people.Relationship0[person] = relationship0;
        people.Trust0[person] = trust0;
        people.Tolerance[person] = tables.Tolerance.At(NormalScore.Of(first.Word2));
        people.Attention[person] = tables.Attention.At(NormalScore.Of(first.Word3));
        people.Appetite[person] = tables.Appetite.At(NormalScore.Of(second.Word0));
        people.Reach[person] = tables.Reach.At(NormalScore.Of(second.Word1));
        people.Misjudgement[person] = (float)NormalScore.Of(second.Word2);
        people.Segment[person] = (byte)segment;
        people.Marks[person] = RandomBlock.Uniform(third.Word2) < tables.Consent ? Marks.Consents : Marks.None;
        people.ExitBudget[person] = -Math.Log(third.FineUniform0);
    }
}
