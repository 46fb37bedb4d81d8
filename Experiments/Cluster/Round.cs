using Experiments.Running.Stopping;

namespace Experiments.Cluster;

/// <summary>
/// Work that can be done without waiting for anything: all that is missing of a sweep, or one request of a method. It is cut into shards; a shard is a
/// row of consecutive units, a unit is a replicate of all policies in question.
/// </summary>
internal sealed record Round
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Units of all rounds before that are done.</summary>
    public long UnitsBefore { get; init; }

    /// <summary>Evaluations a method had done when it asked; 0 for a sweep.</summary>
    public long After { get; init; }

    /// <summary>Hash of what the method asked for; empty for a sweep.</summary>
    public string Key { get; init; } = "";

    /// <summary>Replicates to be run, of a sweep.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What the method asks for, and is not there yet.</summary>
    public IReadOnlyList<NumberedEvaluation> Evaluations { get; init; } = [];

    /// <summary>The unit after the last one of each shard, ascending.</summary>
    public IReadOnlyList<long> Ends { get; init; } = [];

    /// <summary>Units in all.</summary>
    internal long Units => Evaluations.Count > 0 ? Evaluations.Count : Blocks.Sum(block => (long)block.End - block.First);

    /// <summary>Shards.</summary>
    internal int Shards => Ends.Count;

    /// <summary>First unit of a shard, and the unit after its last one.</summary>
    /// <param name="shard">Number of the shard, from 0.</param>
    internal (long First, long End) UnitsOf(int shard) => (shard == 0 ? 0 : Ends[shard - 1], Ends[shard]);

    /// <summary>Units of this round that were in another one too.</summary>
    internal long UnitsIn(Round other) => Evaluations.Count > 0
        ? (IsSameQuestion(other) ? Evaluations.IntersectBy(other.Evaluations.Select(wanted => wanted.Index), wanted => wanted.Index).Count() : 0)
        : Blocks.SelectMany(block => other.Blocks.Where(before => before.Point == block.Point && before.Policies.SequenceEqual(block.Policies)), Shared).Sum();

    /// <summary>Whether a method asks for the same.</summary>
    internal bool IsSameQuestion(Round other) => After == other.After && Key == other.Key;

    /// <summary>The same work in so many shards of as many units each.</summary>
    internal Round InEqualShards(int shards) => this with { Ends = [.. Enumerable.Range(1, shards).Select(shard => Units * shard / shards)] };

    /// <summary>The units of a row, block by block.</summary>
    /// <param name="first">The first unit.</param>
    /// <param name="end">The unit after the last one.</param>
    internal IEnumerable<Block> BlocksIn(long first, long end)
    {
        long start = 0;
        foreach (Block block in Blocks)
        {
            long next = start + block.End - block.First;
            if (next > first && start < end)
            {
                yield return block with
                {
                    First = block.First + (int)Math.Max(0, first - start),
                    End = block.End - (int)Math.Max(0, next - end),
                };
            }

            start = next;
        }
    }

    private static long Shared(Block one, Block other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.First, other.First));
}
