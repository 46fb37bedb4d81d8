using Simulator.People;

namespace Simulator.Tests.People;

public sealed class CrewTests
{
    private const int Pieces = 500;

    [Theory, InlineData(1, true), InlineData(1, false), InlineData(3, true), InlineData(3, false), InlineData(1000, true)]
    public void Every_piece_is_done_once(int threads, bool together)
    {
        var done = new int[Pieces];
        new Crew(threads).Do(Pieces, together, piece => Interlocked.Increment(ref done[piece]));
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Two_pieces_are_done_at_the_same_time()
    {
        Assert.SkipWhen(Environment.ProcessorCount == 1, "With one processor, nothing happens at the same time.");
        using var meeting = new Barrier(2);
        var met = new bool[2];
        new Crew(2).Do(2, together: true, piece => met[piece] = meeting.SignalAndWait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.All(met, Assert.True);
    }

    [Theory, InlineData(1, true), InlineData(3, true), InlineData(3, false)]
    public void Work_stops_between_two_pieces(int threads, bool together)
    {
        using var stop = new CancellationTokenSource();
        int done = 0;
        Assert.Throws<OperationCanceledException>(() => new Crew(threads) { Cancellation = stop.Token }.Do(Pieces, together, piece =>
        {
            Interlocked.Increment(ref done);
            stop.Cancel();
        }));
        Assert.InRange(done, 1, together ? threads : 1);
    }

    [Theory, InlineData(1), InlineData(4)]
    public void A_failure_is_told_as_it_happened(int threads)
    {
        int done = 0;
        var failure = Assert.Throws<OverflowException>(() => new Crew(threads).Do(Pieces, together: true, piece =>
        {
            Interlocked.Increment(ref done);
            throw new OverflowException($"piece {piece}");
        }));
        Assert.Equal("piece 0", failure.Message);
        Assert.InRange(done, 1, threads);
    }
}
