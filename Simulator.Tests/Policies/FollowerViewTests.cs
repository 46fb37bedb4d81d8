using Simulator.Engine;
using Simulator.Policies;
using Simulator.Tests.Engine;

namespace Simulator.Tests.Policies;

public sealed class FollowerViewTests
{
    [Fact]
    public void A_policy_sees_what_a_sender_sees_and_nothing_else()
    {
        string[] members =
        [
            .. typeof(FollowerView).GetMembers()
                .Where(member => member.DeclaringType == typeof(FollowerView) && !member.Name.StartsWith("get_", StringComparison.Ordinal))
                .Select(member => member.Name).Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            [
                "Complaints", "Count", "DaysFollowing", "HasBought", "HasComplained", "HasPraised", "IsFollowing",
                "LastMessaged", "Lot", "MessagesWithin", "PilotLot", "Reach", "Sales", "Sent", "Signal", "TodaysLot",
            ],
            members);
    }

    [Fact]
    public void Deliveries_are_remembered()
    {
        Watch(Worlds.Delighted, remembered: 2, (day, followers, outbox) =>
        {
            if (day is 3 or 5 or 9)
            {
                outbox.Send(4, Worlds.Pitch);
            }

            if (day == 10)
            {
                Assert.Equal(9, followers.LastMessaged(4));
                Assert.Null(followers.LastMessaged(5));
                Assert.Equal(1, followers.MessagesWithin(4, 5));
                Assert.Equal(2, followers.MessagesWithin(4, 6));
                Assert.Equal(2, followers.MessagesWithin(4, 100));
                Assert.Equal(3, followers.Sent(Worlds.Pitch));
                Assert.Equal(1, followers.Sales(Worlds.Pitch));
                Assert.True(followers.HasBought(4, Worlds.Pitch) && followers.HasBought(4) && !followers.HasBought(5));
            }
        });
    }

    [Fact]
    public void Time_since_following_counts_from_arrival()
    {
        var arrivedBy = new List<int>();
        Watch(Worlds.Still with { Audience = Worlds.Still.Audience with { Inflow = 0.002 } }, remembered: 0, (day, followers, _) =>
        {
            arrivedBy.Add(followers.Count);
            for (int person = 0; person < followers.Count; person++)
            {
                int arrived = person < 1000 ? 0 : arrivedBy.FindIndex(count => count > person);
                Assert.Equal(day - arrived, followers.DaysFollowing(person));
            }
        });
        Assert.True(arrivedBy[^1] > 1020);
    }

    [Fact]
    public void Who_left_is_off_the_list_on_the_morning_after()
    {
        int[] following = new int[40];
        Scenario scenario = new() { Horizon = 40, Audience = new() { Size = 2000, Inflow = 0 }, Drift = new() { Base = 0.01 } };
        var policy = new ListeningPolicy((day, followers, _) => following[day] = Enumerable.Range(0, followers.Count).Count(followers.IsFollowing));
        Assert.Equal(Simulation.Run(scenario, policy).Ledger.Followers.ToArray(), following);
    }

    [Fact]
    public void A_message_to_somebody_who_is_not_there_is_an_error_and_not_a_drift() =>
        Assert.Throws<InvalidOperationException>(() => Watch(Worlds.Still, remembered: 0, (_, followers, outbox) => outbox.Send(followers.Count, Worlds.Pitch)));

    private static void Watch(Scenario scenario, int remembered, Action<int, FollowerView, Outbox> choose) =>
        Simulation.Run(scenario, new ListeningPolicy(choose) { RememberedMessages = remembered });
}
