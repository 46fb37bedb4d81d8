namespace Simulator.People;

/// <summary>
/// Everyone who ever followed, as columns: a campaign reads a few fields of many people, so a column is read from memory
/// without the fields that are not needed. Traits take 29 bytes a person (21 where rare ones are drawn on demand), state 57, the drawn budget 8 where
/// columns are used again. State of a person to whom nothing happened is zero and, page by page, takes no memory.
/// <para>
/// State that relaxes with a half-life is kept as it was on a landmark day and scaled when read (forward decay: Cormode,
/// Shkapenyuk, Srivastava and Xu 2009, doi:10.1109/ICDE.2009.65), so that a person costs nothing while nothing happens:
/// the value on a day is the column times the day's scale in <see cref="Recovery.Relaxation"/>.
/// </para>
/// </summary>
internal sealed class Followers : IDisposable
{
    /// <summary>Most people ever in one audience: indices are 32-bit numbers with a sign. Chosen, with room for counting beyond them.</summary>
    internal const int MostPeople = 1_000_000_000;

    /// <summary>Bytes of the traits of a person: seven numbers and the segment.</summary>
    internal const int TraitBytes = (7 * sizeof(float)) + sizeof(byte);

    /// <summary>Bytes of each of the two traits that may be drawn on demand instead.</summary>
    internal const int RareTraitBytes = sizeof(float);

    /// <summary>Bytes of the state of a person: six numbers, three days, and three small fields. Offers and copies add a bit each when first sent.</summary>
    internal const int StateBytes = (6 * sizeof(double)) + (3 * sizeof(ushort)) + (3 * sizeof(byte));

    /// <summary>Columns for more people are used for one run only: what another would need of it costs 8 bytes a person. Chosen, not measured.</summary>
    private const int LargestReusable = 500_000;

    private readonly TraitsOnDemand? _onDemand;

