namespace Simulator.People;

/// <summary>
/// Everyone who ever followed, as columns: a campaign reads a few fields of many people, so a column is read from memory
/// without the fields that are not needed. Traits take 29 bytes a person, state 57.
/// <para>
/// State that relaxes with a half-life is kept as it was on a landmark day and scaled when read (forward decay: Cormode,
/// Shkapenyuk, Srivastava and Xu 2009, doi:10.1109/ICDE.2009.65), so that a person costs nothing while nothing happens:
/// the value on a day is the column times the day's scale in <see cref="Recovery.Relaxation"/>.
/// </para>
/// </summary>
internal sealed class Followers
{
    internal Followers(int capacity)
    {
        Capacity = capacity;
        (Relationship0, Trust0, Tolerance, Attention) = (new float[capacity], new float[capacity], new float[capacity], new float[capacity]);
        (Appetite, Reach, Misjudgement, Segment) = (new float[capacity], new float[capacity], new float[capacity], new byte[capacity]);
        (Forgivable, Remembered, RelationshipShift) = (new double[capacity], new double[capacity], new double[capacity]);
        (Closedness, Pressure, ExitBudget) = (new double[capacity], new double[capacity], new double[capacity]);
        (ChangedAfter, VoiceAfter, DeliveryAfter) = (new ushort[capacity], new ushort[capacity], new ushort[capacity]);
        (DeliveriesThatDay, Status, Marks) = (new byte[capacity], new Status[capacity], new Marks[capacity]);
    }

    /// <summary>People ever in the audience; their indices are 0 … Count − 1, in the order in which they came.</summary>
    internal int Count { get; set; }

    internal int Capacity { get; private set; }

    /// <summary>R0, 0–1.</summary>
    internal float[] Relationship0;

    /// <summary>T0, 0–1.</summary>
    internal float[] Trust0;

    /// <summary>τ, 0–1.</summary>
    internal float[] Tolerance;

    /// <summary>a, 0–1.</summary>
    internal float[] Attention;

    /// <summary>q, 0–1.</summary>
    internal float[] Appetite;

    /// <summary>A, people.</summary>
    internal float[] Reach;

    /// <summary>z, the sender's lasting misjudgement, standard normal.</summary>
    internal float[] Misjudgement;

    /// <summary>Index of the segment.</summary>
    internal byte[] Segment;

    /// <summary>f, trust lost that will soon be forgiven; scaled.</summary>
    internal double[] Forgivable;

    /// <summary>s, trust lost that is long remembered; scaled.</summary>
    internal double[] Remembered;

    /// <summary>R − R0; scaled.</summary>
    internal double[] RelationshipShift;

    /// <summary>1 − D; scaled.</summary>
    internal double[] Closedness;

    /// <summary>P; scaled.</summary>
    internal double[] Pressure;

    /// <summary>Exit budget, referred to day 0 and to the present state: see <see cref="Recovery.FollowerClocks.BudgetLeft"/>.</summary>
    internal double[] ExitBudget;

    /// <summary>1 + the last day on which trust or relationship changed; 0 if never.</summary>
    internal ushort[] ChangedAfter;

    /// <summary>1 + the day of the last voice; 0 if none.</summary>
    internal ushort[] VoiceAfter;

    /// <summary>1 + the day of the last delivery; 0 if none.</summary>
    internal ushort[] DeliveryAfter;

    /// <summary>Deliveries on the day of the last delivery.</summary>
    internal byte[] DeliveriesThatDay;

    /// <summary>Following or how they left.</summary>
    internal Status[] Status;

    /// <summary>Yes-or-no facts.</summary>
    internal Marks[] Marks;

    /// <summary>Makes room for so many people in all.</summary>
    internal void Reserve(int people)
    {
        if (people <= Capacity)
        {
            return;
        }

        Capacity = Math.Max(people, Capacity + (Capacity / 8));
        Array.Resize(ref Relationship0, Capacity);
        Array.Resize(ref Trust0, Capacity);
        Array.Resize(ref Tolerance, Capacity);
        Array.Resize(ref Attention, Capacity);
        Array.Resize(ref Appetite, Capacity);
        Array.Resize(ref Reach, Capacity);
        Array.Resize(ref Misjudgement, Capacity);
        Array.Resize(ref Segment, Capacity);
        Array.Resize(ref Forgivable, Capacity);
        Array.Resize(ref Remembered, Capacity);
        Array.Resize(ref RelationshipShift, Capacity);
        Array.Resize(ref Closedness, Capacity);
        Array.Resize(ref Pressure, Capacity);
        Array.Resize(ref ExitBudget, Capacity);
        Array.Resize(ref ChangedAfter, Capacity);
        Array.Resize(ref VoiceAfter, Capacity);
        Array.Resize(ref DeliveryAfter, Capacity);
        Array.Resize(ref DeliveriesThatDay, Capacity);
        Array.Resize(ref Status, Capacity);
        Array.Resize(ref Marks, Capacity);
    }
}
