using Experiments.Analysis.Sweeps;

namespace Experiments.Emulation;

/// <summary>An emulator of one outcome of one policy of a sweep.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Axes">The factors as sides of the unit cube, in the order of the file.</param>
/// <param name="Emulator">The emulator; null where the sweep itself rules one out.</param>
/// <param name="Refusal">Why it must not be used, and what to change; null where it fits.</param>
internal sealed record SweepEmulator(AnswerOutcome Outcome, string Policy, IReadOnlyList<EmulatedAxis> Axes, Emulator? Emulator, string? Refusal)
{
    // Worked out when first asked for: findings and charts share it.
    private IReadOnlyList<MainEffect>? _effects;

    /// <summary>Points of the sweep.</summary>
    public int Points { get; init; }

    /// <summary>Points without a result: their runs failed, or have no such outcome.</summary>
    public int Missing { get; init; }

    /// <summary>Share of the variance between replicates that all points have in common; null where replicates are single.</summary>
    public double? SharedLuck { get; init; }

    /// <summary>What each factor does, the one that matters most first; empty where the emulator does not fit.</summary>
    internal IReadOnlyList<MainEffect> Effects => _effects ??= Emulator is { } emulator && Fits ? MainEffect.All(emulator) : [];

    /// <summary>Whether it may be used.</summary>
    internal bool Fits => Refusal is null;

    /// <summary>Points that it learnt from.</summary>
    internal int Count => Emulator?.Training.Count ?? 0;

    /// <summary>Predicts at values of the factors, in the order of the file.</summary>
    /// <exception cref="Store.RefusedException">It does not fit, or a value lies outside its range.</exception>
    internal Prediction Predict(IReadOnlyList<double> values) =>
        Emulator is { } emulator && Fits ? emulator.Predict([.. values.Select((value, axis) => Axes[axis].Position(value))]) : throw new Store.RefusedException(Refusal!);
}
