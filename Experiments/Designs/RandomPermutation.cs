using System.Numerics;
using Simulator.RandomStreams;

namespace Experiments.Designs;

/// <summary>
/// A random permutation of 0 … n − 1 whose value at one place is computed without a table, for any n: the swap-or-not shuffle of
/// Hoang, Morris and Rogaway (2012), An enciphering scheme based on a card shuffle, doi:10.1007/978-3-642-32009-5_1. Each round
/// pairs x with K − x modulo n, K drawn for the round, and a coin of the pair says whether it is swapped.
/// </summary>
/// <remarks>
/// 3·log₂ n + 44 rounds: by their bound for queries chosen beforehand, 2·n^1.5/(r + 2)·((q + n)/2n)^(r/2 + 1), where any two
/// places go is then uniform but for 10⁻⁸ (n ≥ 100). Below, a test counts.
/// </remarks>
internal sealed class RandomPermutation
{
    private readonly ulong _seed;
    private readonly int _dimension;
    private readonly int _size;
    private readonly int[] _keys;

    /// <summary>One of the permutations.</summary>
    /// <param name="size">Number of places n, at least 1.</param>
    /// <param name="dimension">Dimension of the design that it orders, from 0.</param>
    /// <param name="seed">Seed of the design.</param>
    internal RandomPermutation(int size, int dimension, ulong seed)
    {
        (_seed, _dimension, _size) = (seed, dimension, size);
        _keys = new int[(3 * (BitOperations.Log2((uint)size) + 1)) + 44];
        for (int round = 0; round < _keys.Length; round++)
        {
            RandomBlock block = DesignDraws.Block(seed, DesignPurpose.ShuffleRound, dimension, 0, round);
            _keys[round] = DesignDraws.Below(block.Word0, block.Word1, size);
        }
    }

    /// <summary>Where a place goes.</summary>
    /// <param name="place">From 0 to below the size.</param>
    internal int this[int place]
    {
        get
        {
            for (int round = 0; round < _keys.Length; round++)
            {
                int partner = _keys[round] - place;
                partner += partner < 0 ? _size : 0;
                ulong pair = (ulong)Math.Max(place, partner);
                bool swap = (DesignDraws.Block(_seed, DesignPurpose.ShuffleSwap, _dimension, pair, round).Word0 & 1) == 1;
                place = swap ? partner : place;
            }

            return place;
        }
    }
}
