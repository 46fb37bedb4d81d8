using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Simulator.Ledgers;
using static Simulator.Tests.Analysis.Synthetic;

namespace Simulator.Tests.Analysis;

public sealed class FindingTests
{
    [Fact]
    public void A_policy_that_ends_above_silence_pays()
    {
        Finding finding = PayFinding.Of(Results(Facts(), Money("silent", 100, 0), Money(Blast, 150, 7)))!;

        Assert.StartsWith("“one blast” pays: 50 currency units more", finding.Title, StringComparison.Ordinal);
        Assert.Contains("7 sales", finding.Text, StringComparison.Ordinal);
        Assert.EndsWith("In the model, with these assumptions, it pays.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_ends_below_silence_does_not_pay()
    {
        Finding finding = PayFinding.Of(Results(Facts(), Money("silent", 100, 9), Money(Blast, 40, 2)))!;

        Assert.StartsWith("“one blast” does not pay: 60 currency units less", finding.Title, StringComparison.Ordinal);
        Assert.Contains("fewer than sending nothing", finding.Text, StringComparison.Ordinal);
        Assert.EndsWith("In the model, with these assumptions, it does not pay.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tie_is_called_a_tie()
    {
        StoredResults results = Results(Facts(), Policy("silent", 5, 10, (Metric.NetValue, 100), (Metric.Sales, 1)), Money(Blast, 100, 1));

        Assert.Contains("cannot be told apart", PayFinding.Of(results)!.Title, StringComparison.Ordinal);
        Assert.Contains("holds zero", PayFinding.Of(results)!.Text, StringComparison.Ordinal);
        Assert.Null(RankFinding.Of(results));
    }

    [Fact]
    public void A_tie_at_the_top_of_the_ranking_is_called_a_tie()
    {
        StoredResults results = Results(Facts(), Money("silent", 1, 0), Money(Blast, 100, 1), Policy("monthly", 5, 10, (Metric.NetValue, 100), (Metric.Sales, 1)));

        Assert.Contains("end level", RankFinding.Of(results)!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void One_replicate_is_not_said_to_pay()
    {
        Finding finding = PayFinding.Of(Results(Facts(replicates: 1), Money("silent", 100, 0, 1), Money(Blast, 150, 7, 1)))!;

        Assert.StartsWith("In a single run", finding.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("it pays.", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("interval 1", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_case_the_first_policy_that_sends_is_spoken_of()
    {
        StoredResults results = Results(Facts(theCase: null), Money("silent", 100, 0), Money("first", 150, 7), Money("second", 10, 1));

        Assert.Contains("“first”", PayFinding.Of(results)!.Title, StringComparison.Ordinal);
        Assert.Null(WhatIfFinding.Of(results.WithWhatIf("other", Money("first", 1, 1)), results.AsWritten));
    }

    [Theory]
    [InlineData(300, 200, "“a” ends with most after 365 days", "“b”")]
    [InlineData(200, 300, "“b” ends with most after 365 days", "“a”")]
    [InlineData(50, 20, "Sending nothing ends with most after 365 days", "“a”")]
    public void The_ranking_follows_the_numbers(double a, double b, string title, string second)
    {
        Finding finding = RankFinding.Of(Results(Facts(null), Money("silent", 100, 0), Money("a", a, 1), Money("b", b, 1)))!;

        Assert.Equal(title, finding.Title);
        Assert.Contains($"ahead of {second}", finding.Text, StringComparison.Ordinal);
        Assert.Equal(a < 100, finding.Text.Contains("end below sending nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hasty_policy_is_named_with_the_day_it_is_overtaken()
    {
        double[] hasty = [.. Enumerable.Range(0, 100).Select(day => 100.0 - day)];
        double[] patient = [.. Enumerable.Range(0, 100).Select(day => (double)day)];
        StoredResults results = Results(
            Facts(null, horizon: 100),
            Money("silent", 30, 0).With(Metric.NetValue, [.. hasty.Select(_ => 30.5)]),
            Money("hasty", 1, 0).With(Metric.NetValue, hasty),
            Money("patient", 99, 0).With(Metric.NetValue, patient));

        Finding finding = HasteFinding.Of(results)!;

        Assert.Equal("“hasty” leads after two weeks, “patient” at the end", finding.Title);
        Assert.Contains("overtakes it on day 51. From day 70 on “hasty” yields less than sending nothing", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_to_overtake_is_named_beside_the_last()
    {
        double[] Line(double start, double slope) => [.. Enumerable.Range(0, 100).Select(day => start + (slope * day))];
        StoredResults results = Results(
            Facts(null, horizon: 100),
            Money("hasty", 1, 0).With(Metric.NetValue, Line(100, -1)),
            Money("brisk", 50, 0).With(Metric.NetValue, Line(50.5, 0.5)),
            Money("patient", 199, 0).With(Metric.NetValue, Line(0.2, 1.2)));

        Assert.Equal(
            "“hasty” leads after two weeks. “brisk” is the first to overtake it, on day 34; “patient” does so on day 46 and passes “brisk” for good on day 72.",
            HasteFinding.Of(results)!.Text);
    }

    [Theory]
    [InlineData(0.2, 1005, "No dip does not mean no harm")]
    [InlineData(0.0, 1005, "No dip, and no loss of trust to hide")]
    [InlineData(0.2, 900, "The follower count dips, and trust with it")]
    [InlineData(0.0, 900, "The follower count dips although trust does not")]
    public void No_dip_and_no_harm_are_told_apart(double debt, double followers, string title)
    {
        StoredResults results = Results(
            Facts(), Policy("silent", 5, 10, (Metric.FollowersDay7, 1010)), Policy(Blast, 5, (Metric.FollowersDay7, followers)).With(Metric.TrustDebt, [.. new double[7].Select(_ => debt)]));

        Assert.Equal(title, NoDipFinding.Of(results)!.Title);
    }

    [Theory]
    [InlineData(1050, 1100, ", so no dip can be seen (organic noise: standard deviation", "; but 50", "which only the comparison with the silent twin shows. Yet")]
    [InlineData(1050, 1050, "has still risen by 50", "; about as many follow as without any message. Yet", "No dip does not mean no harm.")]
    [InlineData(995, 950, ", which is within the organic noise (standard deviation", "; 45", "more follow than without any message. Yet")]
    [InlineData(900, 1100, ", a dip beyond the organic noise (standard deviation", "; 200", "fewer follow than without any message. And")]
    public void The_count_is_told_apart_from_the_comparison_with_silence(double followers, double silent, string count, string twin, string rest)
    {
        StoredResults results = Results(
            Facts(), Policy("silent", 5, 10, (Metric.FollowersDay7, silent)), Policy(Blast, 5, (Metric.FollowersDay7, followers)).With(Metric.TrustDebt, [.. new double[7].Select(_ => 0.2)]));

        string text = NoDipFinding.Of(results)!.Text;

        Assert.Contains(followers > 1000 ? "has still risen by 50" : "has fallen by", text, StringComparison.Ordinal);
        Assert.All([count, twin, rest], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(17, 0.83, "One population does both")]
    [InlineData(17, 0.40, "The complaints fit the case, the poll does not")]
    [InlineData(170, 0.83, "The poll fits the case, the complaints do not")]
    [InlineData(170, 0.40, "Neither complaints nor poll fit the case")]
    public void Poll_and_complaints_are_judged_together(double complaints, double poll, string title)
    {
        PolicyResults policy = Policy(Blast, 5, (Metric.Complaints, complaints), (Metric.Sent, 21_000), (Metric.PollNegativeShare, poll));

        Assert.StartsWith(title, PollFinding.Of(Results(Facts(), policy))!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_what_if_that_fits_as_well_says_that_the_case_cannot_tell()
    {
        StoredResults results = Results(Facts(), Fitting(17, 0.3)).WithWhatIf("no trust is lost", Fitting(17, 0));

        Finding finding = WhatIfFinding.Of(results, results.WhatIfs[0])!;

        Assert.Equal("The case cannot tell whether trust was harmed", finding.Title);
        Assert.Contains("As assumed, all 2 patterns of the case lie inside their bands", finding.Text, StringComparison.Ordinal);
        Assert.Contains("30% of trust capital", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_what_if_that_fits_worse_is_spoken_against()
    {
        StoredResults results = Results(Facts(), Fitting(17, 0.3)).WithWhatIf("all complain", Fitting(900, 0));

        Assert.Equal("The case speaks against “all complain”", WhatIfFinding.Of(results, results.WhatIfs[0])!.Title);
    }

    [Fact]
    public void Trust_that_is_gained_is_not_called_a_loss()
    {
        PolicyResults gain = Policy(Blast, 5, (Metric.TrustDebt, -0.1)).With(Metric.TrustDebt, -0.01, -0.1);

        Finding finding = TrustFinding.Of(Results(Facts(), gain))!;

        Assert.Contains("never has less trust capital", finding.Text, StringComparison.Ordinal);
        Assert.Contains("“one blast” ends with more trust capital", finding.Text, StringComparison.Ordinal);
        Assert.Contains("no policy has less trust capital", finding.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 400, 700, "no trust capital is missing that could be told from zero, but only because praise drew newcomers: trust per follower is (49|50)[.0-9]*% .*lower\\.$")]
    [InlineData(1000, 400, 200, "no trust capital is missing that could be told from zero, but trust per follower is (49|50)[.0-9]*% .*lower\\.$")]
    [InlineData(1000, 400, 100, "no trust capital is missing that could be told from zero, but trust per follower is (49|50)[.0-9]*% .*lower\\.$")]
    [InlineData(500, 400, 200, "no trust capital is missing that could be told from zero\\.$")]
    public void Newcomers_who_fill_the_hole_are_not_called_repaid_trust(double followers, double capital, double arrived, string expected)
    {
        PolicyResults blast = Policy(Blast, 5, (Metric.TrustDebt, 0), (Metric.Followers, followers), (Metric.TrustCapital, capital), (Metric.Arrived, arrived));
        PolicyResults silent = Policy("silent", 5, 10, (Metric.Followers, 500), (Metric.TrustCapital, 400), (Metric.Arrived, 100));

        Finding finding = TrustFinding.Of(Results(Facts(), silent, blast.With(Metric.TrustDebt, 0.2, 0.1)))!;

        Assert.Matches(expected, finding.Text);
    }

    [Theory]
    [InlineData(1000, 700, "sending nothing, but only because praise drew newcomers: trust per follower is lower.")]
    [InlineData(1000, 100, "sending nothing, but trust per follower is lower.")]
    [InlineData(500, 200, "sending nothing, and with more trust per follower.")]
    public void More_trust_capital_is_not_called_more_trust(double followers, double arrived, string expected)
    {
        PolicyResults blast = Policy(Blast, 5, (Metric.TrustDebt, -0.1), (Metric.Followers, followers), (Metric.TrustCapital, 440), (Metric.Arrived, arrived));
        PolicyResults silent = Policy("silent", 5, (Metric.Followers, 500), (Metric.TrustCapital, 400), (Metric.Arrived, 100));

        Finding finding = TrustFinding.Of(Results(Facts(), silent, blast.With(Metric.TrustDebt, 0.2, -0.1)))!;

        Assert.EndsWith(expected, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Harm_without_a_complaint_is_still_reported()
    {
        Finding finding = IcebergFinding.Of(Results(Facts(), Policy(Blast, 5, (Metric.Harmed, 50))))!;

        Assert.Contains("without a single complaint", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_what_if_that_fits_other_patterns_decides_nothing()
    {
        StoredResults results = Results(Facts(), Policy(Blast, 5, (Metric.Complaints, 17), (Metric.Praise, 4)))
            .WithWhatIf("all complain", Policy(Blast, 5, (Metric.Complaints, 900), (Metric.Praise, 400)));

        Assert.Equal("The case does not decide about “all complain”", WhatIfFinding.Of(results, results.WhatIfs[0])!.Title);
    }

    [Fact]
    public void One_run_still_names_who_spent_the_most_trust_but_not_who_overtook()
    {
        PolicyResults heavy = Policy(Blast, 1, (Metric.TrustDebt, 0.4), (Metric.NetValue, 1)).With(Metric.TrustDebt, 0.1, 0.4).With(Metric.NetValue, [.. new double[60].Select(_ => 5.0)]);
        PolicyResults light = Policy("light", 1, (Metric.TrustDebt, 0.1), (Metric.NetValue, 9)).With(Metric.TrustDebt, 0.1, 0.1).With(Metric.NetValue, [.. new double[60].Select(_ => 4.0)]);
        StoredResults results = Results(Facts(replicates: 1), heavy, light);

        Assert.StartsWith("“one blast” spends the most trust: 40%", TrustFinding.Of(results)!.Title, StringComparison.Ordinal);
        Assert.Null(HasteFinding.Of(results));
    }

    [Fact]
    public void An_empty_store_gives_an_empty_answer() => Assert.Empty(Answer.Of(Results(Facts())).Findings);

    private static PolicyResults Money(string name, double net, double sales, int replicates = 5) =>
        Policy(name, replicates, (Metric.NetValue, net), (Metric.Sales, sales));

    private static PolicyResults Fitting(double complaints, double debt) =>
        Policy(Blast, 5, (Metric.Complaints, complaints), (Metric.Praise, 400), (Metric.TrustDebt, debt)).With(Metric.TrustDebt, debt, debt);
}
