namespace Experiments.Store;

/// <summary>What of its days a run brings to the store.</summary>
/// <param name="All">Whether the series of every day.</param>
/// <param name="Horizons">Numbers of days after which the metrics are kept, ascending.</param>
internal sealed record KeptDays(bool All, IReadOnlyList<int> Horizons)
{
    /// <summary>Outcomes at the end alone.</summary>
    internal static KeptDays None { get; } = new(false, []);
}
