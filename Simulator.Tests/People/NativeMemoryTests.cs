using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;
using Simulator.RandomStreams;
using Simulator.Tests.Engine;

namespace Simulator.Tests.People;

/// <summary>Columns are memory that no collector looks after.</summary>
[Collection(nameof(NativeMemoryTests)), CollectionDefinition(nameof(NativeMemoryTests), DisableParallelization = true)]
public sealed class NativeMemoryTests
{
    private static readonly Scenario Few = new() { Horizon = 20, Audience = new Audience { Size = 3000, Inflow = 0.02 } };

    [Fact]
    public void A_grown_column_keeps_its_values_and_is_zero_beyond_them()
    {
        var column = new Column<double>(5000);
        column[0] = 1.5;
        column[4999] = -2;
        column.Grow(20_000);
        double[] expected = new double[20_000];
        (expected[0], expected[4999]) = (1.5, -2);
        Assert.Equal(expected, column.First(20_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => column.First(20_001).Length);
        column.Free();
        Assert.Equal(0, column.Length);
    }

    [Fact]
    public void Everything_that_is_known_of_people_survives_the_growth_of_their_columns()
    {
        var founding = new Founding(new Audience { Size = 1000 });
        using var tight = new Followers(1000);
        using var roomy = new Followers(9000);
        foreach (Followers people in new[] { tight, roomy })
        {
            founding.FoundAudience(people, new Draws(4, 0));
            people.Pressure[999] = 3;
            people.Marks[17] |= Marks.Complained;
            people.Status[5] = Status.Blocked;
            founding.Welcome(people, new Draws(4, 0), 5000);
        }

        Assert.Equal(roomy.Relationship0.First(6000), tight.Relationship0.First(6000));
        Assert.Equal(roomy.Reach.First(6000), tight.Reach.First(6000));
        Assert.Equal(roomy.ExitBudget.First(6000), tight.ExitBudget.First(6000));
        Assert.Equal(roomy.Pressure.First(6000), tight.Pressure.First(6000));
        Assert.Equal(roomy.Marks.First(6000).ToArray(), tight.Marks.First(6000).ToArray());
        Assert.Equal(roomy.Status.First(6000).ToArray(), tight.Status.First(6000).ToArray());
    }

    [Theory, InlineData(1), InlineData(3)]
    public void People_are_the_same_whoever_founds_them_and_wherever_rare_traits_come_from(int threads)
    {
        const int Size = 200_000;
        var audience = new Audience
        {
            Size = Size,
            Segments = [new Segment { Name = "near", Share = 0.4 }, new Segment { Name = "far", Share = 0.6, Reach = new LogNormalShape { Median = 900 } }],
        };
        var founding = new Founding(audience);
        var draws = new Draws(8, 3);
        using var stored = new Followers(2 * Size);
        using var drawn = new Followers(2 * Size, new TraitsOnDemand(founding, draws));
        founding.FoundAudience(stored, draws);
        founding.Welcome(stored, draws, 1000);
        founding.FoundAudience(drawn, draws, new Crew(threads));
        founding.Welcome(drawn, draws, 1000, new Crew(threads));
        int everybody = Size + 1000;
        Assert.Equal(stored.Relationship0.First(everybody), drawn.Relationship0.First(everybody));
        Assert.Equal(stored.Trust0.First(everybody), drawn.Trust0.First(everybody));
        Assert.Equal(stored.Appetite.First(everybody), drawn.Appetite.First(everybody));
        Assert.Equal(stored.Segment.First(everybody), drawn.Segment.First(everybody));
        Assert.Equal(stored.Marks.First(everybody).ToArray(), drawn.Marks.First(everybody).ToArray());
        Assert.Equal(stored.ExitBudget.First(everybody), drawn.ExitBudget.First(everybody));
        Assert.Equal(stored.Reach.First(everybody).ToArray(), Enumerable.Range(0, everybody).Select(drawn.ReachOf));
        Assert.All(drawn.Misjudgement.First(everybody).ToArray(), misjudgement => Assert.Equal(0, misjudgement));
        Assert.Equal(stored.Misjudgement.First(everybody).ToArray(), Enumerable.Range(0, everybody).Select(drawn.MisjudgementOf));
        Assert.Equal(stored.Misjudgement.First(everybody).ToArray(), Enumerable.Range(0, everybody).Select(drawn.MisjudgementOf));
    }

    [Fact]
    public void A_run_gives_all_its_memory_back_even_when_it_is_stopped()
    {
        Schedule capped = new() { Sends = [new Send { Message = Worlds.Pitch, Every = 2, Times = 9, To = new Targeting { Cap = new FrequencyCap { Messages = 3, Within = 9 } } }] };
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = ZeroedMemory.BytesInUse;
        new Run(Few, capped, seed: 1, replicate: 0, threads: 2, cohortSize: 256).Complete(TestContext.Current.CancellationToken);
        Assert.Equal(before, ZeroedMemory.BytesInUse);
        var stopped = new Run(Few, capped, seed: 1, replicate: 0, threads: 2, cohortSize: 256);
        Assert.InRange(ZeroedMemory.BytesInUse - before, 3000 * (Followers.StateBytes + Followers.TraitBytes - (2 * Followers.RareTraitBytes)), long.MaxValue);
        Assert.ThrowsAny<OperationCanceledException>(() => stopped.Complete(new CancellationToken(canceled: true)));
        Assert.Equal(before, ZeroedMemory.BytesInUse);
    }

    [Fact]
    public void A_run_whose_memory_is_refused_half_way_gives_back_what_it_had()
    {
        var many = new Scenario { Audience = new Audience { Size = 100_000 } };
        var remembering = new ListeningPolicy((_, _, _) => { }) { RememberedMessages = int.MaxValue };
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = ZeroedMemory.BytesInUse;
        Assert.Throws<InsufficientMemoryException>(() => new Run(many, remembering, seed: 1, replicate: 0, threads: 1, cohortSize: 256));
        Assert.Equal(before, ZeroedMemory.BytesInUse);
    }

    [Fact]
    public void A_view_that_a_policy_kept_knows_nobody_when_the_run_is_over()
    {
        FollowerView? kept = null;
        new Run(Few, new ListeningPolicy((_, followers, _) => kept = followers), seed: 1, replicate: 0, threads: 1, cohortSize: 256).Complete(TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentOutOfRangeException>(() => kept!.Reach(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => kept!.HasBought(0, Worlds.Pitch));
    }

    [Fact]
    public void Bits_of_people_beyond_the_room_are_not_set_and_a_set_one_stays()
    {
        var column = new BitColumn(100);
        column.Set(99);
        column.Reserve(100_000);
        Assert.True(column.Has(99));
        Assert.False(column.Has(98));
        Assert.False(column.Has(1_000_000));
        column.Free();
        Assert.False(column.Has(99));
    }

    [Fact]
    public void Memory_that_does_not_exist_is_refused_in_words()
    {
        var refused = Assert.Throws<InsufficientMemoryException>(() => new Column<double>(1L << 56));
        Assert.Contains("smaller audience", refused.Message, StringComparison.Ordinal);
    }
}
