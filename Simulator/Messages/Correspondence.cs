using Simulator.People;

namespace Simulator.Messages;

/// <summary>
/// What passed between the sender and each person: offers bought and copies read (one bit a person for each offer and copy
/// ever sent, allocated when first sent), the latest deliveries, and tallies per message.
/// </summary>
internal sealed class Correspondence : IDisposable
{
    private readonly int _capacity;
    private readonly int _remembered;
    private readonly List<int> _firstArrivalOfDay = [];
    private readonly Dictionary<(Message Message, int Offer), BitColumn> _bought = [];
    private readonly Dictionary<(Message Message, int Offer, int Copy), BitColumn> _read = [];
    private readonly HashSet<BitColumn> _offersSent = [];
    private readonly Dictionary<Message, Tally> _tallies = [];
    private Column<ushort> _latest;

    /// <summary>An empty correspondence.</summary>
    /// <param name="capacity">People for whom room is made.</param>
    /// <param name="remembered">Latest deliveries remembered per person.</param>
    internal Correspondence(int capacity, int remembered)
    {
        _capacity = capacity;
        _remembered = remembered;
        _latest = new((long)capacity * remembered);
    }

    /// <summary>Frees what was not disposed.</summary>
    ~Correspondence() => Free();

    /// <summary>The newest offer sent so far: who bought it; null when none was sent.</summary>
    internal BitColumn? NewestOffer { get; private set; }

    /// <summary>The first promotional message put out so far, whether or not it reached anybody: bystanders judge it all the same.</summary>
    internal Message? FirstPromotional { get; private set; }

    /// <summary>Who bought an offer, or null when the message carries none. Opens the offer.</summary>
    internal BitColumn? Offer(Message message, int offer)
    {
        if (message.IsPromotional)
        {
            FirstPromotional ??= message;
        }

        if (!message.Offer)
        {
            return null;
        }

        if (!_bought.TryGetValue((message, offer), out BitColumn? column))
        {
            _bought.Add((message, offer), column = new BitColumn(_capacity));
        }

        return column;
    }

    /// <summary>Notes that an offer reached somebody; the first time, it becomes the newest one.</summary>
    internal void NoteSent(BitColumn offer)
    {
        if (_offersSent.Add(offer))
        {
            NewestOffer = offer;
        }
    }

    /// <summary>Who read a copy, or null when the message is written anew each time.</summary>
    internal BitColumn? Copy(Message message, int offer, int copy)
    {
        if (message.Copies == 0)
        {
            return null;
        }

        if (!_read.TryGetValue((message, offer, copy), out BitColumn? column))
        {
            _read.Add((message, offer, copy), column = new BitColumn(_capacity));
        }

        return column;
    }

    internal bool HasBought(int person, Message message, int offer) =>
        _bought.TryGetValue((message, offer), out BitColumn? column) && column.Has(person);

    internal Tally TallyOf(Message message)
    {
        if (!_tallies.TryGetValue(message, out Tally? tally))
        {
            _tallies.Add(message, tally = new Tally());
        }

        return tally;
    }

    /// <summary>Notes who was there before the arrivals of a day; called once for every day in order.</summary>
    internal void OpenDay(int peopleBeforeArrivals) => _firstArrivalOfDay.Add(peopleBeforeArrivals);

    /// <summary>The day on which a person arrived; 0 for the initial audience.</summary>
    internal int ArrivalDay(int person)
    {
        int index = _firstArrivalOfDay.BinarySearch(person);
        while (index >= 0 && index + 1 < _firstArrivalOfDay.Count && _firstArrivalOfDay[index + 1] == person)
        {
            index++;
        }

        return Math.Max(0, index >= 0 ? index : ~index - 1);
    }

    /// <summary>Whether deliveries to single people are remembered.</summary>
    internal bool RemembersDeliveries => _remembered > 0;

    internal void RememberDelivery(int person, int day)
    {
        long first = (long)person * _remembered;
        if (first + _remembered > _latest.Length)
        {
            GrowDeliveries(first + _remembered);
        }

        Span<ushort> days = _latest.Part(first, _remembered);
        days[..^1].CopyTo(days[1..]);
        days[0] = (ushort)(day + 1);
    }

    internal int MessagesWithin(int person, int firstDay)
    {
        long first = (long)person * _remembered;
        if (first + _remembered > _latest.Length)
        {
            return 0;
        }

        int count = 0;
        foreach (ushort dayAfter in _latest.Part(first, _remembered))
        {
            count += dayAfter > 0 && dayAfter - 1 >= firstDay ? 1 : 0;
        }

        return count;
    }

    /// <summary>Makes room for deliveries to so many people, so that several threads may note them at once.</summary>
    internal void ReserveDeliveries(int people)
    {
        if ((long)people * _remembered > _latest.Length)
        {
            GrowDeliveries((long)people * _remembered);
        }
    }

    /// <summary>Gives the memory back: nothing has passed any more.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void GrowDeliveries(long needed) => _latest.Grow(Math.Max(needed, _latest.Length + (_latest.Length / 8)));

    private void Free()
    {
        _latest.Free();
        foreach (BitColumn column in _bought.Values.Concat(_read.Values))
        {
            column.Free();
        }
    }
}
