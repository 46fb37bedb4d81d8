using System.Runtime.CompilerServices;
using Simulator.People;

namespace Simulator.Recovery;

/// <summary>The clocks of one day, worked out once: stored value × scale = value, value × lift = stored value; and what the exit budget depends on.</summary>
internal readonly struct DayScales(FollowerClocks clocks, int day)
{
    internal readonly int Day = day;
    internal readonly double Forgivable = clocks.Forgiving.Scale(day);
    internal readonly double Remembered = clocks.Forgetting.Scale(day);
    internal readonly double Relationship = clocks.Relationships.Scale(day);
    internal readonly double Closedness = clocks.Opening.Scale(day);
    internal readonly double Pressure = clocks.Pressing.Scale(day);
    internal readonly double ForgivableLift = clocks.Forgiving.Lift(day);
    internal readonly double RememberedLift = clocks.Forgetting.Lift(day);
    internal readonly double RelationshipLift = clocks.Relationships.Lift(day);
    internal readonly double ClosednessLift = clocks.Opening.Lift(day);
    internal readonly double PressureLift = clocks.Pressing.Lift(day);

    // Hazard of a day = strangers' hazard − relief by trust − relief by relationship; here for all days so far.
    private readonly double _strangersHazard = clocks.RestingHazard(trust0: 0, relationship0: 0) * day;
    private readonly double _reliefByTrust = (clocks.RestingHazard(0, 0) - clocks.RestingHazard(1, 0)) * day;
    private readonly double _reliefByRelationship = (clocks.RestingHazard(0, 0) - clocks.RestingHazard(0, 1)) * day;

    // Hazard still to come from one stored unit of f and s, and missing from one of R − R0.
    private readonly double _forgivableHazard = clocks.ForgivableWeight * clocks.Forgiving.Scale(day);
    private readonly double _rememberedHazard = clocks.RememberedWeight * clocks.Forgetting.Scale(day);
    private readonly double _relationshipHazard = clocks.RelationshipWeight * clocks.Relationships.Scale(day);

    /// <summary>
    /// Budget left after the morning of the day; the person leaves on the first morning on which it is not above 0. The hazard
    /// spent since the start is n days of the resting hazard plus the parts of f, s and R − R0 that have already relaxed; the stored budget is
    /// referred so that only what these will still add has to be put back.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double BudgetLeft(Followers people, int person) =>
        people.ExitBudget[person]
        - _strangersHazard
        + (_reliefByTrust * people.Trust0[person])
        + (_reliefByRelationship * people.Relationship0[person])
        + (_forgivableHazard * people.Forgivable[person])
        + (_rememberedHazard * people.Remembered[person])
        - (_relationshipHazard * people.RelationshipShift[person]);

    /// <summary>Budgets left of many people. The columns are at hand throughout: nothing else is called.</summary>
    /// <param name="people">Columns.</param>
    /// <param name="persons">Indices of people.</param>
    /// <param name="left">Overwritten; as long as <paramref name="persons"/>.</param>
    internal void BudgetsLeft(Followers people, ReadOnlySpan<int> persons, Span<double> left)
    {
        Column<double> budgets = people.ExitBudget;
        Column<float> trusts0 = people.Trust0;
        Column<float> relationships0 = people.Relationship0;
        Column<double> forgivables = people.Forgivable;
        Column<double> remembereds = people.Remembered;
        Column<double> shifts = people.RelationshipShift;
        (double strangers, double byTrust, double byRelationship) = (_strangersHazard, _reliefByTrust, _reliefByRelationship);
        (double forgivable, double remembered, double relationship) = (_forgivableHazard, _rememberedHazard, _relationshipHazard);
        left = left[..persons.Length];
        for (int index = 0; index < persons.Length; index++)
        {
            int person = persons[index];
            left[index] = budgets[person]
                - strangers
                + (byTrust * trusts0[person])
                + (byRelationship * relationships0[person])
                + (forgivable * forgivables[person])
                + (remembered * remembereds[person])
                - (relationship * shifts[person]);
        }
    }

    /// <summary>R on the day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double RelationshipOf(Followers people, int person) => people.Relationship0[person] + (people.RelationshipShift[person] * Relationship);

    /// <summary>D on the day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double OpennessOf(Followers people, int person) => 1 - (people.Closedness[person] * Closedness);
}
