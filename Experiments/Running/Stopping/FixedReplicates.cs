using Simulator.Ledgers;

namespace Experiments.Running.Stopping;

/// <summary>The same number of replicates everywhere.</summary>
/// <param name="replicates">Replicates.</param>
/// <param name="points">Points.</param>
/// <param name="policies">Policies at a point.</param>
/// <param name="isFinished">Whether a point need not be looked at any more.</param>
internal sealed class FixedReplicates(int replicates, int points, Func<int, int> policies, Func<int, bool> isFinished) : IStoppingRule
{
    private int _next;

    /// <inheritdoc/>
    public Metric? Metric => null;

    /// <inheritdoc/>
    public Block? Next()
    {
        while (_next < points && isFinished(_next))
        {
            _next++;
        }

        return _next < points ? new Block(_next, 0, replicates, [.. Enumerable.Range(0, policies(_next++))]) : null;
    }

    /// <inheritdoc/>
    public void Take(int point, int policy, int replicate, double value) => throw new InvalidOperationException("A fixed number looks at no value.");

    /// <inheritdoc/>
    public IReadOnlyList<int> Complete(Block block) => [block.Point];

    /// <inheritdoc/>
    public IReadOnlyList<int> Close(int point) => [.. Enumerable.Repeat(replicates, policies(point))];
}
