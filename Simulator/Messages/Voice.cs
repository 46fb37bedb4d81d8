namespace Simulator.Messages;

/// <summary>Something a person said in public.</summary>
/// <param name="Speaker">Index of the person.</param>
/// <param name="Day">Day on which it was said.</param>
/// <param name="IsComplaint">A complaint, or praise.</param>
/// <param name="Ordinal">Number among the voices of this person and day.</param>
internal readonly record struct Voice(int Speaker, int Day, bool IsComplaint, int Ordinal);
