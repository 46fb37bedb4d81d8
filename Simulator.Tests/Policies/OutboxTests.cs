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

    [Fact]
    public void A_list_that_grows_with_its_audience_is_not_taken_anew_every_day()
    {
        var outbox = new Outbox();
        var message = new Message { Name = "daily" };
        Mail(Everybody);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int day = 1; day <= 20; day++)
        {
            Mail(Everybody + (day * Everybody / 200));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        int[] everybody = [.. Enumerable.Range(0, 2 * Everybody)];
        Mail(2 * Everybody);
        Assert.Equal(everybody, outbox.People(outbox.Mailings[0]));
        outbox.Open(message with { Name = "late" }, offer: 0, copy: 0, reached: 1).AddEvery(0, 2 * Everybody, step: 1);
        outbox.Send(7, message);
        Assert.Equal(everybody, outbox.People(outbox.Mailings[0]));
        Assert.Equal(everybody, outbox.People(outbox.Mailings[1]));
        Assert.Equal([7], outbox.People(outbox.Mailings[2]));

        void Mail(int people)
        {
            outbox.Clear();
            outbox.Open(message, offer: 0, copy: 0, reached: 1).AddEvery(0, people, step: 1);
        }
    }

    private static bool IsWanted(int person) => (person * 2654435761L >> 9) % 7 < 3;
}
