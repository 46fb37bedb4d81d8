namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>The runs of one policy at one point, as they stand after a number of days.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Days">Number of days; null means the end.</param>
internal readonly record struct RunGroup(int Point, string Policy, int? Days);
