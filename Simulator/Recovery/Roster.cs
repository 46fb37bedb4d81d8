using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>
/// Keeps the people of one cohort, their population sums and their ledger in step: every change of a person's state goes through here, at its value today.
/// </summary>
internal sealed class Roster
{
    /// <summary>1 − D above which a person counts as tuned out (D &lt; ½).</summary>
    private const double TunedOutFrom = 0.5;

    private readonly double _rememberedShare;
    private readonly double _lossWeight;
    private readonly double _relationshipWeight;
    private DayScales _today;
    private StateChanges _changes;
    private int _newlyHarmed;

    /// <summary>An empty book of a cohort.</summary>
    /// <param name="people">Everyone's columns.</param>
    /// <param name="clocks">Everyone's clocks.</param>
    /// <param name="ledger">The cohort's book.</param>
    /// <param name="rememberedShare">Share of a change of trust that is long remembered.</param>
    /// <param name="first">First person of the cohort.</param>
    /// <param name="limit">Person after the last one for whom the cohort has room.</param>
    internal Roster(Followers people, FollowerClocks clocks, Ledger ledger, double rememberedShare, int first, int limit)
    {
        (People, Clocks, Ledger, First, Limit, _rememberedShare) = (people, clocks, ledger, first, limit, rememberedShare);
        Sums = new PopulationSums(ledger.Days);
        _lossWeight = ((1 - rememberedShare) * clocks.ForgivableWeight) + (rememberedShare * clocks.RememberedWeight);
        _relationshipWeight = clocks.RelationshipWeight;
    }

    /// <summary>First person of the cohort.</summary>
    internal int First { get; }

    /// <summary>Person after the last one for whom the cohort has room.</summary>
    internal int Limit { get; }

    /// <summary>Person after the last one of the cohort who came.</summary>
    internal int End => Math.Min(Limit, People.Count);

    internal Followers People { get; }

    internal FollowerClocks Clocks { get; }

    internal PopulationSums Sums { get; }

    internal Ledger Ledger { get; }

    /// <summary>Diaries of some people; null when nobody is watched.</summary>
    internal DiaryBook? Diaries { get; set; }

    /// <summary>Today's clocks.</summary>
    internal ref readonly DayScales Today => ref _today;

    /// <summary>Turns to a day. Nobody is visited.</summary>
    internal void Turn(in DayScales today) => _today = today;

    /// <summary>Moves stored state to the landmarks that are due on the morning of a day. Drifts are found with the scales of the days on which they happened, so they are booked before these are given up.</summary>
    internal void MoveLandmarks(int day)
    {
        Settle(day - 1);
        Move(Clocks.Forgiving, People.Forgivable, day);
        Move(Clocks.Forgetting, People.Remembered, day);
        Move(Clocks.Relationships, People.RelationshipShift, day);
        Move(Clocks.Opening, People.Closedness, day);
        Move(Clocks.Pressing, People.Pressure, day);
    }

    /// <summary>Books what changed today.</summary>
    internal void Close()
    {
        Sums.Add(_today.Day, _changes);
        Ledger.Add(Flow.Harmed, _today.Day, _newlyHarmed);
        _changes = default;
        _newlyHarmed = 0;
    }

    /// <summary>Books new people of the cohort; they may drift from the morning after <paramref name="day"/> on.</summary>
    /// <param name="first">First of them.</param>
    /// <param name="end">Person after the last of them.</param>
    /// <param name="day">Day of their arrival; −1 for the initial audience, which is booked on day 0.</param>
    internal void Enter(int first, int end, int day)
    {
        int booked = Math.Max(0, day);
        double trust = 0;
        double relationship = 0;
        for (int person = first; person < end; person++)
        {
            trust += People.Trust0[person];
            relationship += People.Relationship0[person];
            People.ExitBudget[person] += Clocks.RestingHazard(People.Trust0[person], People.Relationship0[person]) * day;
        }

        Sums.Followers[booked] += end - first;
        Sums.Trust0[booked] += trust;
        Sums.Relationship0[booked] += relationship;
    }

    /// <summary>Books an event of today that leaves no trace in the person's state: for the whole audience, and for the person's segment if there are any.</summary>
    internal void Book(Flow flow, int person) => Book(flow, person, _today.Day);

    /// <summary>Books an event of another day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Book(Flow flow, int person, int day)
    {
        Ledger.Add(flow, day);
        Ledger.BySegment?.Add(flow, People.Segment[person]);
        Diaries?.Note(flow, person, day);
    }

    /// <summary>Whether a person follows after this morning; a drift since the last visit is booked on its own day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsPresent(int person)
    {
        if (People.Status[person] != Status.Following)
        {
            return false;
        }

        if (_today.BudgetLeft(People, person) > 0)
        {
            return true;
        }

        BookDrift(person);
        return false;
    }

    /// <summary>Books the drift of a person whose budget is used up this morning.</summary>
    internal void BookDrift(int person) => BookDrift(person, _today.Day);

    /// <summary>Books all drifts of the cohort up to the morning of a day.</summary>
    internal void Settle(int day)
    {
        var scales = new DayScales(Clocks, day);
        int end = End;
        for (int person = First; person < end; person++)
        {
            if (People.Status[person] == Status.Following && scales.BudgetLeft(People, person) <= 0)
            {
                BookDrift(person, day);
            }
        }
    }

