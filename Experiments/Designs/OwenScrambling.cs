using Simulator.RandomStreams;

namespace Experiments.Designs;

/// <summary>
/// Nested uniform scrambling in base 2 (Owen 1995, Randomly permuted (t,m,s)-nets and (t,s)-sequences, Lecture Notes in Statistics
/// 106:299, doi:10.1007/978-1-4612-2552-2_19): each binary digit of a coordinate is flipped or not by a fair coin that depends on
/// all digits before it, independently by dimension. A net stays a net, and each point is uniform on the cube.
/// </summary>
/// <remarks>
/// Chosen over random linear scrambling with a digital shift (Matoušek 1998, doi:10.1006/jcom.1998.0489), which has the same
/// variance (Owen 2003, doi:10.1145/945511.945518), because only here are the deviations independent enough for a central limit
/// theorem (Loh 2003, doi:10.1214/aos/1059655914), on which intervals from repeated scrambles rest. Chosen over the hashes of Laine
/// and Karras (2011, doi:10.1111/j.1467-8659.2011.02010.x) and Burley (2020, Journal of Computer Graphics Techniques 9(4)), which
/// imitate these coins in a few multiplications: a renderer needs their speed, here a point is followed by runs of the model. The
/// coins are bits of Philox, a block of 128 for each subtree of seven digits, so that a coordinate costs eight blocks.
/// </remarks>
internal static class OwenScrambling
{
    private const int SubtreeDepth = 7;

    /// <summary>The scrambled digits.</summary>
    /// <param name="digits">Binary digits of a coordinate as a whole number, below 2^<paramref name="length"/>.</param>
    /// <param name="length">Number of digits, at most 63.</param>
    /// <param name="dimension">Dimension, from 0.</param>
    /// <param name="seed">Seed of the scramble.</param>
    internal static ulong Scrambled(ulong digits, int length, int dimension, ulong seed)
    {
        ulong scrambled = digits;
        for (int top = 0; top < length; top += SubtreeDepth)
        {
            ulong before = digits >> (length - top);
            RandomBlock block = DesignDraws.Block(seed, DesignPurpose.DigitFlip, dimension, before, top);
            ulong low = block.Word0 | ((ulong)block.Word1 << 32);
            ulong high = block.Word2 | ((ulong)block.Word3 << 32);

            // Coins of the subtree lie in the block as in a heap: the root is bit 1, the children of bit k are 2k and 2k + 1.
            int coin = 1;
            for (int digit = top; digit < Math.Min(top + SubtreeDepth, length); digit++)
            {
                int shift = length - 1 - digit;
                scrambled ^= (((coin < 64 ? low : high) >> (coin & 63)) & 1) << shift;
                coin = (2 * coin) + (int)((digits >> shift) & 1);
            }
        }

        return scrambled;
    }
}
