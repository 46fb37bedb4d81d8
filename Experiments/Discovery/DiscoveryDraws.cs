using Experiments.Designs;
using Simulator.RandomStreams;

namespace Experiments.Discovery;

/// <summary>The draws of discovery, by address, so that a report is the same whenever and wherever it is written.</summary>
/// <param name="seed">Seed of the experiment.</param>
internal readonly struct DiscoveryDraws(ulong seed)
{
    /// <summary>A point drawn for a resample, 0 to one below the count.</summary>
    internal int Resampled(int resample, int draw, int count)
    {
        RandomBlock block = DesignDraws.Block(seed, DesignPurpose.Resample, resample, (ulong)draw);
        return DesignDraws.Below(block.Word0, block.Word1, count);
    }

    /// <summary>
    /// Points dealt to groups at random, cases and others apart, so that each group gets its share of both.
    /// </summary>
    /// <param name="cases">n verdicts.</param>
    /// <param name="groups">Number of groups.</param>
    /// <returns>n numbers of groups.</returns>
    internal int[] Dealt(IReadOnlyList<bool> cases, int groups)
    {
        ulong own = seed;
        int[] order = [.. Enumerable.Range(0, cases.Count).OrderBy(point => cases[point]).ThenBy(point => Shuffled(own, groups, point)).ThenBy(point => point)];
        int[] dealt = new int[cases.Count];
        for (int place = 0; place < order.Length; place++)
        {
            dealt[order[place]] = place % groups;
        }

        return dealt;
    }

    private static ulong Shuffled(ulong seed, int groups, int point)
    {
        RandomBlock block = DesignDraws.Block(seed, DesignPurpose.Dealing, groups, (ulong)point);
        return ((ulong)block.Word0 << 32) | block.Word1;
    }
}
