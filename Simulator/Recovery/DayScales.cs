namespace Simulator.Recovery;

/// <summary>The clocks of one day, read once: stored value × scale = value, value × lift = stored value.</summary>
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
}
