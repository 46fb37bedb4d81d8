namespace Experiments.Validation.Studies;

/// <summary>One number of one replicate.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Day">Number of days after which; 0 means the end.</param>
/// <param name="Measure">What it is: the name of an outcome, or of what was seen of single people.</param>
/// <param name="Value">The number; NaN where there is none.</param>
internal readonly record struct Observation(string Policy, int Day, string Measure, double Value);
