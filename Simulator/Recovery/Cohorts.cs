using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>
/// Everyone ever in the audience, in cohorts of people who came one after the other. A cohort has sums and a ledger of its own, so that several threads can work on one run: nothing of
/// a person is written by two of them. Counts add; sums are formed inside a cohort, in the order of what happens there, and over cohorts in their order. Cohorts depend on
/// the audience alone, so results do not depend on the number of threads. An audience that fits into one cohort stays in one however it grows.
/// </summary>
internal sealed class Cohorts
{
    /// <summary>People in a cohort. Chosen: seconds of work a year, so that a hundred cohorts keep many threads busy; a multiple of 64, so that no two share a word of a <see cref="Messages.BitColumn"/>.</summary>
    internal const int Size = 1 << 20;

    private readonly Crew _crew;
    private readonly double _rememberedShare;
    private readonly int _days;
    private readonly Audience _audience;
    private readonly int _shift;
    private Roster[] _rosters = [];
    private DayScales _today;

    /// <summary>Nobody yet.</summary>
    /// <param name="people">Everyone's columns.</param>
    /// <param name="clocks">Everyone's clocks.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="rememberedShare">Share of a change of trust that is long remembered.</param>
    /// <param name="days">Days in the book.</param>
    /// <param name="crew">Shares the work.</param>
    /// <param name="size">People in a cohort: a power of 2, at least 64; other than <see cref="Size"/> in tests only.</param>
    internal Cohorts(Followers people, FollowerClocks clocks, Audience audience, double rememberedShare, int days, Crew crew, int size = Size)
    {
        (People, Clocks, _audience, _rememberedShare, _days, _crew) = (people, clocks, audience, rememberedShare, days, crew);
        AreSeveral = AreSeveralIn(audience, size);
        _shift = AreSeveral ? int.Log2(size) : 31;
        Open();
    }

    /// <summary>Everyone's columns.</summary>
    internal Followers People { get; }

    /// <summary>Everyone's clocks.</summary>
    internal FollowerClocks Clocks { get; }

    /// <summary>Whether the audience is in more than one cohort.</summary>
    internal bool AreSeveral { get; }

    /// <summary>People for whom each cohort has room, where there are several.</summary>
    internal int PeopleInEach => 1 << _shift;

    /// <summary>Cohorts that have begun.</summary>
    internal int Count => _rosters.Length;

    /// <summary>The book of what concerns nobody in particular; in the end, of all.</summary>
    internal Ledger Ledger => _rosters[0].Ledger;

    /// <summary>Diaries of some people; null when nobody is watched.</summary>
    internal DiaryBook? Diaries
    {
        get;
        set
        {
            field = value;
            Array.ForEach(_rosters, roster => roster.Diaries = value);
        }
    }

    /// <summary>Today's clocks.</summary>
    internal ref readonly DayScales Today => ref _today;

    /// <summary>A cohort by number.</summary>
    internal Roster this[int cohort] => _rosters[cohort];

    /// <summary>The cohort of a person who came.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Roster Of(int person) => _rosters[person >> _shift];

    /// <summary>Number of the cohort of a person.</summary>
    internal int NumberOf(int person) => person >> _shift;

    /// <summary>Whether an audience is in more than one cohort.</summary>
    internal static bool AreSeveralIn(Audience audience, int size = Size) => audience.Size > size;

    /// <summary>A count of a day over all cohorts.</summary>
    internal long Total(Flow flow, int day)
    {
        long total = 0;
        foreach (Roster roster in _rosters)
        {
            total += roster.Ledger.Count(flow)[day];
        }

        return total;
    }

    /// <summary>Turns to a day. Stored state is moved to new landmarks where that is due; otherwise nobody is visited.</summary>
    internal void Open(int day)
    {
        if (Clocks.MoveOn(day))
        {
            Each(roster => roster.MoveLandmarks(day));
            Clocks.SettledThrough = day - 1;
        }

        _today = new DayScales(Clocks, day);
        Array.ForEach(_rosters, roster => roster.Turn(_today));
    }

    /// <summary>Books new people; they may drift from the morning after <paramref name="day"/> on.</summary>
    /// <param name="first">First of them.</param>
    /// <param name="day">Day of their arrival; −1 for the initial audience, which is booked on day 0.</param>
    internal void Enter(int first, int day)
    {
        int end = People.Count;
        while (_rosters[^1].Limit < end)
        {
            Open();
        }

        if (first < end)
        {
            int firstCohort = NumberOf(first);
            _crew.Do(NumberOf(end - 1) - firstCohort + 1, together: true, index =>
            {
                Roster roster = _rosters[firstCohort + index];
                roster.Enter(Math.Max(first, roster.First), roster.End, day);
            });
        }
    }

    /// <summary>Books what changed today.</summary>
    internal void Close() => Array.ForEach(_rosters, roster => roster.Close());

    /// <summary>Books all drifts up to the morning of a day.</summary>
    internal void Settle(int day)
    {
        Each(roster => roster.Settle(day));
        Clocks.SettledThrough = day;
    }

    /// <summary>Adds the books up and closes them, on the last day, once all drifts are booked.</summary>
    /// <returns>The book of all.</returns>
    internal Ledger CloseBooks()
    {
        if (Ledger.BySegment is not null)
        {
            Each(roster => SegmentCensus.Take(roster, roster.Ledger.BySegment!, _audience.Size));
        }

        Roster all = _rosters[0];
        foreach (Roster roster in _rosters.Skip(1))
        {
            all.Ledger.Add(roster.Ledger);
            all.Sums.Add(roster.Sums);
        }

        all.Sums.Close(all.Ledger, Clocks.DayFactors);
        return all.Ledger;
    }

    private void Each(Action<Roster> work) => _crew.Do(_rosters.Length, together: true, cohort => work(_rosters[cohort]));

    private void Open()
    {
        int first = AreSeveral ? _rosters.Length << _shift : 0;
        int limit = AreSeveral ? first + PeopleInEach : int.MaxValue;
        var ledger = new Ledger(_days) { BySegment = SegmentBook.Of(_audience) };
        var roster = new Roster(People, Clocks, ledger, _rememberedShare, first, limit) { Diaries = Diaries };
        roster.Turn(_today);
        _rosters = [.. _rosters, roster];
    }
}
