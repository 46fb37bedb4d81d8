using Simulator.RandomStreams;

namespace Simulator.Tests.RandomStreams;

/// <summary>Known-answer vectors of Random123 (kat_vectors, philox4x32 10), Salmon et al. 2011, doi:10.1145/2063384.2063405.</summary>
public sealed class PhiloxTests
{
    [Fact]
    public void Zero_key_and_counter_give_the_published_words() => Assert.Equal(
        new RandomBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8),
        Philox4x32.Generate(0, 0, 0, 0, 0, 0));

    [Fact]
    public void Key_and_counter_of_ones_give_the_published_words() => Assert.Equal(
        new RandomBlock(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
        Philox4x32.Generate(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));

    [Fact]
    public void Digits_of_pi_give_the_published_words() => Assert.Equal(
        new RandomBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
        Philox4x32.Generate(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));

    [Fact]
    public void An_address_is_its_documented_key_and_counter() => Assert.Equal(
        Philox4x32.Generate(0x89ABCDEF, 0x01234567, 42, 17, ((uint)Purpose.View << 24) + 5, 9),
        new Draws(0x0123456789ABCDEF, 9).Block(Purpose.View, 42, 17, 5));

    [Fact]
    public void Neighbouring_addresses_share_no_words()
    {
        var words = new HashSet<uint>();
        foreach (Purpose purpose in Enum.GetValues<Purpose>())
        {
            for (int person = 0; person < 4; person++)
            {
                for (int day = 0; day < 4; day++)
                {
                    for (int ordinal = 0; ordinal < 4; ordinal++)
                    {
                        (uint word0, uint word1, uint word2, uint word3) = new Draws(1, 0).Block(purpose, person, day, ordinal);
                        Assert.All([word0, word1, word2, word3], word => Assert.True(words.Add(word)));
                    }
                }
            }
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Each_word_is_uniform_over_256_cells(int word)
    {
        const int Draws = 256_000;
        var cells = new int[256];
        for (int person = 0; person < Draws; person++)
        {
            (uint word0, uint word1, uint word2, uint word3) = new Draws(5, 0).Block(Purpose.Traits, person, 0);
            cells[new[] { word0, word1, word2, word3 }[word] >> 24]++;
        }

        double chiSquared = cells.Sum(count => Math.Pow(count - (Draws / 256.0), 2) / (Draws / 256.0));
        Assert.InRange(chiSquared, 255 - (4 * Math.Sqrt(2 * 255)), 255 + (4 * Math.Sqrt(2 * 255)));
    }

    [Fact]
    public void Uniform_numbers_never_reach_zero_or_one()
    {
        Assert.InRange(RandomBlock.Uniform(0), double.Epsilon, 1e-9);
        Assert.InRange(RandomBlock.Uniform(uint.MaxValue), 0.999_999_99, Math.BitDecrement(1.0));
        Assert.InRange(RandomBlock.Uniform(0, 0), double.Epsilon, 1e-15);
        Assert.InRange(RandomBlock.Uniform(uint.MaxValue, uint.MaxValue), 0.999_999_99, Math.BitDecrement(1.0));
    }
}
