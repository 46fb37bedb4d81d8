using Simulator.RandomStreams;

namespace Simulator.Tests.RandomStreams;

public sealed class PhiloxBatchTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(7), InlineData(8), InlineData(9), InlineData(256)]
    public void Many_blocks_at_once_are_the_blocks_made_one_by_one(int count)
    {
        var draws = new Draws(0xA4093822_299F31D0, 41);
        int[] people = [.. Enumerable.Range(0, count).Select(index => index * 7_919)];
        uint[] tags = [.. Enumerable.Range(0, count).Select(index => Draws.Tag(Purpose.Delivery, index % 3))];
        var words = new BlockColumns(count);

        PhiloxBatch.Fill(draws, people, tags, 364, words);

        for (int index = 0; index < count; index++)
        {
            Assert.Equal(
                draws.Block(Purpose.Delivery, people[index], 364, index % 3),
                new RandomBlock(words.Word0[index], words.Word1[index], words.Word2[index], words.Word3[index]));
        }
    }
}
