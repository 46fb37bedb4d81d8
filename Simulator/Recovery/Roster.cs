using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>
/// Keeps people, population sums and ledger in step: every change of a person's state goes through here, at its value on the day.
/// </summary>
internal sealed class Roster
{
    private readonly double _rememberedShare;

    internal Roster(Followers people, FollowerClocks clocks, PopulationSums sums, Ledger ledger, double rememberedShare) =>
        (People, Clocks, Sums, Ledger, _rememberedShare) = (people, clocks, sums, ledger, rememberedShare);

    internal Followers People { get; }

    internal FollowerClocks Clocks { get; }

    internal PopulationSums Sums { get; }

    internal Ledger Ledger { get; }

    /// <summary>Books new people; they may drift from the morning after <paramref name="day"/> on.</summary>
    /// <param name="first">First of them.</param>
    /// <param name="day">Day of their arrival; −1 for the initial audience, which is booked on day 0.</param>
    internal void Enter(int first, int day)
    {
        int booked = Math.Max(0, day);
        double trust = 0;
        double relationship = 0;
        for (int person = first; person < People.Count; person++)
        {
            trust += People.Trust0[person];
            relationship += People.Relationship0[person];
            People.ExitBudget[person] += Clocks.RestingHazard(People.Trust0[person], People.Relationship0[person]) * day;
        }

        Sums.Followers[booked] += People.Count - first;
        Sums.Trust0[booked] += trust;
        Sums.Relationship0[booked] += relationship;
    }

    /// <summary>Whether a person follows after the morning of a day; a drift since the last visit is booked on its own day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsPresent(int person, int day)
    {
        if (People.Status[person] != Status.Following)
        {
            return false;
        }

        if (Clocks.BudgetLeft(People, person, day) > 0)
        {
            return true;
        }

        BookDrift(person, day);
        return false;
    }

    /// <summary>Books all drifts up to the morning of a day.</summary>
    internal void SettleAll(int day)
    {
        for (int person = 0; person < People.Count; person++)
        {
            IsPresent(person, day);
        }

        Clocks.SettledThrough = day;
    }

    /// <summary>Moves stored state to new landmarks where that is due on the morning of a day.</summary>
    internal void MoveLandmarks(int day)
    {
        bool settled = false;
        Move(Clocks.Forgiving, People.Forgivable, day, ref settled);
        Move(Clocks.Forgetting, People.Remembered, day, ref settled);
        Move(Clocks.Relationships, People.RelationshipShift, day, ref settled);
        Move(Clocks.Opening, People.Closedness, day, ref settled);
        Move(Clocks.Pressing, People.Pressure, day, ref settled);
    }

    /// <summary>T on a day, unclamped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Trust(int person, int day) => People.Trust0[person] - Lost(person, day);

    /// <summary>f + s on a day: trust lost and not yet back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Lost(int person, int day) =>
        (People.Forgivable[person] * Clocks.Forgiving.Scale(day)) + (People.Remembered[person] * Clocks.Forgetting.Scale(day));

    /// <summary>Trust falls by a share of itself: x = T·k.</summary>
    internal void Lose(int person, int day, double share) => ChangeTrust(person, day, TrustLost(Trust(person, day), share));

    /// <summary>Trust rises by a share of what is missing: x = −(1 − T)·k.</summary>
    internal void Gain(int person, int day, double share) => ChangeTrust(person, day, TrustGained(Trust(person, day), share));

    /// <summary>Lose(k): x = T·k.</summary>
    internal static double TrustLost(double trust, double share) => trust * share;

    /// <summary>Gain(k): x = −(1 − T)·k.</summary>
    internal static double TrustGained(double trust, double share) => -(1 - trust) * share;

    /// <summary>f and s shrink by a share, if trust is missing.</summary>
    internal void Restore(int person, int day, double share)
    {
        double forgivable = People.Forgivable[person] * Clocks.Forgiving.Scale(day);
        double remembered = People.Remembered[person] * Clocks.Forgetting.Scale(day);
        if (forgivable + remembered > 0)
        {
            AddLost(person, day, -share * forgivable, -share * remembered);
        }
    }

