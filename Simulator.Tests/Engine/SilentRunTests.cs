using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;

namespace Simulator.Tests.Engine;

public sealed class SilentRunTests
{
    [Fact]
    public void Followers_drift_as_their_hazards_say()
    {
        var scenario = new Scenario { Horizon = 365, Audience = new Audience { Inflow = 0 } };
        Ledger ledger = Simulation.Run(scenario, Schedule.Silent, seed: 3).Ledger;
        using var people = new Followers(scenario.Audience.Size);
        new Founding(scenario.Audience).FoundAudience(people, new Draws(3, 0));
        foreach (int day in new[] { 0, 1, 29, 180, 364 })
        {
            double expected = 0;
            double variance = 0;
            for (int person = 0; person < people.Count; person++)
            {
                double hazard = 0.0005 * (1 + (3 * (1 - people.Trust0[person])) + (1 - people.Relationship0[person]));
                double stays = Math.Exp(-hazard * (day + 1));
                expected += stays;
                variance += stays * (1 - stays);
            }

            Assert.InRange(ledger.Followers[day], expected - (4 * Math.Sqrt(variance)), expected + (4 * Math.Sqrt(variance)));
        }
    }

    [Fact]
    public void Nothing_moves_in_a_still_world()
    {
        Ledger ledger = Simulation.Run(Worlds.Still, Schedule.Silent).Ledger;
        Assert.All(ledger.Followers.ToArray(), followers => Assert.Equal(1000, followers));
        Assert.All(ledger.TrustCapital.ToArray(), capital => Assert.Equal(ledger.TrustCapital[0], capital));
        Assert.All(ledger.RelationshipCapital.ToArray(), capital => Assert.Equal(ledger.RelationshipCapital[0], capital));
        Assert.All(ledger.Openness.ToArray(), openness => Assert.Equal(1, openness));
    }

    [Fact]
    public void New_followers_come_at_the_rate_of_the_inflow()
    {
        int arrived = Simulation.Run(new Scenario { Horizon = 400 }, Schedule.Silent).Ledger.Count(Flow.Arrived).ToArray().Sum();
        const double Expected = 0.0025 * 21_000 * 400;
        Assert.InRange(arrived, Expected - (4 * Math.Sqrt(Expected)), Expected + (4 * Math.Sqrt(Expected)));
    }

    [Fact]
    public void Organic_sales_follow_trust_capital()
    {
        Ledger ledger = Simulation.Run(new Scenario { Horizon = 365 }, Schedule.Silent).Ledger;
        double expected = 0.0004 * ledger.TrustCapital.ToArray().Sum();
        int sold = ledger.Count(Flow.SalesOrganic).ToArray().Sum();
        Assert.InRange(sold, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
    }

    [Fact]
    public void Initial_traits_have_their_means_and_their_correlation()
    {
        const int Size = 50_000;
        using var people = new Followers(Size);
        new Founding(new Audience { Size = Size, TrustRelationshipCorrelation = 0.5 }).FoundAudience(people, new Draws(1, 0));
        AssertMean(people.Relationship0.First(Size).ToArray(), 0.25, 3);
        AssertMean(people.Trust0.First(Size).ToArray(), 0.65, 8);
        AssertMean(people.Tolerance.First(Size).ToArray(), 0.60, 6);
        AssertMean(people.Attention.First(Size).ToArray(), 0.70, 5);
        AssertMean(people.Appetite.First(Size).ToArray(), 0.10, 2);

        // Spearman's ρ of a Gaussian copula is 6/π·asin(r/2); its standard error under dependence is below 1/√n.
        double expected = 6 / Math.PI * Math.Asin(0.25);
        Assert.InRange(RankCorrelation(people.Relationship0.First(Size).ToArray(), people.Trust0.First(Size).ToArray()), expected - (4 / Math.Sqrt(Size)), expected + (4 / Math.Sqrt(Size)));
        Assert.InRange(RankCorrelation(people.Tolerance.First(Size).ToArray(), people.Trust0.First(Size).ToArray()), -4 / Math.Sqrt(Size), 4 / Math.Sqrt(Size));

        double logReach = people.Reach.First(Size).ToArray().Average(reach => Math.Log(reach));
        Assert.InRange(logReach, Math.Log(60) - (4 * 1.5 / Math.Sqrt(Size)), Math.Log(60) + (4 * 1.5 / Math.Sqrt(Size)));
        double consent = people.Marks.First(Size).ToArray().Count(marks => (marks & Marks.Consents) != 0) / (double)Size;
        Assert.InRange(consent, 0.5 - (4 * 0.5 / Math.Sqrt(Size)), 0.5 + (4 * 0.5 / Math.Sqrt(Size)));
    }

    private static void AssertMean(float[] trait, double mean, double concentration)
    {
        double error = Math.Sqrt(mean * (1 - mean) / (concentration + 1) / trait.Length);
        Assert.InRange(trait.Average(value => (double)value), mean - (4 * error), mean + (4 * error));
    }

    private static double RankCorrelation(float[] first, float[] second)
    {
        double[] x = Ranks(first);
        double[] y = Ranks(second);
        double n = x.Length;
        return 1 - (6 * x.Zip(y, (a, b) => (a - b) * (a - b)).Sum() / (n * ((n * n) - 1)));
    }

    private static double[] Ranks(float[] values)
    {
        var ranks = new double[values.Length];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(index => values[index])];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }
}
