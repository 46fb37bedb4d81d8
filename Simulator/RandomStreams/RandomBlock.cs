namespace Simulator.RandomStreams;

/// <summary>128 random bits: four 32-bit words, or as many uniform numbers.</summary>
/// <param name="Word0">First word.</param>
/// <param name="Word1">Second word.</param>
/// <param name="Word2">Third word.</param>
/// <param name="Word3">Fourth word.</param>
public readonly record struct RandomBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>A word as a uniform number in the open interval (0, 1): (word + ½)·2⁻³².</summary>
    public static double Uniform(uint word) => (word + 0.5) * (1.0 / 4294967296.0);

    /// <summary>Two words as a uniform number in the open interval (0, 1) with 53 bits.</summary>
    public static double Uniform(uint high, uint low) => ((((ulong)high << 32 | low) >> 12) + 0.5) * (1.0 / 4503599627370496.0);

    /// <summary>The first two words as one fine uniform number.</summary>
    public double FineUniform0 => Uniform(Word0, Word1);

    /// <summary>The last two words as one fine uniform number.</summary>
    public double FineUniform1 => Uniform(Word2, Word3);
}
