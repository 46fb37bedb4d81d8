using Simulator.Ledgers;

namespace Simulator.Tests.Questions;

/// <summary>
/// One test a shipped experiment: on fewer people and replicates than by default, the finding that its report leads with
/// holds in direction. Sizes of effects are the report's affair.
/// </summary>
public sealed class The_shipped_experiments_answer_in_the_direction_they_say
{
    private const string Few = "scenario.audience.size=4000";

    [Fact]
    public void Cadence_has_its_optimum_between_haste_and_hesitation_and_haste_leads_only_at_first()
    {
        const string Every = "policies.pitching.sends[0].every";
        var run = ReducedRun.Of("cadence", 8, Few, "scenario.horizon=365", "horizons=[365]");
        double[] value = [.. Enumerable.Range(0, 7).Select(point => run.Values(point, Metric.NetValue).Average())];
        string best = run.Levels(Every)[Array.IndexOf(value, value.Max())];
        Assert.Equal("10", best);
        (int hasty, int patient, int rare) = (run.At((Every, "3")), run.At((Every, "10")), run.At((Every, "30")));
        ReducedRun.IsAbove(run.OnDay(hasty, Metric.NetValue, 13), run.OnDay(patient, Metric.NetValue, 13));
        ReducedRun.IsAbove(run.Values(patient, Metric.NetValue), run.Values(hasty, Metric.NetValue));
        ReducedRun.IsAbove(run.Values(patient, Metric.NetValue), run.Values(rare, Metric.NetValue));
    }

    [Fact]
    public void The_count_hides_a_loss_of_trust_in_its_noise_for_a_week()
    {
        const string Loss = "scenario.trust.loss";
        var run = ReducedRun.Of("no-dip", 40, Few, "scenario.horizon=60", "horizons=[7]");
        (int none, int heavy) = (run.At((Loss, "0")), run.At((Loss, "0.8")));
        double[] before = run.Values(none, Metric.FollowersDay7);
        double hidden = before.Average() - run.Values(heavy, Metric.FollowersDay7).Average();
        Assert.InRange(hidden, 0, 0.5 * Deviation(before));
        ReducedRun.IsAbove(run.OnDay(heavy, Metric.TrustDebt, 6), run.OnDay(none, Metric.TrustDebt, 6));
        Assert.True(run.OnDay(heavy, Metric.TrustDebt, 6).Average() > 0.01);
    }

    [Fact]
    public void Silence_is_made_by_who_is_asked_more_than_by_who_answers_and_most_annoyance_is_swallowed()
    {
        const string Speak = "scenario.reactions.complain", Asked = "scenario.poll.followerShare", Pull = "scenario.poll.pull";
        var run = ReducedRun.Of("silence", 20);
        double Poll(string asked, string pull) => run.Values(run.At((Speak, "0.014"), (Asked, asked), (Pull, pull)), Metric.PollNegativeShare).Average();
        double frame = Poll("0.5", "0") - Poll("1", "0");
        double selection = Poll("0.5", "0.5") - Poll("0.5", "0");
        Assert.True(selection >= 0 && frame > 2 * selection, $"{frame} {selection}");
        int written = run.At((Speak, "0.014"), (Asked, "0.5"), (Pull, "0.5"));
        Assert.InRange(run.Values(written, Metric.Complaints).Average(), 10, 27);
        Assert.True(run.Share(written, Metric.Complaints, Metric.Annoyed) < 0.02);
        Assert.True(run.Values(run.At((Speak, "1"), (Asked, "0.5"), (Pull, "0.5")), Metric.Complaints).Average() > 20 * run.Values(written, Metric.Complaints).Average());
    }

    [Fact]
    public void What_a_message_says_moves_trust_more_than_a_tool_that_sends_twice()
    {
        const string Says = "policies.monthly.sends[0].message", Twice = "policies.monthly.delivery.duplicates";
        var run = ReducedRun.Of("tool-or-message", 12, Few);
        double Debt(string says, string twice) => run.Values(run.At((Says, says), (Twice, twice), ("policies.monthly.delivery.secondsPerDm", "4")), Metric.TrustDebt).Average();
        double byMessage = Debt("book", "0.05") - Debt("worth reading", "0.05");
        double byTool = Debt("book", "0.05") - Debt("book", "0");
        Assert.True(byTool > 0 && byMessage > 3 * byTool, $"{byMessage} {byTool}");
    }

    [Fact]
    public void Conversations_pay_when_they_are_worth_having_and_cost_when_they_are_not()
    {
        const string Days = "policies.talk, then pitch.sends[1].first", Worth = "messages.conversation.value";
        var run = ReducedRun.Of("relationship-first", 16, Few);
        double[] Value(string days, string worth) => run.Values(run.At((Days, days), (Worth, worth)), Metric.NetValue);
        ReducedRun.IsAbove(Value("84", "0.9"), Value("0", "0.9"));
        ReducedRun.IsAbove(Value("0", "0.1"), Value("84", "0.1"));
    }

    [Fact]
    public void Context_saves_trust_at_little_cost_for_one_who_knows_his_followers_and_at_great_cost_for_one_who_guesses()
    {
        const string Bar = "policies.weekly.sends[0].to.signalAtLeast", Error = "policies.weekly.signalNoise";
        var run = ReducedRun.Of("segmentation", 8, Few, "vary={'policies.weekly.sends[0].to.signalAtLeast': {values: [0, 0.1]}, policies.weekly.signalNoise: {values: [0, 4]}}");
        double[] Of(string bar, string error, Metric metric) => run.Values(run.At((Bar, bar), (Error, error)), metric);
        ReducedRun.IsAbove(Of("0.1", "0", Metric.NetValue), Of("0.1", "4", Metric.NetValue));
        Assert.True(Of("0.1", "0", Metric.TrustDebt).Average() < 0.6 * Of("0", "0", Metric.TrustDebt).Average());
        Assert.True(Of("0.1", "0", Metric.NetValue).Average() > 0.9 * Of("0", "0", Metric.NetValue).Average());
        Assert.True(Of("0.1", "4", Metric.NetValue).Average() < 0.8 * Of("0", "0", Metric.NetValue).Average());
    }

