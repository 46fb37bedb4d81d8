using System.Runtime.CompilerServices;
using Simulator.RandomStreams;

namespace Experiments.Designs;

/// <summary>
/// Random numbers of the designs, by address as everywhere in the model, so that a point can be made on any thread and after any
/// restart. Key: the seed's two words. Counter: number (two words), purpose·2²⁴ + dimension, part.
/// </summary>
internal static class DesignDraws
{
    /// <summary>128 random bits.</summary>
    /// <param name="seed">Seed of the design.</param>
    /// <param name="purpose">What they decide.</param>
    /// <param name="dimension">Dimension of the design, from 0; below 2²⁴.</param>
    /// <param name="number">Number among draws of the same purpose, dimension and part.</param>
    /// <param name="part">Subdivision of the purpose, for example a round.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static RandomBlock Block(ulong seed, DesignPurpose purpose, int dimension, ulong number, int part = 0) => Philox4x32.Generate(
        (uint)seed, (uint)(seed >> 32), (uint)number, (uint)(number >> 32), ((uint)purpose << 24) | (uint)dimension, (uint)part);

    /// <summary>Two words as a whole number from 0 to below the limit: ⌊words·limit/2⁶⁴⌋.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Below(uint high, uint low, int limit) => (int)Math.BigMul(((ulong)high << 32) | low, (ulong)limit, out _);
}
