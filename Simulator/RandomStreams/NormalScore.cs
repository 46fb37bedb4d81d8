using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

namespace Simulator.RandomStreams;

/// <summary>
/// Standard normal numbers by inversion, Φ⁻¹(u), from a table over the smaller tail: 256 cells for each halving of the tail
/// probability, so that the far tail is as fine as the middle. Error: at most 2·10⁻⁶ absolute; held in tests.
/// </summary>
internal static class NormalScore
{
    private const int CellBits = 8;
    private const int Cells = 1 << CellBits;
    private const int Halvings = 32;
    private const int MantissaBits = 52;

    /// <summary>Exponent of the smallest tail: 2⁻³³, half of the last bit of a word.</summary>
    private const int SmallestExponent = -(Halvings + 1);

    private const long Bias = 1023;

    private static readonly double[] Scores = Tabulate();

    /// <summary>Φ⁻¹ of a word taken as a uniform number; at most 6.34 in size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Of(uint word)
    {
        // The lower half mirrors the upper half, so the smaller tail is exact in both. Without a branch: which half it is nobody can predict.
        int upper = (int)word >> 31;
        int tailWord = (int)word ^ upper;
        long bits = BitConverter.DoubleToInt64Bits((tailWord + 0.5) * (1.0 / 4294967296.0));
        long position = bits - ((Bias + SmallestExponent) << MantissaBits);
        double fraction = (position & ((1L << (MantissaBits - CellBits)) - 1)) * (1.0 / (1L << (MantissaBits - CellBits)));
        ref double cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Scores), (nint)(position >> (MantissaBits - CellBits)));
        double low = cell;
        double score = low + ((Unsafe.Add(ref cell, 1) - low) * fraction);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(score) ^ (upper & long.MinValue));
    }

    private static double[] Tabulate()
    {
        var scores = new double[(Halvings * Cells) + 1];
        for (int cell = 0; cell < scores.Length; cell++)
        {
            double tail = double.ScaleB(1 + ((cell % Cells) / (double)Cells), SmallestExponent + (cell / Cells));
            scores[cell] = Normal.InvCDF(0, 1, tail);
        }

        return scores;
    }
}
