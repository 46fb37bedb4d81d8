using Simulator.RandomStreams;

namespace Simulator.People;

/// <summary>Brings people into the audience with traits of their own.</summary>
internal sealed class Founding
{
    /// <summary>The block of traits that holds the rare ones: word 1 reach, word 2 signal noise (and word 0 appetite).</summary>
    internal const int RareTraits = 1;

    /// <summary>People in a piece of work for a thread: whole batches. Chosen: milliseconds of work.</summary>
    private const int PeopleInPiece = 256 * FoundingBatch.Capacity;

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
    /// <param name="people">Columns.</param>
    /// <param name="draws">The luck.</param>
    /// <param name="crew">Shares the work; null means that the caller does it.</param>
    internal void FoundAudience(Followers people, in Draws draws, Crew? crew = null) => Add(people, draws, _audience.Size, crew);

    /// <summary>Adds new followers; each draws a segment.</summary>
    /// <exception cref="InvalidOperationException">There would be more people than the columns hold: praise may let the inflow grow without bound.</exception>
    internal void Welcome(Followers people, in Draws draws, int arrivals, Crew? crew = null)
    {
        if (arrivals > Followers.MostPeople - people.Count)
        {
            throw new InvalidOperationException(
                $"{arrivals} new followers on one day would make the audience larger than {Followers.MostPeople}; is wordOfMouth.reputationEffect too large?");
        }

        Add(people, draws, people.Count + arrivals, crew);
    }

    // Traits and budget depend on a person's index alone: they are drawn for many people at once, ahead of their arrival, and the
    // next policy of a replicate, which meets the same people, finds them drawn.
    private void Add(Followers people, in Draws draws, int end, Crew? crew)
    {
        people.Reserve(end);
        int first = people.Founded;
        if (end > first)
        {
            int missing = (end - first + FoundingBatch.Capacity - 1) / FoundingBatch.Capacity * FoundingBatch.Capacity;
            int founded = Math.Min(first + missing, people.Capacity);
            if (crew is not null && founded - first > PeopleInPiece)
            {
                FoundTogether(crew, people, draws, first, founded);
            }
            else
            {
                FoundBatches(_batch, people, draws, first, founded);
            }

            people.Founded = founded;
        }

        if (people.IsReusable)
        {
            people.DrawnBudget.First(end)[people.Count..].CopyTo(people.ExitBudget.First(end)[people.Count..]);
        }

        people.Count = end;
    }

    private void FoundTogether(Crew crew, Followers people, Draws draws, int first, int end)
    {
        int pieces = ((end - first - 1) / PeopleInPiece) + 1;
        crew.Do(pieces, together: true, piece =>
        {
            int start = first + (piece * PeopleInPiece);
            FoundBatches(new FoundingBatch(), people, draws, start, Math.Min(end - start, PeopleInPiece) + start);
        });
    }

    private void FoundBatches(FoundingBatch batch, Followers people, in Draws draws, int first, int end)
    {
        while (first < end)
        {
            int founded = Math.Min(end - first, FoundingBatch.Capacity) + first;
            Found(batch, people, draws, first, founded);
            first = founded;
        }
    }

    // Block 0: R, T, τ, a. Block 1: q, reach, signal noise. Block 2: exit budget (two words), consent, segment of a new follower.
    private void Found(FoundingBatch batch, Followers people, in Draws draws, int first, int end)
    {
        int count = end - first;
        batch.Draw(draws, first, count, ordinal: 2);
        ReadOnlySpan<uint> consent = batch.Words.Word2.AsSpan(0, count);
        Column<double> budgets = people.IsReusable ? people.DrawnBudget : people.ExitBudget;
        bool writesSegment = _segments.Length > 1 || people.IsReusable; // Where all are in the first, fresh columns say so already.
        for (int index = 0; index < consent.Length; index++)
        {
            int person = first + index;
            int segment = _segments.Length == 1 ? 0
                : SegmentAt(person < _audience.Size ? (person + 0.5) / _audience.Size : RandomBlock.Uniform(batch.Words.Word3[index]));
            if (writesSegment)
            {
                people.Segment[person] = (byte)segment;
            }

            people.Marks[person] = RandomBlock.Uniform(consent[index]) < _segments[segment].Consent ? Marks.Consents : Marks.None;
            budgets[person] = -Math.Log(RandomBlock.Uniform(batch.Words.Word0[index], batch.Words.Word1[index]));
        }

        batch.Draw(draws, first, count, ordinal: 0);
        for (int index = 0; index < count; index++)
        {
            int person = first + index;
            SegmentTables tables = _segments[people.Segment[person]];
            double relationship = NormalScore.Of(batch.Words.Word0[index]);
            double trust = (_correlation * relationship) + (_complement * NormalScore.Of(batch.Words.Word1[index]));
            people.Relationship0[person] = tables.Relationship.At(relationship);
            people.Trust0[person] = tables.Trust.At(trust);
            people.Tolerance[person] = tables.Tolerance.At(NormalScore.Of(batch.Words.Word2[index]));
            people.Attention[person] = tables.Attention.At(NormalScore.Of(batch.Words.Word3[index]));
        }

        bool storesRareTraits = people.StoresRareTraits;
        batch.Draw(draws, first, count, RareTraits);
        for (int index = 0; index < count; index++)
        {
            int person = first + index;
            SegmentTables tables = _segments[people.Segment[person]];
            people.Appetite[person] = tables.Appetite.At(NormalScore.Of(batch.Words.Word0[index]));
            if (storesRareTraits)
            {
                people.Reach[person] = tables.Reach.At(NormalScore.Of(batch.Words.Word1[index]));
                people.Misjudgement[person] = (float)NormalScore.Of(batch.Words.Word2[index]);
            }
        }
    }
}
