using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;

namespace Simulator.Tests.Policies;

public sealed class OutboxTests
{
    private const int Everybody = 1_000_003;

    [Theory, InlineData(1, 1), InlineData(3, 1), InlineData(3, 3), InlineData(8, 7)]
    public void Recipients_are_the_same_whoever_chooses_them(int threads, int step)
    {
        var alone = new Outbox();
        var together = new Outbox { Crew = new Crew(threads) };
        foreach (Outbox outbox in new[] { alone, together })
        {
            var first = new Message { Name = "first" };
            outbox.Send(77, first);
            outbox.Open(first, offer: 0, copy: 0, reached: 1).AddWhere(2, Everybody, step, IsWanted);
            outbox.Open(first, offer: 0, copy: 0, reached: 1).AddWhere(0, Everybody, step, person => person % 2 == 0);
            outbox.Open(new Message { Name = "second" }, offer: 0, copy: 0, reached: 1).AddWhere(1, Everybody, step, _ => false);
            outbox.Open(new Message { Name = "third" }, offer: 0, copy: 0, reached: 1).AddEvery(1, Everybody, step);
        }

        Assert.Equal(alone.Mailings, together.Mailings);
        Assert.Equal(alone.Count, together.Count);
        foreach (Mailing mailing in alone.Mailings)
        {
            Assert.Equal(alone.People(mailing), together.People(mailing));
        }

        int[] wanted = [.. Enumerable.Range(0, Everybody).Where(person => person % step == 2 % step && person >= 2 && IsWanted(person))];
        Assert.Equal(wanted, together.People(together.Mailings[1]).ToArray());
    }

    private static bool IsWanted(int person) => (person * 2654435761L >> 9) % 7 < 3;
}