    /// <summary>R today.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Relationship(int person) => _today.RelationshipOf(People, person);

    /// <summary>D today.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Openness(int person) => _today.OpennessOf(People, person);

    /// <summary>T today, unclamped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Trust(int person) => People.Trust0[person] - Lost(person);

    /// <summary>f + s today: trust lost and not yet back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Lost(int person) =>
        (People.Forgivable[person] * _today.Forgivable) + (People.Remembered[person] * _today.Remembered);

    /// <summary>Lose(k): x = T·k.</summary>
    internal static double TrustLost(double trust, double share) => trust * share;

    /// <summary>Gain(k): x = −(1 − T)·k.</summary>
    internal static double TrustGained(double trust, double share) => -(1 - trust) * share;

    /// <summary>A loss x of trust, negative for a gain: its remembered share goes to s, the rest to f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ChangeTrust(int person, double lost) => AddLost(person, (1 - _rememberedShare) * lost, _rememberedShare * lost);

    /// <summary>f and s shrink by a share, if trust is missing.</summary>
    internal void Restore(int person, double share)
    {
        double forgivable = People.Forgivable[person] * _today.Forgivable;
        double remembered = People.Remembered[person] * _today.Remembered;
        if (forgivable + remembered > 0)
        {
            AddLost(person, -share * forgivable, -share * remembered);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ChangeClosedness(int person, double change)
    {
        double before = People.Closedness[person];
        double after = before + (change * _today.ClosednessLift);
        People.Closedness[person] = after;
        _changes.Closedness += change;
        if (Math.Max(before, after) * _today.Closedness > TunedOutFrom)
        {
            BookTunedOut(person, before, _today.Day, -1);
            BookTunedOut(person, after, _today.Day, +1);
        }
    }

    /// <summary>The aftermath of a message at once: trust lost (negative for a gain), change of R, growth of 1 − D.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Experience(int person, double lost, double relationshipChange, double closednessChange)
    {
        double forgivable = (1 - _rememberedShare) * lost;
        double remembered = _rememberedShare * lost;
        Followers people = People;
        people.Forgivable[person] += forgivable * _today.ForgivableLift;
        people.Remembered[person] += remembered * _today.RememberedLift;
        people.RelationshipShift[person] += relationshipChange * _today.RelationshipLift;
        people.ExitBudget[person] += (_relationshipWeight * relationshipChange) - (_lossWeight * lost);
        people.ChangedAfter[person] = (ushort)(_today.Day + 1);
        _changes.Forgivable += forgivable;
        _changes.Remembered += remembered;
        _changes.RelationshipShift += relationshipChange;
        ChangeClosedness(person, closednessChange);
    }

    /// <summary>A person leaves today.</summary>
    internal void Leave(int person, Status status) => Leave(person, _today.Day, status);

    /// <summary>Notes that a person was annoyed or reached by a complaint; counted once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Harm(int person)
    {
        ref Marks marks = ref People.Marks[person];
        _newlyHarmed += (marks & Marks.Harmed) == 0 ? 1 : 0;
        marks |= Marks.Harmed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLost(int person, double forgivable, double remembered)
    {
        People.Forgivable[person] += forgivable * _today.ForgivableLift;
        People.Remembered[person] += remembered * _today.RememberedLift;
        People.ExitBudget[person] -= (Clocks.ForgivableWeight * forgivable) + (Clocks.RememberedWeight * remembered);
        People.ChangedAfter[person] = (ushort)(_today.Day + 1);
        _changes.Forgivable += forgivable;
        _changes.Remembered += remembered;
    }

    private void Leave(int person, int day, Status status)
    {
        People.Status[person] = status;
        Sums.Followers[day]--;
        Sums.Trust0[day] -= People.Trust0[person];
        Sums.Relationship0[day] -= People.Relationship0[person];
        Sums.Forgivable[day] -= People.Forgivable[person] * Clocks.Forgiving.Scale(day);
        Sums.Remembered[day] -= People.Remembered[person] * Clocks.Forgetting.Scale(day);
        Sums.RelationshipShift[day] -= People.RelationshipShift[person] * Clocks.Relationships.Scale(day);
        Sums.Closedness[day] -= People.Closedness[person] * Clocks.Opening.Scale(day);
        BookTunedOut(person, People.Closedness[person], day, -1);
    }

    // A person with 1 − D above ½ on a day counts as tuned out from that day until openness has come back far enough.
    private void BookTunedOut(int person, double storedClosedness, int day, int sign)
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
        else if (Ledger.BySegment is { } segments)
        {
            segments.TunedOut[People.Segment[person]] += sign;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BookDrift(int person, int day)
    {
        int left = Clocks.DriftDay(People, person, day);
        Leave(person, left, Status.Drifted);
        Ledger.Add(Flow.Drifted, left);
    }

    private void Move(Relaxation clock, in Column<double> stored, int day)
    {
        if (clock.MovesOn(day))
        {
            clock.Move(stored.Part(First, End - First));
        }
    }
}
