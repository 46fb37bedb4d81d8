namespace Simulator.Ledgers;

/// <summary>Where a person stands at the end of a day.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Trust">T, about 0–1: hearsay may push it a little beyond.</param>
/// <param name="Relationship">R, 0–1.</param>
/// <param name="Openness">D, 0–1: below ½ the person counts as tuned out.</param>
/// <param name="Pressure">P, promotional DMs in memory.</param>
public readonly record struct DiaryDay(int Day, double Trust, double Relationship, double Openness, double Pressure);
