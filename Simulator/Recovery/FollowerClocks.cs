using System.Runtime.CompilerServices;
using Simulator.Ledgers;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>What time alone does to a person: every relaxing quantity's clock, and silent drift.</summary>
internal sealed class FollowerClocks
{
    private readonly Drift _drift;

    internal FollowerClocks(
        TrustDynamics trust, RelationshipDynamics relationship, OpennessDynamics openness, PressureDynamics pressure, Drift drift, int days)
    {
        _drift = drift;
        Forgiving = new Relaxation(trust.ForgiveHalfLife, days);
        Forgetting = new Relaxation(trust.ForgetHalfLife, days);
        Relationships = new Relaxation(relationship.HalfLife, days);
        Opening = new Relaxation(openness.HalfLife, days);
        Pressing = new Relaxation(pressure.HalfLife, days);
        ForgivableWeight = drift.Base * drift.Distrust * Forgiving.Tail;
        RememberedWeight = drift.Base * drift.Distrust * Forgetting.Tail;
        RelationshipWeight = drift.Base * drift.Distance * Relationships.Tail;
    }

    internal Relaxation Forgiving { get; }

    internal Relaxation Forgetting { get; }

    internal Relaxation Relationships { get; }

    internal Relaxation Opening { get; }

    internal Relaxation Pressing { get; }

    /// <summary>Hazard still to come, over all later days, from one unit of f.</summary>
    internal double ForgivableWeight { get; }

    /// <summary>Hazard still to come, over all later days, from one unit of s.</summary>
    internal double RememberedWeight { get; }

    /// <summary>Hazard that will be missing, over all later days, from one unit of R − R0.</summary>
    internal double RelationshipWeight { get; }

    /// <summary>What is left of each quantity after a day.</summary>
    internal DayFactors DayFactors =>
        new(Forgiving.DayFactor, Forgetting.DayFactor, Relationships.DayFactor, Opening.DayFactor);

    /// <summary>Whether some stored state must be moved to a new landmark on the morning of a day.</summary>
    internal bool MoveOn(int day) =>
        Forgiving.MovesOn(day) || Forgetting.MovesOn(day) || Relationships.MovesOn(day) || Opening.MovesOn(day) || Pressing.MovesOn(day);

    /// <summary>The day through which all people were settled last; −1 at the start.</summary>
    internal int SettledThrough { get; set; } = -1;

    /// <summary>Hazard of leaving a day of a person at rest: base·(1 + distrust·(1 − T0) + distance·(1 − R0)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double RestingHazard(double trust0, double relationship0) =>
        _drift.Base * (1 + (_drift.Distrust * (1 - trust0)) + (_drift.Distance * (1 - relationship0)));

    /// <summary>The morning on which a person whose budget is used up by a day left: the budget falls from day to day, so it is found by halving.</summary>
    internal int DriftDay(Followers people, int person, int day)
    {
        int staying = Math.Max(SettledThrough, people.ChangedAfter[person] - 1);
        if (people.ChangedAfter[person] == 0)
        {
            double hazard = RestingHazard(people.Trust0[person], people.Relationship0[person]);
            return (int)Math.Clamp(Math.Ceiling(people.ExitBudget[person] / hazard), Math.Max(0, staying + 1), day);
        }

        int left = day;
        while (left - staying > 1)
        {
            int middle = staying + ((left - staying) / 2);
            if (new DayScales(this, middle).BudgetLeft(people, person) > 0)
            {
                staying = middle;
            }
            else
            {
                left = middle;
            }
        }

        return left;
    }
}
