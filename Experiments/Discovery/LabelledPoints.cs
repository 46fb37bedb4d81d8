namespace Experiments.Discovery;

/// <summary>Points of a design, each with its factors' values and whether it is a case: one in which what is looked for happens.</summary>
/// <param name="Dimensions">d factors with n values each.</param>
/// <param name="Cases">n verdicts.</param>
internal sealed record LabelledPoints(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<bool> Cases)
{
    /// <summary>Points n.</summary>
    internal int Count => Cases.Count;

    /// <summary>Every point once.</summary>
    internal int[] All => [.. Cases.Select(_ => 1)];
}
