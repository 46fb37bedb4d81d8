using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Tests.Engine;
using Simulator.WordOfMouth;

namespace Simulator.Tests.WordOfMouth;

public sealed class VoiceTests
{
    private static readonly WordOfMouthSettings Heard = new() { Seen = 0.5, Overlap = 0.5, Join = 1, Cooldown = 100, Gain = 0 };

    [Fact]
    public void A_voice_is_seen_by_its_share_of_the_reach_over_seven_days()
    {
        // seen·(1 − w)·Σ w^g over ages 0 … 6 with w = ½ is seen·(1 − 2⁻⁷); every view of a complaint by an outsider is a bystander complaint here.
        Scenario scenario = Worlds.Annoyed with { WordOfMouth = new WordOfMouthSettings { Seen = 0.2, Overlap = 0, Bystander = 1, Cooldown = 100 } };
        double reach = 0;
        var policy = new ListeningPolicy((day, followers, outbox) =>
        {
            for (int person = 0; day == 0 && person < followers.Count; person++)
            {
                outbox.Send(person, Worlds.Pitch);
            }

            if (day == 1)
            {
                reach = Enumerable.Range(0, followers.Count).Where(followers.HasComplained).Sum(followers.Reach);
            }
        });
        Ledger ledger = Simulation.Run(scenario, policy).Ledger;
        int[] views = ledger.Count(Flow.ComplaintsBystander).ToArray();
        for (int age = 0; age < 7; age++)
        {
            double expected = reach * 0.2 * Math.Pow(0.5, age + 1);
            Assert.InRange(views[age], expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
        }

        Assert.Equal(0, views[7..].Sum());

        // Q: every view over the size, halved in 30 days.
        Assert.Equal(views[0] / 1000.0, ledger.StandingDebt[0], 9);
        Assert.Equal((ledger.StandingDebt[0] * Math.Pow(2, -1 / 30.0)) + (views[1] / 1000.0), ledger.StandingDebt[1], 9);
        Assert.Equal(0.5, ledger.StandingDebt[39] / ledger.StandingDebt[9], 9);
    }

    [Fact]
    public void Who_joins_a_complaint_speaks_the_next_day()
    {
        Scenario scenario = Worlds.Annoyed with { WordOfMouth = Heard, Reactions = Worlds.Annoyed.Reactions with { Complain = 0.1 } };
        Ledger ledger = Simulation.Run(scenario, Worlds.Once).Ledger;
        Assert.Equal(0, ledger.Count(Flow.ComplaintsJoined)[0]);
        Assert.True(ledger.Count(Flow.ComplaintsJoined)[1] > 0);
        Assert.Equal(ledger.Count(Flow.ComplaintsJoined)[1], ledger.Count(Flow.ComplaintsPublic)[1]);
        int voices = ledger.Count(Flow.ComplaintsPublic).ToArray().Sum() + ledger.Count(Flow.Praise).ToArray().Sum();
        Assert.InRange(voices, 1, 1000);
    }

    [Fact]
    public void Nobody_joins_who_has_lost_no_trust()
    {
        // Only the first person is messaged; the others see the complaint for the first time and have nothing to be angry about.
        var policy = new ListeningPolicy((day, _, outbox) =>
        {
            if (day == 0)
            {
                outbox.Send(0, Worlds.Pitch);
            }
        });
        Scenario scenario = Worlds.Annoyed with
        {
            Horizon = 2,
            Audience = Worlds.Annoyed.Audience with { Size = 100_000, Reach = new() { Median = 200, Sigma = 0 } },
            WordOfMouth = Heard with { Homophily = 0, Loss = 1 },
        };
        Ledger ledger = Simulation.Run(scenario, policy).Ledger;
        Assert.Equal(1, ledger.Count(Flow.ComplaintsPublic)[0]);
        Assert.InRange(ledger.Count(Flow.Harmed)[0], 10, 60);
        Assert.Equal(0, ledger.Count(Flow.ComplaintsJoined)[1]);
    }

    [Theory, InlineData(7), InlineData(3), InlineData(0)]
    public void A_person_who_spoke_up_is_quiet_for_the_cooldown(int cooldown)
    {
        Scenario scenario = Worlds.Annoyed with { WordOfMouth = new WordOfMouthSettings { Seen = 0, Cooldown = cooldown } };
        Ledger ledger = Simulation.Run(scenario, Schedule.Cadence(Worlds.Pitch, every: 1, times: 40)).Ledger;
        int[] voices = ledger.Count(Flow.ComplaintsPublic).ToArray();
        int window = Math.Max(1, cooldown);
        for (int day = 0; day + window <= 40; day++)
        {
            Assert.InRange(voices[day..(day + window)].Sum(), 950, 1000);
        }
    }

    [Fact]
    public void Praise_sells_the_newest_offer_and_gains_trust()
    {
        Scenario scenario = Worlds.Delighted with
        {
            Audience = Worlds.Delighted.Audience with { Relationship = Worlds.Sharp(0.5) },
            Reactions = Worlds.Still.Reactions with { Praise = 1, PraisePublic = 1 },
            WordOfMouth = Heard with { Gain = 0.1, Referral = 1, OutsideSale = 1 },
        };
        var policy = new ListeningPolicy((day, followers, outbox) =>
        {
            for (int person = 0; day == 0 && person < followers.Count; person += 2)
            {
                outbox.Send(person, Worlds.Pitch);
            }
        });
        Ledger ledger = Simulation.Run(scenario, policy).Ledger;
        int readers = ledger.Count(Flow.SalesDm).ToArray().Sum();
        Assert.InRange(readers, 490, 500);
        Assert.True(ledger.Count(Flow.SalesReferral).ToArray().Sum() > 100);
        Assert.True(ledger.Count(Flow.SalesOutside).ToArray().Sum() > 100);
        Assert.True(ledger.StandingDebt[0] < 0);
        Assert.Equal(0, ledger.Count(Flow.Harmed).ToArray().Sum());
    }

    [Fact]
    public void An_offer_that_reached_nobody_is_not_the_newest_one()
    {
        // Everybody has bought the pitch; the second offer is put out and reaches nobody, so viewers of praise cannot buy it.
        Scenario scenario = Worlds.Delighted with
        {
            Audience = Worlds.Delighted.Audience with { Relationship = Worlds.Sharp(0.5) },
            Reactions = Worlds.Still.Reactions with { Praise = 1, PraisePublic = 1 },
            WordOfMouth = Heard with { Referral = 1 },
        };
        var schedule = new Schedule
        {
            Sends =
            [
                new Send { Message = Worlds.Pitch },
                new Send { Message = Worlds.Pitch with { Name = "second" }, To = new Targeting { Share = 0 } },
            ],
        };
        Outcome outcome = Simulation.Run(scenario, schedule);
        Assert.True(outcome[Metric.Praise] > 100);
        Assert.InRange(outcome[Metric.SalesReferral]!.Value, 0, 10);
    }

    [Fact]
    public void A_follower_graph_shows_a_voice_to_the_followers_of_the_speaker_only()
    {
        // Everybody from 500 on follows person 0; nobody follows anybody else.
        Scenario scenario = Worlds.Annoyed with
        {
            Graph = FollowerGraph.Of(1000, [.. Enumerable.Range(500, 500).Select(viewer => (viewer, 0))]),
            WordOfMouth = Heard with { Seen = 1 },
        };
        var policy = new ListeningPolicy((day, followers, outbox) =>
        {
            if (day == 0)
            {
                outbox.Send(0, Worlds.Pitch);
                outbox.Send(7, Worlds.Pitch);
            }
        });
        Ledger ledger = Simulation.Run(scenario, policy).Ledger;

        // 500·(1 − 2⁻⁷) views; of those the distinct viewers: 500·(1 − e^(−0.99)) ± 4 standard errors.
        int harmed = ledger.Count(Flow.Harmed).ToArray().Sum() - 2;
        Assert.InRange(harmed, 240, 400);
    }
}
