using Experiments.Analysis;
using Experiments.Validation;

namespace Simulator.Tests.Validation;

public sealed class BandTests
{
    private static readonly Band OneToTwo = Band.Between(1, 2);

    [Theory]
    [InlineData(1.2, 1.8, Verdict.Inside)]
    [InlineData(1, 2, Verdict.Inside)]
    [InlineData(2.1, 2.4, Verdict.Outside)]
    [InlineData(0.2, 0.9, Verdict.Outside)]
    [InlineData(0.9, 1.1, Verdict.CannotBeTold)]
    [InlineData(1.9, 2.1, Verdict.CannotBeTold)]
    [InlineData(0.5, 2.5, Verdict.CannotBeTold)]
    internal void The_interval_is_compared_with_the_band_and_not_the_mean(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, OneToTwo.Judge(Between(low, high)));

    [Fact]
    public void Without_an_interval_or_a_band_nothing_can_be_told()
    {
        Assert.Equal(Verdict.CannotBeTold, OneToTwo.Judge(null));
        Assert.Equal(Verdict.CannotBeTold, OneToTwo.Judge(new Interval(1.5, null, null, 1)));
        Assert.Equal(Verdict.CannotBeTold, OneToTwo.Judge(Between(double.NaN, 1.5)));
        Assert.Equal(Verdict.CannotBeTold, new Band(null, null).Judge(Between(1, 2)));
    }

    [Fact]
    public void More_than_a_value_excludes_the_value_and_at_least_includes_it()
    {
        Assert.Equal(Verdict.Inside, Band.AtLeast(0).Judge(Between(0, 1)));
        Assert.Equal(Verdict.CannotBeTold, Band.Above(0).Judge(Between(0, 1)));
        Assert.Equal(Verdict.Outside, Band.Above(0).Judge(Between(0, 0)));
        Assert.Equal(Verdict.Outside, Band.Above(0).Judge(Between(-1, 0)));
        Assert.Equal(Verdict.Inside, Band.AtMost(0.55).Judge(Between(0.3, 0.55)));
    }

    [Theory]
    [InlineData("inside inside", Verdict.Inside)]
    [InlineData("inside straddling", Verdict.CannotBeTold)]
    [InlineData("straddling outside", Verdict.Outside)]
    [InlineData("inside outside", Verdict.Outside)]
    [InlineData("inside alternative", Verdict.Inside)]
    [InlineData("", Verdict.CannotBeTold)]
    internal void A_row_is_inside_when_all_that_counts_is(string figures, Verdict verdict)
    {
        var row = new JudgedRow(
            new BoardRow("V0", "a claim", Standing.OutOfSample) { Published = "", Source = "", Evidence = "F" },
            [.. figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Figure)]);

        Assert.Equal(verdict, row.Verdict);
        Assert.Equal(figures.Contains("alternative", StringComparison.Ordinal) ? 1 : 0, row.Contradicting.Count());
    }

    private static Measured Figure(string kind) => new(
        kind,
        kind switch { "inside" => Between(1.2, 1.8), "straddling" => Between(1.5, 2.5), _ => Between(3, 4) },
        OneToTwo,
        Unit.Ratio)
    { Instead = kind == "alternative" ? "another mapping" : null };

    private static Interval Between(double low, double high) => new((low + high) / 2, low, high, 10);
}
