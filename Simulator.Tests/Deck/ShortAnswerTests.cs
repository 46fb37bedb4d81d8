using Experiments.Analysis.Findings;
using Experiments.Deck.Slides;

namespace Simulator.Tests.Deck;

public sealed class ShortAnswerTests
{
    [Fact]
    public void What_cannot_be_told_is_among_the_findings_though_it_comes_last()
    {
        Finding[] findings = [.. new[] { "pay", "rank", "haste", "trust", "no dip", "iceberg", "poll", "what-if" }.Select(id => new Finding(id, id, ""))];

        Assert.Equal(["pay", "haste", "trust", "no dip", "what-if"], ShortAnswer.Of(findings).Select(finding => finding.Id));
    }

    [Fact]
    public void A_headline_without_a_number_is_followed_by_what_stands_against_the_first_impression()
    {
        var caveat = new Finding("what-if", "The case cannot tell", "All 5 patterns fit. Yet on day 2 some 2.9% of trust is missing. The case cannot tell.");

        Assert.Equal("The case cannot tell: on day 2 some 2.9% of trust is missing", ShortAnswer.Point(caveat));
    }

    [Fact]
    public void A_headline_with_a_number_stands_alone() =>
        Assert.Equal("It pays: 5 units", ShortAnswer.Point(new Finding("pay", "It pays: 5 units", "It sells 7. Yet it costs 3.")));
}
