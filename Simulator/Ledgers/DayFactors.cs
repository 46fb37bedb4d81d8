namespace Simulator.Ledgers;

/// <summary>What is left after a day of each relaxing quantity, 2^(−1/half-life).</summary>
/// <param name="Forgivable">Of f.</param>
/// <param name="Remembered">Of s.</param>
/// <param name="RelationshipShift">Of R − R0.</param>
/// <param name="Closedness">Of 1 − D.</param>
internal readonly record struct DayFactors(double Forgivable, double Remembered, double RelationshipShift, double Closedness);
