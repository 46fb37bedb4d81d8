using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Recovery;

namespace Simulator.Tests.Patterns;

/// <summary>Section 9 of the model, points 1 and 2: the case, with trust at stake and without.</summary>
public sealed class CasePatternTests
{
    private const int Replicates = 60;

    private static readonly Lazy<Outcome[]> AsIs = new(() => Runs(new Scenario { Horizon = 30 }));

    private static readonly Lazy<Outcome[]> NoTrustLost = new(() => Runs(new Scenario { Horizon = 30, Trust = new TrustDynamics { Loss = 0 } }));

    [Theory, InlineData(false), InlineData(true)]
    public void A1_some_seventeen_followers_complain(bool noTrustLost) => Assert.InRange(Mean(noTrustLost, Metric.Complaints), 10, 27);

    [Theory, InlineData(false), InlineData(true)]
    public void A2_hundreds_congratulate(bool noTrustLost) => Assert.InRange(Mean(noTrustLost, Metric.Praise), 200, 900);

    [Theory, InlineData(false), InlineData(true)]
    public void A3_several_hundred_books_are_sold_by_the_messages(bool noTrustLost) => Assert.InRange(Mean(noTrustLost, Metric.SalesDm), 300, 900);

    [Theory, InlineData(false), InlineData(true)]
    public void A4_the_follower_count_shows_no_dip(bool noTrustLost)
    {
        // Organic noise of the net change over seven days: arrivals and drifts of the silent twins as they vary between replicates.
        double[] organic = [.. Outcomes(noTrustLost).Select(outcome => (double)(outcome.Silent.Followers[6] - 21_000))];
        double mean = organic.Average();
        double deviation = Math.Sqrt(organic.Sum(change => (change - mean) * (change - mean)) / (organic.Length - 1));
        Assert.True(Mean(noTrustLost, Metric.FollowersDay7) - 21_000 >= -deviation);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A5_four_in_five_of_the_poll_call_it_spam(bool noTrustLost) => Assert.InRange(Mean(noTrustLost, Metric.PollNegativeShare), 0.72, 0.90);

    private static Outcome[] Outcomes(bool noTrustLost) => (noTrustLost ? NoTrustLost : AsIs).Value;

    private static double Mean(bool noTrustLost, Metric metric) => Outcomes(noTrustLost).Average(outcome => outcome[metric]!.Value);

    private static Outcome[] Runs(Scenario scenario) =>
        [.. Enumerable.Range(0, Replicates).Select(replicate => Simulation.Run(scenario, CmoJoe.OneBlast, seed: 1, replicate))];
}
