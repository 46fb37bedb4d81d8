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
    private readonly FoundingBatch _batch = new();

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
    internal void FoundAudience(Followers people, in Draws draws) => Add(people, draws, _audience.Size);

    /// <summary>Adds new followers; each draws a segment.</summary>
    /// <exception cref="InvalidOperationException">There would be more people than the columns hold: praise may let the inflow grow without bound.</exception>
    internal void Welcome(Followers people, in Draws draws, int arrivals)
    {
        if (arrivals > Audience.MaximumSize - people.Count)
        {
            throw new InvalidOperationException(
                $"{arrivals} new followers on one day would make the audience larger than {Audience.MaximumSize}; is wordOfMouth.reputationEffect too large?");
        }

        Add(people, draws, people.Count + arrivals);
    }

    // Traits and budget depend on a person's index alone: they are drawn for many people at once, ahead of their arrival, and the
    // next policy of a replicate, which meets the same people, finds them drawn.
    private void Add(Followers people, in Draws draws, int end)
    {
        people.Reserve(end);
        while (people.Founded < end)
        {
            int founded = Math.Min(people.Founded + FoundingBatch.Capacity, people.Capacity);
            Found(people, draws, people.Founded, founded);
            people.Founded = founded;
        }

        if (people.IsReusable)
        {
            people.DrawnBudget.First(end)[people.Count..].CopyTo(people.ExitBudget.First(end)[people.Count..]);
        }

        people.Count = end;
    }

    // Block 0: R, T, τ, a. Block 1: q, reach, signal noise. Block 2: exit budget (two words), consent, segment of a new follower.
    private void Found(Followers people, in Draws draws, int first, int end)
    {
        int count = end - first;
        _batch.Draw(draws, first, count, ordinal: 2);
        ReadOnlySpan<uint> consent = _batch.Words.Word2.AsSpan(0, count);
        Column<double> budgets = people.IsReusable ? people.DrawnBudget : people.ExitBudget;
        for (int index = 0; index < consent.Length; index++)
        {
            int person = first + index;
            int segment = _segments.Length == 1 ? 0
                : SegmentAt(person < _audience.Size ? (person + 0.5) / _audience.Size : RandomBlock.Uniform(_batch.Words.Word3[index]));
            people.Segment[person] = (byte)segment;
            people.Marks[person] = RandomBlock.Uniform(consent[index]) < _segments[segment].Consent ? Marks.Consents : Marks.None;
            budgets[person] = -Math.Log(RandomBlock.Uniform(_batch.Words.Word0[index], _batch.Words.Word1[index]));
        }

        _batch.Draw(draws, first, count, ordinal: 0);
        for (int index = 0; index < count; index++)
        {
            int person = first + index;
            SegmentTables tables = _segments[people.Segment[person]];
            double relationship = NormalScore.Of(_batch.Words.Word0[index]);
            double trust = (_correlation * relationship) + (_complement * NormalScore.Of(_batch.Words.Word1[index]));
            people.Relationship0[person] = tables.Relationship.At(relationship);
            people.Trust0[person] = tables.Trust.At(trust);
            people.Tolerance[person] = tables.Tolerance.At(NormalScore.Of(_batch.Words.Word2[index]));
            people.Attention[person] = tables.Attention.At(NormalScore.Of(_batch.Words.Word3[index]));
        }

        _batch.Draw(draws, first, count, ordinal: 1);
        for (int index = 0; index < count; index++)
        {
            int person = first + index;
            SegmentTables tables = _segments[people.Segment[person]];
            people.Appetite[person] = tables.Appetite.At(NormalScore.Of(_batch.Words.Word0[index]));
            people.Reach[person] = tables.Reach.At(NormalScore.Of(_batch.Words.Word1[index]));
            people.Misjudgement[person] = (float)NormalScore.Of(_batch.Words.Word2[index]);
        }
    }
}
