using Simulator.Ledgers;

namespace Experiments.Notebooks;

/// <summary>One sensitivity index: how much a factor, or a pair of them, accounts for.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Kind">"first", "total" and "second" (shares of variance), "pawn" (distance of distributions), "mu", "mu_star" and "sigma" (elementary effects, in the outcome's unit).</param>
/// <param name="Path">Dotted path of the factor.</param>
/// <param name="Label">What the report calls the factor.</param>
/// <param name="Other">Dotted path of the other factor of a pair; null for a single one.</param>
/// <param name="Value">The estimate with its bootstrap interval.</param>
public sealed record IndexRow(string Policy, Metric Outcome, string Kind, string Path, string Label, string? Other, Estimate Value);
