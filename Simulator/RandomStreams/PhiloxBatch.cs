using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.RandomStreams;

/// <summary>
/// Philox4x32-10 for many people at once: sixteen blocks side by side where the processor has AVX-512, eight where it has AVX2, one by one elsewhere.
/// Same bits as <see cref="Philox4x32"/>, which is its plain twin. A profile of a weekly year gave a quarter of the time to single blocks.
/// </summary>
internal static class PhiloxBatch
{
    private const int Lanes = 8;
    private const int WideLanes = 16;

    /// <summary>Fills one block a person: counter (person, day, tag, replicate).</summary>
    /// <param name="draws">Key and replicate.</param>
    /// <param name="people">Indices of people.</param>
    /// <param name="tags">Purpose and ordinal of each draw, as long as <paramref name="people"/>.</param>
    /// <param name="day">Day.</param>
    /// <param name="words">Overwritten: four rows, each at least as long as <paramref name="people"/> rounded up to 8.</param>
    internal static void Fill(in Draws draws, ReadOnlySpan<int> people, ReadOnlySpan<uint> tags, int day, in BlockColumns words)
    {
        int done = 0;
        if (Avx512F.IsSupported)
        {
            for (; done + WideLanes <= people.Length; done += WideLanes)
            {
                FillWideLanes(draws, people.Slice(done, WideLanes), tags.Slice(done, WideLanes), (uint)day, words, done);
            }
        }

        if (Avx2.IsSupported)
        {
            for (; done + Lanes <= people.Length; done += Lanes)
            {
                FillLanes(draws, people.Slice(done, Lanes), tags.Slice(done, Lanes), (uint)day, words, done);
            }
        }

        for (; done < people.Length; done++)
        {
            RandomBlock block = Philox4x32.Generate(draws.Key0, draws.Key1, (uint)people[done], (uint)day, tags[done], draws.Replicate);
            (words.Word0[done], words.Word1[done], words.Word2[done], words.Word3[done]) = (block.Word0, block.Word1, block.Word2, block.Word3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillLanes(in Draws draws, ReadOnlySpan<int> people, ReadOnlySpan<uint> tags, uint day, in BlockColumns words, int at)
    {
        Vector256<uint> counter0 = Vector256.Create(people).AsUInt32();
        Vector256<uint> counter1 = Vector256.Create(day);
        Vector256<uint> counter2 = Vector256.Create(tags);
        Vector256<uint> counter3 = Vector256.Create(draws.Replicate);
        Vector256<uint> multiplier0 = Vector256.Create(Philox4x32.Multiplier0);
        Vector256<uint> multiplier1 = Vector256.Create(Philox4x32.Multiplier1);
        uint key0 = draws.Key0;
        uint key1 = draws.Key1;
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            (Vector256<uint> high0, Vector256<uint> low0) = Multiply(counter0, multiplier0);
            (Vector256<uint> high1, Vector256<uint> low1) = Multiply(counter2, multiplier1);
            counter0 = high1 ^ counter1 ^ Vector256.Create(key0);
            counter2 = high0 ^ counter3 ^ Vector256.Create(key1);
            counter1 = low1;
            counter3 = low0;
            key0 += Philox4x32.Weyl0;
            key1 += Philox4x32.Weyl1;
        }

        counter0.CopyTo(words.Word0.AsSpan(at));
        counter1.CopyTo(words.Word1.AsSpan(at));
        counter2.CopyTo(words.Word2.AsSpan(at));
        counter3.CopyTo(words.Word3.AsSpan(at));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillWideLanes(in Draws draws, ReadOnlySpan<int> people, ReadOnlySpan<uint> tags, uint day, in BlockColumns words, int at)
    {
        Vector512<uint> counter0 = Vector512.Create(people).AsUInt32();
        Vector512<uint> counter1 = Vector512.Create(day);
        Vector512<uint> counter2 = Vector512.Create(tags);
        Vector512<uint> counter3 = Vector512.Create(draws.Replicate);
        Vector512<uint> multiplier0 = Vector512.Create(Philox4x32.Multiplier0);
        Vector512<uint> multiplier1 = Vector512.Create(Philox4x32.Multiplier1);
        uint key0 = draws.Key0;
        uint key1 = draws.Key1;
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            (Vector512<uint> high0, Vector512<uint> low0) = Multiply(counter0, multiplier0);
            (Vector512<uint> high1, Vector512<uint> low1) = Multiply(counter2, multiplier1);
            counter0 = high1 ^ counter1 ^ Vector512.Create(key0);
            counter2 = high0 ^ counter3 ^ Vector512.Create(key1);
            counter1 = low1;
            counter3 = low0;
            key0 += Philox4x32.Weyl0;
            key1 += Philox4x32.Weyl1;
        }

        counter0.CopyTo(words.Word0.AsSpan(at));
        counter1.CopyTo(words.Word1.AsSpan(at));
        counter2.CopyTo(words.Word2.AsSpan(at));
        counter3.CopyTo(words.Word3.AsSpan(at));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<uint> High, Vector512<uint> Low) Multiply(Vector512<uint> values, Vector512<uint> multiplier)
    {
        Vector512<ulong> lowHalves = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> even = Avx512F.Multiply(values, multiplier);
        Vector512<ulong> odd = Avx512F.Multiply((values.AsUInt64() >> 32).AsUInt32(), multiplier);
        Vector512<ulong> high = Vector512.ConditionalSelect(lowHalves, even >> 32, odd);
        Vector512<ulong> low = Vector512.ConditionalSelect(lowHalves, even, odd << 32);
        return (high.AsUInt32(), low.AsUInt32());
    }

    // 32 × 32 → 64 bits works on the even lanes only: once as they are, once shifted, then put together again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> High, Vector256<uint> Low) Multiply(Vector256<uint> values, Vector256<uint> multiplier)
    {
        Vector256<uint> even = Avx2.Multiply(values, multiplier).AsUInt32();
        Vector256<uint> odd = Avx2.Multiply(Avx2.ShiftRightLogical(values.AsUInt64(), 32).AsUInt32(), multiplier).AsUInt32();
        Vector256<uint> high = Avx2.Blend(Avx2.ShiftRightLogical(even.AsUInt64(), 32).AsUInt32(), odd, 0b10101010);
        Vector256<uint> low = Avx2.Blend(even, Avx2.ShiftLeftLogical(odd.AsUInt64(), 32).AsUInt32(), 0b10101010);
        return (high, low);
    }
}