    /// <summary>Room for people.</summary>
    /// <param name="capacity">How many.</param>
    /// <param name="onDemand">Draws rare traits whenever they are asked for; null keeps them in columns.</param>
    internal Followers(int capacity, TraitsOnDemand? onDemand = null)
    {
        Capacity = capacity;
        _onDemand = onDemand;
        IsReusable = capacity <= LargestReusable && onDemand is null;
        try
        {
            Take(capacity);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Frees the columns of who was not disposed: those that a thread kept for a next run and never used.</summary>
    ~Followers() => Free();

    /// <summary>People ever in the audience; their indices are 0 … Count − 1, in the order in which they came.</summary>
    internal int Count { get; set; }

    internal int Capacity { get; private set; }

    /// <summary>Whether another run may use the columns, after <see cref="Empty"/>.</summary>
    internal bool IsReusable { get; }

    /// <summary>Whether reach and misjudgement are written down when a person comes; otherwise they are drawn when asked for.</summary>
    internal bool StoresRareTraits => _onDemand is null;

    /// <summary>People whose traits and drawn budgets are in the columns: <see cref="Count"/> or more, since both depend on a person's index alone.</summary>
    internal int Founded { get; set; }

    /// <summary>R0, 0–1.</summary>
    internal Column<float> Relationship0;

    /// <summary>T0, 0–1.</summary>
    internal Column<float> Trust0;

    /// <summary>τ, 0–1.</summary>
    internal Column<float> Tolerance;

    /// <summary>a, 0–1.</summary>
    internal Column<float> Attention;

    /// <summary>q, 0–1.</summary>
    internal Column<float> Appetite;

    /// <summary>A, people; empty where it is drawn on demand.</summary>
    internal Column<float> Reach;

    /// <summary>z, the sender's lasting misjudgement, standard normal; where it is drawn on demand, 0 until somebody asks.</summary>
    internal Column<float> Misjudgement;

    /// <summary>Index of the segment.</summary>
    internal Column<byte> Segment;

    /// <summary>f, trust lost that will soon be forgiven; scaled.</summary>
    internal Column<double> Forgivable;

    /// <summary>s, trust lost that is long remembered; scaled.</summary>
    internal Column<double> Remembered;

    /// <summary>R − R0; scaled.</summary>
    internal Column<double> RelationshipShift;

    /// <summary>1 − D; scaled.</summary>
    internal Column<double> Closedness;

    /// <summary>P; scaled.</summary>
    internal Column<double> Pressure;

    /// <summary>Exit budget, referred to day 0 and to the present state: see <see cref="Recovery.DayScales.BudgetLeft"/>.</summary>
    internal Column<double> ExitBudget;

    /// <summary>Exit budget as drawn, for another run with the same people.</summary>
    internal Column<double> DrawnBudget;

    /// <summary>1 + the last day on which trust or relationship changed; 0 if never.</summary>
    internal Column<ushort> ChangedAfter;

    /// <summary>1 + the day of the last voice; 0 if none.</summary>
    internal Column<ushort> VoiceAfter;

    /// <summary>1 + the day of the last delivery; 0 if none.</summary>
    internal Column<ushort> DeliveryAfter;

    /// <summary>Deliveries on the day of the last delivery.</summary>
    internal Column<byte> DeliveriesThatDay;

    /// <summary>Following or how they left.</summary>
    internal Column<Status> Status;

    /// <summary>Yes-or-no facts.</summary>
    internal Column<Marks> Marks;

    /// <summary>A of a person, people, wherever it comes from.</summary>
    internal float ReachOf(int person) => _onDemand is { } drawn ? drawn.Reach(person, Segment[person]) : Reach[person];

    /// <summary>z of a person, wherever it comes from. Who chooses by it asks again for every campaign, so it is kept once drawn; threads that draw it at the same time keep the same.</summary>
    internal float MisjudgementOf(int person)
    {
        ref float kept = ref Misjudgement[person];
        if (kept == 0 && _onDemand is { } drawn)
        {
            kept = drawn.Misjudgement(person);
        }

        return kept;
    }

    /// <summary>Takes everybody out: state becomes that of people to whom nothing has happened. Traits stay.</summary>
    internal void Empty()
    {
        int people = Count;
        Forgivable.First(people).Clear();
        Remembered.First(people).Clear();
        RelationshipShift.First(people).Clear();
        Closedness.First(people).Clear();
        Pressure.First(people).Clear();
        ChangedAfter.First(people).Clear();
        VoiceAfter.First(people).Clear();
        DeliveryAfter.First(people).Clear();
        DeliveriesThatDay.First(people).Clear();
        Status.First(people).Clear();
        foreach (ref Marks marks in Marks.First(people))
        {
            marks &= People.Marks.Consents;
        }

        Count = 0;
    }

    /// <summary>Makes room for so many people in all.</summary>
    internal void Reserve(int people)
    {
        if (people <= Capacity)
        {
            return;
        }

        Capacity = Math.Max(people, (int)Math.Min(Capacity + (Capacity / 8L), MostPeople));
        Relationship0.Grow(Capacity);
        Trust0.Grow(Capacity);
        Tolerance.Grow(Capacity);
        Attention.Grow(Capacity);
        Appetite.Grow(Capacity);
        Reach.Grow(StoresRareTraits ? Capacity : 0);
        Misjudgement.Grow(Capacity);
        Segment.Grow(Capacity);
        Forgivable.Grow(Capacity);
        Remembered.Grow(Capacity);
        RelationshipShift.Grow(Capacity);
        Closedness.Grow(Capacity);
        Pressure.Grow(Capacity);
        ExitBudget.Grow(Capacity);
        DrawnBudget.Grow(IsReusable ? Capacity : 0);
        ChangedAfter.Grow(Capacity);
        VoiceAfter.Grow(Capacity);
        DeliveryAfter.Grow(Capacity);
        DeliveriesThatDay.Grow(Capacity);
        Status.Grow(Capacity);
        Marks.Grow(Capacity);
    }

    /// <summary>Gives the memory back. There is nobody any more, so that a view that a policy kept answers with an error rather than with what is not its own.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // One after the other: a column that is in its field is freed when there is no memory for a later one.
    private void Take(int capacity)
    {
        DrawnBudget = new(IsReusable ? capacity : 0);
        Relationship0 = new(capacity);
        Trust0 = new(capacity);
        Tolerance = new(capacity);
        Attention = new(capacity);
        Appetite = new(capacity);
        Reach = new(StoresRareTraits ? capacity : 0);
        Misjudgement = new(capacity);
        Segment = new(capacity);
        Forgivable = new(capacity);
        Remembered = new(capacity);
        RelationshipShift = new(capacity);
        Closedness = new(capacity);
        Pressure = new(capacity);
        ExitBudget = new(capacity);
        ChangedAfter = new(capacity);
        VoiceAfter = new(capacity);
        DeliveryAfter = new(capacity);
        DeliveriesThatDay = new(capacity);
        Status = new(capacity);
        Marks = new(capacity);
    }

    private void Free()
    {
        (Count, Founded, Capacity) = (0, 0, 0);
        Relationship0.Free();
        Trust0.Free();
        Tolerance.Free();
        Attention.Free();
        Appetite.Free();
        Reach.Free();
        Misjudgement.Free();
        Segment.Free();
        Forgivable.Free();
        Remembered.Free();
        RelationshipShift.Free();
        Closedness.Free();
        Pressure.Free();
        ExitBudget.Free();
        DrawnBudget.Free();
        ChangedAfter.Free();
        VoiceAfter.Free();
        DeliveryAfter.Free();
        DeliveriesThatDay.Free();
        Status.Free();
        Marks.Free();
    }
}
