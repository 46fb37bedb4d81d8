namespace Experiments.Running.Stopping;

/// <summary>A piece of work: consecutive replicates of some policies at a point. Decisions are taken between blocks, never inside one.</summary>
/// <param name="Point">Number of the point.</param>
/// <param name="First">First replicate.</param>
/// <param name="End">The replicate after the last one.</param>
/// <param name="Policies">Positions of the policies in the order of the point, ascending.</param>
internal sealed record Block(int Point, int First, int End, IReadOnlyList<int> Policies);
