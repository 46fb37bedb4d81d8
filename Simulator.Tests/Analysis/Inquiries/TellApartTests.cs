using Experiments.Analysis.Sweeps;
using Experiments.Analysis.Sweeps.Inquiries;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Inquiries;

public sealed class TellApartTests
{
    // The blast shows nothing; a year of monthly pitches sells less where trust is lost; trust itself differs at once.
    private static double[]? Runs(int point, string policy, Metric metric, int? days) => metric switch
    {
        Metric.Sales => SyntheticSweep.Normals(41, 80, 500 - (policy == "monthly" && days == 365 ? 40 * point : 0), 10),
        Metric.Followers => [.. Enumerable.Repeat(1000.0, 80)],
        Metric.TrustCapital => SyntheticSweep.Normals(42, 80, 500 - (100 * point), 10),
        _ => null,
    };

    private static readonly SweepResults Results = SyntheticSweep.Of("loss", [0, 0.5], Runs, TellApartInquiry.Needs, [7, 365]);

    [Fact]
    public void The_best_visible_clue_and_what_a_survey_adds_are_found()
    {
        TellApartInquiry inquiry = TellApartInquiry.Of(Results)!;
        Hint seen = inquiry.Best(hint => hint.Clue.IsVisible)!;
        Assert.Equal(("all sales", "monthly", 365), (seen.Clue.Name, seen.Policy, seen.Days));
        Assert.False(seen.Separation.IsHigher);
        Assert.Equal(0.5, inquiry.Best(hint => hint.Clue.IsVisible && hint.Policy == SyntheticSweep.Blast)!.Right.Mean, 9);
        Assert.Equal("trust per follower", inquiry.Best(hint => !hint.Clue.IsVisible)!.Clue.Name);
    }

    [Fact]
    public void The_finding_says_that_the_case_does_not_tell_what_would_and_that_a_survey_does()
    {
        var finding = TellApartFinding.Of(Results)!;
        Assert.StartsWith("Nothing seen in the case’s first week picks the right world in more than 50% of cases; “monthly” would show it in all sales", finding.Title, StringComparison.Ordinal);
        Assert.Contains("None of them tells more than a coin", finding.Text, StringComparison.Ordinal);
        Assert.Contains("are the same in both, run by run", finding.Text, StringComparison.Ordinal);
        Assert.Contains("A survey adds what no sender sees: trust per follower after a week: right in 100%", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_sales_are_measured_by_those_of_the_first_month()
    {
        Clue growth = Clue.All.Single(clue => clue.IsGrowth);
        double[]? Sales(int point, string policy, Metric metric, int? days) => metric == Metric.SalesDm ? [.. new double[] { 1, 2, 4 }.Select(luck => luck * (days == 30 ? 100 : 150))] : null;
        SweepResults results = SyntheticSweep.Of("loss", [0, 1], Sales, TellApartInquiry.Needs, [30, 90]);
        Assert.Equal([0.5, 0.5, 0.5], growth.In(results.Runs, 0, SyntheticSweep.Blast, 90).Values);
        Assert.Empty(growth.In(results.Runs, 0, SyntheticSweep.Blast, 30).Values);
    }
}
