using Experiments.Store;

namespace Experiments.Running;

/// <summary>A point from its first block of runs until it is summarised.</summary>
/// <param name="stored">The point as the store knows it.</param>
internal sealed class OpenPoint(StoredPoint stored)
{
    private IReadOnlyList<string>? _addresses;

    /// <summary>The point as the store knows it.</summary>
    internal StoredPoint Stored { get; } = stored;

    /// <summary>Whether <see cref="Addresses"/> are known.</summary>
    internal bool HasAddresses => _addresses is not null;

    /// <summary>Content addresses of the policies, in their order; empty texts where the values contradict each other.</summary>
    internal IReadOnlyList<string> Addresses => _addresses ?? throw new InvalidOperationException("The point was not bound yet.");

    /// <summary>Notes the addresses of the point once it is bound.</summary>
    /// <param name="point">The bound point; null when its values contradict each other.</param>
    /// <param name="seed">Seed of all draws.</param>
    internal void Bind(Point? point, ulong seed) =>
        _addresses ??= point is null ? [.. Stored.Policies.Select(_ => "")] : RunAddress.Of(point, seed);
}
