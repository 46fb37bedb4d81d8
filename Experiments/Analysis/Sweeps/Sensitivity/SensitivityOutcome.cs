using Experiments.Sensitivity;

namespace Experiments.Analysis.Sweeps.Sensitivity;

/// <summary>What drives one outcome of one policy.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Outcome">The outcome.</param>
internal sealed record SensitivityOutcome(string Policy, AnswerOutcome Outcome)
{
    /// <summary>Sobol' indices; null where the design is another one, or the outcome allows none.</summary>
    public SobolEstimate? Sobol { get; init; }

    /// <summary>Elementary effects, one a factor; empty where the design is another one, or the outcome allows none.</summary>
    public IReadOnlyList<MorrisEstimate?> Morris { get; init; } = [];

    /// <summary>PAWN indices; null where there are too few points that fill the space.</summary>
    public PawnEstimate? Pawn { get; init; }

    /// <summary>Why there are no indices, with what to change; null when there are.</summary>
    public string? Objection { get; init; }

    /// <summary>Base points or trajectories that lack a row, and are left out of the indices concerned.</summary>
    public int Incomplete { get; init; }

    /// <summary>Share of runs in which the outcome never came about and was set to the horizon; null for an outcome that always has a value.</summary>
    public double? Censored { get; init; }

    /// <summary>Skewness of the outcome over the sampled worlds.</summary>
    public double Skewness { get; init; }

    /// <summary>The outcome in each world of an independent sample, mean of its replicates: rows A and B, or the bases of trajectories. The other rows repeat their values.</summary>
    public IReadOnlyList<double> Worlds { get; init; } = [];

    /// <summary>Rank correlation of the outcome with each factor over those worlds; null where levels have no order.</summary>
    public IReadOnlyList<Interval?> Directions { get; init; } = [];

    /// <summary>Which way the outcome goes with more of a factor: 1, −1, or 0 where it cannot be told.</summary>
    internal int DirectionOf(int factor) => factor < Directions.Count && Directions[factor] is { } direction ? direction.SideOf(0) : 0;

    /// <summary>The same as judged by the sender: ", more is better"; empty where it cannot be told.</summary>
    internal string Judged(int factor) => (DirectionOf(factor) * Outcome.Sign) switch { > 0 => ", more is better", < 0 => ", more is worse", _ => "" };

    /// <summary>An arrow after a label: ↑ where more of the factor gives more of the outcome.</summary>
    internal string Arrow(int factor) => DirectionOf(factor) switch { > 0 => " ↑", < 0 => " ↓", _ => "" };

    /// <summary>How the outcome is called; where days were set to the horizon it says so.</summary>
    internal string Label => Censored is null ? Outcome.Label : "day from which it stays behind silence";

    /// <summary>Its name for titles.</summary>
    internal string Name => Censored is null ? Outcome.Name : Label;

    /// <summary>Part of names of charts, findings and files.</summary>
    internal string Key => Outcome.Key.Replace('_', '-');
}
