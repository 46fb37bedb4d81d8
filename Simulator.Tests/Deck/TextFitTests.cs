using Experiments.Deck.Layouts;

namespace Simulator.Tests.Deck;

public sealed class TextFitTests
{
    // Widths of Arial at 1000 units an em, from its metrics: W 944, i 222, digit 556, space 278.
    [Theory]
    [InlineData("W", 944)]
    [InlineData("i", 222)]
    [InlineData("0", 556)]
    [InlineData(" ", 278)]
    [InlineData("m", 833)]
    public void A_letter_is_thought_at_least_as_wide_as_in_Arial_and_not_much_wider(string letter, int thousandths)
    {
        double width = TextFit.Width(letter, 1000);

        Assert.InRange(width, thousandths, thousandths * 1.25);
    }

    [Fact]
    public void A_title_gets_the_largest_size_at_which_it_fits()
    {
        var box = new Box(0, 0, 300, 60);
        const string Title = "A finding that takes more than a single line in a box as narrow as this one";

        double size = TextFit.Largest(Title, box, 40, 10);

        Assert.InRange(size, 10, 39);
        Assert.True(TextFit.Height([Title], size, box.Width) <= box.Height);
        Assert.True(TextFit.Height([Title], size + 1, box.Width) > box.Height);
    }
}
