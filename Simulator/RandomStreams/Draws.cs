using System.Runtime.CompilerServices;

namespace Simulator.RandomStreams;

/// <summary>
/// All random draws of one replicate, addressed by purpose, person, day and ordinal. The policy is no part of the address:
/// two policies meet the same people with the same luck.
/// Key: the seed's two words. Counter: person, day, purpose·2²⁴ + ordinal, replicate.
/// </summary>
/// <param name="seed">Seed of the experiment.</param>
/// <param name="replicate">Number of the replicate, from 0.</param>
public readonly struct Draws(ulong seed, int replicate)
{
    /// <summary>The part of a tag that holds the ordinal.</summary>
    internal const uint OrdinalMask = 0xFFFFFF;

    internal readonly uint Key0 = (uint)seed;
    internal readonly uint Key1 = (uint)(seed >> 32);
    internal readonly uint Replicate = (uint)replicate;

    /// <summary>The block at an address.</summary>
    /// <param name="purpose">What it decides.</param>
    /// <param name="person">Index of the person, 0 where there is none.</param>
    /// <param name="day">Day, 0 where there is none.</param>
    /// <param name="ordinal">Number among draws of the same purpose, person and day; below 2²⁴.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomBlock Block(Purpose purpose, int person, int day, int ordinal = 0) =>
        Philox4x32.Generate(Key0, Key1, (uint)person, (uint)day, Tag(purpose, ordinal), Replicate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Tag(Purpose purpose, int ordinal) => ((uint)purpose << 24) | ((uint)ordinal & OrdinalMask);
}
