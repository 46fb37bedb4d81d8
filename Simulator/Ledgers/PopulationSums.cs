namespace Simulator.Ledgers;

/// <summary>
/// Sums over followers, day by day, from events alone. A sum of values that relax with the same half-life relaxes with it too,
/// so each day's sum is yesterday's times the day's factor plus the changes booked on that day; people to whom nothing happens cost nothing.
/// A drift found late is booked on the day on which it happened.
/// </summary>
internal sealed class PopulationSums
{
    internal PopulationSums(int days)
    {
        (Followers, TunedOut) = (new int[days], new int[days]);
        (Trust0, Relationship0, Forgivable) = (new double[days], new double[days], new double[days]);
        (Remembered, RelationshipShift, Closedness) = (new double[days], new double[days], new double[days]);
    }

    internal int[] Followers { get; }

    internal int[] TunedOut { get; }

    internal double[] Trust0 { get; }

    internal double[] Relationship0 { get; }

    internal double[] Forgivable { get; }

    internal double[] Remembered { get; }

    internal double[] RelationshipShift { get; }

    internal double[] Closedness { get; }

    /// <summary>Books the changes of people's state on a day.</summary>
    internal void Add(int day, in StateChanges changes)
    {
        Forgivable[day] += changes.Forgivable;
        Remembered[day] += changes.Remembered;
        RelationshipShift[day] += changes.RelationshipShift;
        Closedness[day] += changes.Closedness;
    }

    /// <summary>Adds the sums over other people, day by day.</summary>
    internal void Add(PopulationSums other)
    {
        for (int day = 0; day < Followers.Length; day++)
        {
            Followers[day] += other.Followers[day];
            TunedOut[day] += other.TunedOut[day];
            Trust0[day] += other.Trust0[day];
            Relationship0[day] += other.Relationship0[day];
            Forgivable[day] += other.Forgivable[day];
            Remembered[day] += other.Remembered[day];
            RelationshipShift[day] += other.RelationshipShift[day];
            Closedness[day] += other.Closedness[day];
        }
    }

    /// <summary>Fills the levels of a ledger: the changes of all days must have been booked.</summary>
    internal void Close(Ledger ledger, in DayFactors factors)
    {
        int followers = 0;
        int tunedOut = 0;
        double trust0 = 0;
        double relationship0 = 0;
        double forgivable = 0;
        double remembered = 0;
        double shift = 0;
        double closedness = 0;
        for (int day = 0; day < ledger.Days; day++)
        {
            followers += Followers[day];
            tunedOut += TunedOut[day];
            trust0 += Trust0[day];
            relationship0 += Relationship0[day];
            forgivable = (forgivable * factors.Forgivable) + Forgivable[day];
            remembered = (remembered * factors.Remembered) + Remembered[day];
            shift = (shift * factors.RelationshipShift) + RelationshipShift[day];
            closedness = (closedness * factors.Closedness) + Closedness[day];
            ledger.FollowersLevel[day] = followers;
            ledger.TunedOutLevel[day] = tunedOut;
            ledger.TrustCapitalLevel[day] = followers > 0 ? trust0 - forgivable - remembered : 0;
            ledger.RelationshipCapitalLevel[day] = followers > 0 ? relationship0 + shift : 0;
            ledger.OpennessLevel[day] = followers > 0 ? 1 - (closedness / followers) : double.NaN;
        }
    }
}
