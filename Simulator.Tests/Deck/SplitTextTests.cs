using Experiments.Deck.Sentences;

namespace Simulator.Tests.Deck;

public sealed class SplitTextTests
{
    [Fact]
    public void Sentences_are_parted_at_their_ends_and_not_within_numbers()
    {
        (string Sentence, bool StandsAlone)[] parts = [.. SplitText.Of("It yields 4,570.5 units (95% interval 4,540 to 4,600). Yet trust falls. 2 others follow. Every one pays.")];

        Assert.Equal(
            [("It yields 4,570.5 units (95% interval 4,540 to 4,600).", true), ("Yet trust falls.", false), ("2 others follow.", false), ("Every one pays.", true)],
            parts);
    }

    [Fact]
    public void A_long_sentence_is_parted_at_semicolons_outside_brackets_and_items_of_a_list_are_left_out()
    {
        string filler = new('x', SplitText.Longest);

        string[] parts = [.. SplitText.Of($"One is best (a; b) {filler}; another is second; a third one, 12.").Select(part => part.Sentence)];

        Assert.Equal([$"One is best (a; b) {filler}.", "Another is second."], parts);
    }

    [Fact]
    public void A_short_sentence_keeps_its_semicolons() =>
        Assert.Equal(["“a” leads; “b” follows."], SplitText.Of("“a” leads; “b” follows.").Select(part => part.Sentence));

    [Theory]
    [InlineData("“weekly” is the first to overtake it, on day 23.")]
    [InlineData("Some forty parameters cannot be identified from them.")]
    [InlineData("Both readings are shown.")]
    [InlineData("The same holds for sales.")]
    public void A_sentence_that_points_to_another_does_not_stand_alone_and_is_joined_with_it(string pointing)
    {
        string text = $"“a” leads. {pointing} Every one pays.";

        Assert.Equal([true, false, true], SplitText.Of(text).Select(part => part.StandsAlone));
        Assert.Equal([$"“a” leads. {pointing}", "Every one pays."], SplitText.Joined(text));
    }
}