    [Fact]
    public void Answering_saves_trust_if_it_comes_soon_and_costs_more_than_it_earns()
    {
        const string Rate = "scenario.response.rate", Delay = "scenario.response.delay";
        var run = ReducedRun.Of("answering", 16, "scenario.audience.size=8000");
        double[] Of(string rate, string delay, Metric metric) => run.Values(run.At((Rate, rate), (Delay, delay)), metric);
        ReducedRun.IsAbove(Of("0", "1", Metric.TrustDebt), Of("1", "1", Metric.TrustDebt));
        double soon = Of("0", "1", Metric.TrustDebt).Average() - Of("1", "1", Metric.TrustDebt).Average();
        double late = Of("0", "14", Metric.TrustDebt).Average() - Of("1", "14", Metric.TrustDebt).Average();
        Assert.True(late < soon / 2, $"{late} {soon}");
        ReducedRun.IsAbove(Of("0", "14", Metric.NetValue), Of("1", "14", Metric.NetValue));
    }

    [Fact]
    public void A_heavier_tail_of_reach_makes_the_worst_worse_and_the_mean_no_higher()
    {
        const string Spread = "scenario.audience.reach.sigma", Join = "scenario.wordOfMouth.join";
        var run = ReducedRun.Of("influence", 150, "vary={scenario.wordOfMouth.join: {values: [0.05]}}");
        double[] even = run.Values(run.At((Spread, "0.5"), (Join, "0.05")), Metric.ComplaintsBystander);
        double[] heavy = run.Values(run.At((Spread, "2.5"), (Join, "0.05")), Metric.ComplaintsBystander);
        Assert.True(heavy.Max() > even.Max(), $"{heavy.Max()} {even.Max()}");
        Assert.True(Median(heavy) < Median(even));
        double error = Math.Sqrt(((Deviation(even) * Deviation(even)) + (Deviation(heavy) * Deviation(heavy))) / even.Length);
        Assert.True(heavy.Average() - even.Average() < 3 * error);
    }

    [Fact]
    public void The_more_take_following_for_consent_the_fewer_are_annoyed_and_the_less_trust_is_lost()
    {
        const string Consent = "scenario.audience.consent";
        var run = ReducedRun.Of("permission", 8, Few);
        foreach (string policy in new[] { "one blast", "fortnightly" })
        {
            double[] annoyed = [.. Enumerable.Range(0, 7).Select(point => run.Share(point, Metric.Annoyed, Metric.Read, policy))];
            Assert.Equal(annoyed.OrderDescending(), annoyed);
            ReducedRun.IsAbove(run.Values(run.At((Consent, "0")), Metric.TrustDebt, policy), run.Values(run.At((Consent, "1")), Metric.TrustDebt, policy));
        }
    }

    [Fact]
    public void Complaints_and_sales_shrink_with_what_was_delivered_the_poll_does_not()
    {
        var run = ReducedRun.Of("delivered", 40);
        Assert.Equal("0.036", run.Levels("policies.one blast.sends[0].to.share")[0]);
        Assert.All(run.Values(0, Metric.Complaints), complaints => Assert.True(complaints < 10));
        double ratio = run.Values(0, Metric.SalesDm).Average() / run.Values(9, Metric.SalesDm).Average();
        Assert.InRange(ratio, 0.025, 0.05);
        Assert.InRange(run.Values(9, Metric.PollNegativeShare).Average() - run.Values(0, Metric.PollNegativeShare).Average(), -0.06, 0.06);
    }

    [Fact]
    public void Without_any_loss_of_trust_the_case_looks_the_same_and_only_more_pitches_tell()
    {
        const string Loss = "scenario.trust.loss";
        var run = ReducedRun.Of("null", 20);
        (int none, int lost) = (run.At((Loss, "0")), run.At((Loss, "0.5")));
        Assert.All(new[] { none, lost }, point => Assert.InRange(run.Values(point, Metric.Complaints, "one blast").Average(), 10, 27));
        Assert.Equal(run.Values(none, Metric.SalesDm, "one blast"), run.Values(lost, Metric.SalesDm, "one blast"));
        ReducedRun.IsAbove(run.Values(none, Metric.SalesDm, "monthly"), run.Values(lost, Metric.SalesDm, "monthly"));
        ReducedRun.IsAbove(run.Values(none, Metric.Followers, "monthly"), run.Values(lost, Metric.Followers, "monthly"));
    }

    [Fact]
    public void A_tool_that_learns_recovers_most_of_what_knowing_is_worth_and_a_poor_pilot_silences_only_one_that_tries_nobody()
    {
        var run = ReducedRun.Of("learned-targeting", 5, Few, "whatIf=[]");
        double[] Value(string policy) => run.Values(0, Metric.NetValue, policy);
        ReducedRun.IsAbove(Value("known 20%"), Value("everybody"));
        ReducedRun.IsAbove(Value("learned"), Value("everybody"));
        Assert.True(Value("learned").Average() - Value("everybody").Average() > 0.5 * (Value("known 20%").Average() - Value("everybody").Average()));
        Assert.True(run.Values(0, Metric.Sent, "learned, pilot 2%").Min() > 3 * run.Values(0, Metric.Sent, "pilot 2%, tries nobody").Min());
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
