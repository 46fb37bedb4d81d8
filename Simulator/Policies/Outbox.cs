using Simulator.Messages;
using Simulator.People;

namespace Simulator.Policies;

/// <summary>The messages of a day, in the order of delivery.</summary>
public sealed class Outbox
{
    /// <summary>People that a thread looks at in one piece of work. Chosen: milliseconds of work.</summary>
    private const int PeopleInPiece = 65_536;

    /// <summary>A list of a whole mailing is longer than needed by this part of it: an eighth.</summary>
    internal const int Headroom = 8;

    private readonly List<Mailing> _mailings = [];
    private int[] _people = new int[1024];
    private int _count;

    /// <summary>Messages put in today.</summary>
    public int Count => _count;

    /// <summary>Threads that may help to choose recipients; null means none.</summary>
    internal Crew? Crew { get; init; }

    /// <summary>Mailings of today: consecutive messages that share everything but the person, in rising order of people.</summary>
    internal IReadOnlyList<Mailing> Mailings => _mailings;

    /// <summary>Puts a message to one person in.</summary>
    /// <param name="person">Index of the person. A person who does not follow any more gets nothing.</param>
    /// <param name="message">The message.</param>
    /// <param name="offer">Number of the offer, from 0; a new offer brings new texts. At most 65,535.</param>
    /// <param name="copy">Text variant, 0 … copies − 1.</param>
    /// <param name="reached">Chance that the message really arrives; it counts as undelivered otherwise.</param>
    public void Send(int person, Message message, int offer = 0, int copy = 0, double reached = 1) =>
        Open(message, offer, copy, reached).Add(person);

    /// <summary>Starts, or goes on with, a mailing.</summary>
    internal MailingWriter Open(Message message, int offer, int copy, double reached, FrequencyCap? cap = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (copy < 0 || copy >= Math.Max(1, message.Copies))
        {
            throw new ArgumentOutOfRangeException(nameof(copy), copy, $"'{message.Name}' has {message.Copies} copies.");
        }

        if ((uint)offer > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(offer), offer, "offers are numbered 0 … 65,535.");
        }

        var letter = new Letter(message, offer, copy, reached, cap);
        if (_mailings.Count == 0 || _mailings[^1].Letter != letter)
        {
            _mailings.Add(new Mailing(letter, _count, _count));
        }

        return new MailingWriter(this);
    }

    /// <summary>People of a mailing, in order.</summary>
    internal ReadOnlySpan<int> People(in Mailing mailing) => _people.AsSpan(mailing.Start..mailing.End);

    internal void Clear()
    {
        _mailings.Clear();
        _count = 0;
    }

    private void Append(int person)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        if (_count == _people.Length)
        {
            Grow(_count + 1L, 2L * _count);
        }

        Rise(person);
        _people[_count++] = person;
        _mailings[^1] = _mailings[^1] with { End = _count };
    }

    // A person who does not come after the last one begins a mailing of the same letter anew.
    private void Rise(int person)
    {
        Mailing mailing = _mailings[^1];
        if (mailing.End > mailing.Start && _people[mailing.End - 1] >= person)
        {
            _mailings.Add(new Mailing(mailing.Letter, _count, _count));
        }
    }

    /// <summary>Adds people to the mailing that is open.</summary>
    internal readonly struct MailingWriter(Outbox outbox)
    {
        internal void Add(int person) => outbox.Append(person);

        /// <summary>Adds first, first + step, first + 2·step, … below end.</summary>
        internal void AddEvery(int first, int end, int step)
        {
            int added = Number(first, end, step);
            outbox.Reserve(added);
            int[] people = outbox._people;
            Span<int> free = people.AsSpan(outbox._count, added);
            int person = first;
            for (int index = 0; index < free.Length; index++)
            {
                free[index] = person;
                person += step;
            }

            outbox.Rise(first);
            outbox._count += added;
            outbox._mailings[^1] = outbox._mailings[^1] with { End = outbox._count };
        }

        /// <summary>Adds those of first, first + step, first + 2·step, … below end who are wanted. Several threads may ask at once.</summary>
        internal void AddWhere(int first, int end, int step, Func<int, bool> wants)
        {
            int asked = Number(first, end, step);
            int pieces = (asked + PeopleInPiece - 1) / PeopleInPiece;
            if (outbox.Crew is { } crew && pieces > 1)
            {
                outbox.AppendWhere(crew, pieces, first, asked, step, wants);
                return;
            }

            for (int number = 0; number < asked; number++)
            {
                int person = first + (number * step);
                if (wants(person))
                {
                    outbox.Append(person);
                }
            }
        }

        private static int Number(int first, int end, int step) => first < end ? ((end - 1 - first) / step) + 1 : 0;
    }

    // A little more than is needed, so that an audience that grows day by day does not need a new list every day.
    private void Reserve(int more)
    {
        long needed = _count + (long)more;
        if (needed > _people.Length)
        {
            Grow(needed, Math.Max(needed + (needed / Headroom), Math.Min(2L * _people.Length, PeopleInPiece)));
        }
    }

    // Yesterday's list is let go before a longer one is taken. Only one that has people of today in it is held beside the new one, until they are copied.
    private void Grow(long needed, long wished)
    {
        int room = (int)Math.Max(needed, Math.Min(wished, Array.MaxLength));
        if (_count == 0)
        {
            _people = [];
            _people = GC.AllocateUninitializedArray<int>(room);
        }
        else
        {
            Array.Resize(ref _people, room);
        }
    }

    // Each piece is written where it would be if everybody were wanted, and then moved up to the one before.
    private void AppendWhere(Crew crew, int pieces, int first, int asked, int step, Func<int, bool> wants)
    {
        Reserve(asked);
        var wanted = new int[pieces];
        crew.Do(pieces, together: true, piece =>
        {
            int start = piece * PeopleInPiece;
            int end = Math.Min(asked - start, PeopleInPiece) + start;
            int free = _count + start;
            for (int number = start; number < end; number++)
            {
                int person = first + (number * step);
                if (wants(person))
                {
                    _people[free++] = person;
                }
            }

            wanted[piece] = free - _count - start;
        });
        int added = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            Array.Copy(_people, _count + (piece * PeopleInPiece), _people, _count + added, wanted[piece]);
            added += wanted[piece];
        }

        if (added > 0)
        {
            Rise(_people[_count]);
            _count += added;
            _mailings[^1] = _mailings[^1] with { End = _count };
        }
    }
}