    /// <summary>A loss x of trust, negative for a gain: its remembered share goes to s, the rest to f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ChangeTrust(int person, int day, double lost) =>
        AddLost(person, day, (1 - _rememberedShare) * lost, _rememberedShare * lost);

    /// <summary>Adds to R.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ChangeRelationship(int person, int day, double change)
    {
        People.RelationshipShift[person] += change / Clocks.Relationships.Scale(day);
        People.ExitBudget[person] += Clocks.RelationshipWeight * change;
        People.ChangedAfter[person] = (ushort)(day + 1);
        Sums.RelationshipShift[day] += change;
    }

    /// <summary>Adds to 1 − D.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ChangeClosedness(int person, int day, double change)
    {
        double scale = Clocks.Opening.Scale(day);
        double before = People.Closedness[person];
        double after = before + (change / scale);
        People.Closedness[person] = after;
        Sums.Closedness[day] += change;
        if (Math.Max(before, after) * scale > TunedOutFrom)
        {
            BookTunedOut(before, day, -1);
            BookTunedOut(after, day, +1);
        }
    }

    /// <summary>A person leaves on a day.</summary>
    internal void Leave(int person, int day, Status status)
    {
        People.Status[person] = status;
        Sums.Followers[day]--;
        Sums.Trust0[day] -= People.Trust0[person];
        Sums.Relationship0[day] -= People.Relationship0[person];
        Sums.Forgivable[day] -= People.Forgivable[person] * Clocks.Forgiving.Scale(day);
        Sums.Remembered[day] -= People.Remembered[person] * Clocks.Forgetting.Scale(day);
        Sums.RelationshipShift[day] -= People.RelationshipShift[person] * Clocks.Relationships.Scale(day);
        Sums.Closedness[day] -= People.Closedness[person] * Clocks.Opening.Scale(day);
        BookTunedOut(People.Closedness[person], day, -1);
    }

    /// <summary>Notes that a person was annoyed or reached by a complaint; counted once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Harm(int person, int day)
    {
        if ((People.Marks[person] & Marks.Harmed) == 0)
        {
            People.Marks[person] |= Marks.Harmed;
            Ledger.Add(Flow.Harmed, day);
        }
    }

    /// <summary>1 − D above which a person counts as tuned out (D &lt; ½).</summary>
    private const double TunedOutFrom = 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLost(int person, int day, double forgivable, double remembered)
    {
        People.Forgivable[person] += forgivable / Clocks.Forgiving.Scale(day);
        People.Remembered[person] += remembered / Clocks.Forgetting.Scale(day);
        People.ExitBudget[person] -= (Clocks.ForgivableWeight * forgivable) + (Clocks.RememberedWeight * remembered);
        People.ChangedAfter[person] = (ushort)(day + 1);
        Sums.Forgivable[day] += forgivable;
        Sums.Remembered[day] += remembered;
    }

    // A person with 1 − D above ½ on a day counts as tuned out from that day until openness has come back far enough.
    private void BookTunedOut(double storedClosedness, int day, int sign)
    {
        if (storedClosedness * Clocks.Opening.Scale(day) <= TunedOutFrom)
        {
            return;
        }

        Sums.TunedOut[day] += sign;
        double until = Clocks.Opening.FirstDayAtOrBelow(storedClosedness, TunedOutFrom, day);
        if (until < Ledger.Days)
        {
            Sums.TunedOut[(int)until] -= sign;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BookDrift(int person, int day)
    {
        int left = Clocks.DriftDay(People, person, day);
        Leave(person, left, Status.Drifted);
        Ledger.Add(Flow.Drifted, left);
    }

    private void Move(Relaxation clock, double[] stored, int day, ref bool settled)
    {
        if (!clock.MovesOn(day))
        {
            return;
        }

        if (!settled)
        {
            SettleAll(day - 1);
            settled = true;
        }

        clock.Move(stored.AsSpan(0, People.Count));
    }
}
