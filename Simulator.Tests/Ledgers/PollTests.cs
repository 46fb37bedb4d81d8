using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Tests.Engine;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Ledgers;

public sealed class PollTests
{
    private static readonly Scenario World = new() { Horizon = 10, Audience = new() { Size = 2000 } };

    [Theory, InlineData(0.81, 1.0), InlineData(0.82, 0.0)]
    public void Bystanders_answer_by_what_the_message_is_to_a_stranger(double threshold, double negative)
    {
        // Λ(1.5) = 0.8176.
        Assert.Equal(negative, Share(World with { Poll = new Poll { FollowerShare = 0, Threshold = threshold } }));
    }

    [Theory, InlineData(0, 1.0), InlineData(1, 0.0)]
    public void All_answers_are_on_their_side_of_an_extreme_threshold(double threshold, double negative) =>
        Assert.Equal(negative, Share(World with { Poll = new Poll { Threshold = threshold } }));

    [Fact]
    public void The_answers_come_in_the_ratio_of_the_two_groups()
    {
        // Followers feel nothing (s = 0), bystanders do not know the sender (R = 0): their s is above ½.
        Scenario scenario = Worlds.Delighted with
        {
            Audience = Worlds.Delighted.Audience with { Relationship = Worlds.Sharp(0.99999) },
            Appraisal = new() { Relationship = 20 },
            Poll = new Poll { Size = 10, FollowerShare = 0.3 },
        };
        Assert.Equal(0.7, Share(scenario));
    }

    [Fact]
    public void Annoyance_pulls_people_into_the_poll()
    {
        double without = Mean(World with { Poll = new Poll { Pull = 0, FollowerShare = 1 } });
        double with = Mean(World with { Poll = new Poll { Pull = 5, FollowerShare = 1 } });

        // 40 polls of 65: a standard error of a difference below 1.4 percentage points.
        Assert.True(with > without + (4 * 0.014), $"{without} {with}");
    }

    [Fact]
    public void Without_a_promotional_message_or_before_its_day_there_is_no_poll()
    {
        Assert.Null(Simulation.Run(World, Schedule.Silent)[Metric.PollNegativeShare]);
        Assert.Null(Simulation.Run(World, Schedule.OneBlast(CmoJoe.Conversation))[Metric.PollNegativeShare]);
        Assert.Null(Simulation.Run(World with { Horizon = 7 }, CmoJoe.OneBlast)[Metric.PollNegativeShare]);
        Assert.NotNull(Simulation.Run(World with { Horizon = 8 }, CmoJoe.OneBlast)[Metric.PollNegativeShare]);
    }

    private static double? Share(Scenario scenario) => Simulation.Run(scenario, CmoJoe.OneBlast)[Metric.PollNegativeShare];

    private static double Mean(Scenario scenario) => Enumerable.Range(0, 40)
        .Average(replicate => Simulation.Run(scenario, CmoJoe.OneBlast, seed: 2, replicate)[Metric.PollNegativeShare]!.Value);
}
