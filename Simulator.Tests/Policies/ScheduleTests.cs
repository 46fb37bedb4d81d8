using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Messages;
using Simulator.Policies;
using Simulator.Tests.Engine;

namespace Simulator.Tests.Policies;

public sealed class ScheduleTests
{
    private static readonly Scenario Ten = Worlds.Delighted with { Audience = Worlds.Delighted.Audience with { Size = 10 } };

    [Fact]
    public void A_campaign_is_spread_over_its_days_by_index() =>
        Assert.Equal([0, 0, 4, 3, 3, 0], Sent(new Send { Message = Worlds.Pitch, First = 2, Over = 3 })[..6]);

    [Fact]
    public void Campaigns_repeat_and_may_overlap() =>
        Assert.Equal([4, 3, 3 + 4, 3, 3 + 4, 3, 3, 0], Sent(new Send { Message = Worlds.Pitch, Every = 2, Times = 3, Over = 3 })[..8]);

    [Fact]
    public void A_cadence_ends_after_its_last_campaign() =>
        Assert.Equal(5 * 10, Sent(new Send { Message = Worlds.Pitch, First = 1, Every = 7, Times = 5 }).Sum());

    [Fact]
    public void A_new_offer_is_bought_again()
    {
        // Whoever has not bought buys: 1,000 sales of every offer, and six campaigns with two to an offer have three.
        Ledger ledger = Run(Worlds.Delighted, new Send { Message = Worlds.Pitch, Every = 5, Times = 6, NewOfferEvery = 2 }).Ledger;
        Assert.All([0, 10, 20], day => Assert.InRange(ledger.Count(Flow.SalesDm)[day], 990, 1000));
        Assert.All([5, 15, 25], day => Assert.InRange(ledger.Count(Flow.SalesDm)[day], 0, 10));
    }

    [Fact]
    public void One_offer_throughout_is_bought_once() =>
        Assert.InRange(Run(Worlds.Delighted, new Send { Message = Worlds.Pitch, Every = 5, Times = 6 })[Metric.SalesDm]!.Value, 990, 1000);

    [Theory, InlineData(1, 1000), InlineData(0, 0)]
    public void Only_a_text_that_was_read_before_is_a_repetition(int copies, int annoyed)
    {
        // Spamminess is 0 for a new text and 1 for a repeated one; tolerance ½.
        Scenario scenario = Worlds.Delighted with
        {
            Audience = Worlds.Delighted.Audience with { Tolerance = Worlds.Sharp(0.5) },
            Appraisal = new() { Base = -20, Repetition = 20, Promotion = 10, Mechanical = 0, Pressure = 0, Relationship = 0, Consent = 0 },
        };
        Message message = Worlds.Pitch with { Promotion = 1, Copies = copies };
        Ledger ledger = Run(scenario, new Send { Message = message, Every = 5, Times = 3 }).Ledger;
        Assert.Equal(0, ledger.Count(Flow.Annoyed)[0]);
        Assert.InRange(ledger.Count(Flow.Annoyed)[5], annoyed * 0.99, annoyed);
        Ledger renewed = Run(scenario, new Send { Message = message, Every = 5, Times = 3, NewOfferEvery = 1 }).Ledger;
        Assert.Equal(0, renewed.Count(Flow.Annoyed).ToArray().Sum());
    }

    [Fact]
    public void Buyers_complainers_and_weak_signals_are_left_out()
    {
        Send daily = new() { Message = Worlds.Pitch, Every = 1, Times = 5 };
        Assert.InRange(Run(Worlds.Delighted, daily with { To = new Targeting { ExcludeBuyers = true } })[Metric.Sent]!.Value, 1000, 1010);
        Assert.InRange(Run(Worlds.Annoyed, daily with { To = new Targeting { ExcludeComplained = true } })[Metric.Sent]!.Value, 1000, 1010);
        Scenario known = Worlds.Delighted with { Audience = Worlds.Delighted.Audience with { Relationship = Worlds.Sharp(0.4) } };
        Assert.Equal(5000, Sent(daily with { To = new Targeting { SignalAtLeast = 0.38 } }, known, noise: 0).Sum());
        Assert.Equal(0, Sent(daily with { To = new Targeting { SignalAtLeast = 0.62 } }, known, noise: 0).Sum());
    }

    [Fact]
    public void Two_sends_of_one_day_cannot_break_a_frequency_cap()
    {
        var once = new Targeting { Cap = new FrequencyCap { Messages = 1, Within = 7 } };
        Message talk = Worlds.Pitch with { Name = "talk" };
        Ledger ledger = Run(Ten, new Send { Message = talk }, new Send { Message = Worlds.Pitch, To = once }).Ledger;
        Assert.Equal((10, 0), (ledger.Count(Flow.Sent)[0], ledger.Count(Flow.Undelivered)[0]));
    }

    [Fact]
    public void A_frequency_cap_holds_over_its_window()
    {
        Send daily = new() { Message = Worlds.Pitch, Every = 1, Times = 9, To = new Targeting { Cap = new FrequencyCap { Messages = 2, Within = 4 } } };
        Assert.Equal([10, 10, 0, 0, 10, 10, 0, 0, 10, 0], Sent(daily)[..10]);
    }

    [Fact]
    public void What_does_not_arrive_is_counted()
    {
        Outcome outcome = Run(Worlds.Delighted, new Send { Message = Worlds.Pitch, To = new Targeting { Share = 0.7 } });
        double error = Math.Sqrt(0.7 * 0.3 * 1000);
        Assert.InRange(outcome[Metric.Sent]!.Value, 700 - (4 * error), 700 + (4 * error));
        Assert.Equal(1000, outcome[Metric.Sent] + outcome[Metric.Undelivered]);
    }

    [Fact]
    public void A_tool_that_sends_twice_sends_twice()
    {
        var schedule = Schedule.OneBlast(Worlds.Pitch) with { Delivery = new Delivery { Duplicates = 1 } };
        Assert.Equal(2000, Simulation.Run(Worlds.Delighted, schedule)[Metric.Sent]);
    }

    [Fact]
    public void A_test_sends_the_winner_to_the_rest()
    {
        Message idle = Worlds.Pitch with { Name = "idle", Offer = false };
        var schedule = new Schedule { Test = new VariantTest { Messages = [idle, Worlds.Pitch], Share = 0.2, First = 1, DecideAfter = 3 } };
        Ledger ledger = Simulation.Run(Worlds.Delighted, schedule).Ledger;
        int tried = ledger.Count(Flow.Sent)[1];
        Assert.InRange(tried, 200 - (4 * 12.7), 200 + (4 * 12.7));
        Assert.Equal(1000 - tried, ledger.Count(Flow.Sent)[4]);
        Assert.InRange(ledger.Count(Flow.SalesDm)[4], 0.99 * (1000 - tried), 1000 - tried);
    }

    private static int[] Sent(Send send, Scenario? scenario = null, double noise = 1) =>
        Simulation.Run(scenario ?? Ten, new Schedule { Sends = [send], SignalNoise = noise }).Ledger.Count(Flow.Sent).ToArray();

    private static Outcome Run(Scenario scenario, params Send[] sends) => Simulation.Run(scenario, new Schedule { Sends = sends });
}
