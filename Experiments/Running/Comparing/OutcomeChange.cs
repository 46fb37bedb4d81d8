using Experiments.Analysis;

namespace Experiments.Running.Comparing;

/// <summary>An outcome whose mean differs between two experiments in the same cell.</summary>
/// <param name="Point">Name of the point.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Outcome">Name of the outcome.</param>
/// <param name="Old">Mean in the first experiment; NaN when no run has it.</param>
/// <param name="New">Mean in the second one.</param>
/// <param name="Difference">New − old with its interval; null when one of them has no value.</param>
/// <param name="Standardised">|new − old| in standard deviations of a run; infinite where runs do not vary.</param>
/// <param name="IsPaired">Whether the interval is of differences replicate by replicate.</param>
internal sealed record OutcomeChange(
    string Point, string Policy, string Outcome, double Old, double New, Interval? Difference, double Standardised, bool IsPaired);
