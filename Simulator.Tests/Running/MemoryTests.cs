using Experiments.Running;
using Experiments.Store;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.People;
using Simulator.Policies;

namespace Simulator.Tests.Running;

public sealed class MemoryTests
{
    private static readonly Schedule Blast = Schedule.OneBlast(new Message { Name = "book", Offer = true, Copies = 3 });

    [Fact]
    public void A_run_with_a_hundred_million_people_needs_less_than_12_gigabytes()
    {
        var scenario = new Scenario { Audience = new Audience { Size = 100_000_000 } };
        long bytes = Footprint.BytesOf(scenario, Blast);

        // 100 million of 82 bytes, 91 million who come later of 31, and half a byte for offers and copies.
        Assert.InRange(bytes, 10_500_000_000, 12_000_000_000);
        Assert.InRange(Footprint.BytesOf(scenario, Schedule.Silent), 5_000_000_000, 6_500_000_000);
        Assert.Equal(96, Footprint.PartsOf(scenario));
        Assert.Equal(1, Footprint.PartsOf(new Scenario()));
    }

    [Fact]
    public void Remembered_deliveries_copies_and_offers_are_counted()
    {
        const int People = 4_000_000;
        var scenario = new Scenario { Horizon = 100, Audience = new Audience { Size = People, Inflow = 0 } };
        long BytesOf(Schedule schedule) => Footprint.BytesOf(scenario, schedule);
        Schedule weekly = Schedule.Cadence(new Message { Name = "book", Offer = true, Copies = 3 }, every: 7, times: 10);
        Schedule capped = weekly with { Sends = [weekly.Sends[0] with { To = new Targeting { Cap = new FrequencyCap { Messages = 5, Within = 30 } } }] };
        Schedule renewed = weekly with { Sends = [weekly.Sends[0] with { NewOfferEvery = 2 }] };
        Assert.Equal(BytesOf(weekly) + (People * 2L * 5), BytesOf(capped));
        Assert.Equal(BytesOf(weekly) + (4L * 4 * People / 8), BytesOf(renewed));
    }

    [Fact]
    public void An_experiment_whose_runs_do_not_fit_is_refused_with_what_to_do()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        Memory.Refuse(plan, Memory.OfRun(plan));
        var refusal = Assert.Throws<RefusedException>(() => Memory.Refuse(plan, Memory.OfRun(plan) - 1));
        Assert.StartsWith("Nothing was run. A run needs ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Make audience.size smaller, horizon shorter", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(Memory.Available, 100_000_000, long.MaxValue);
    }

    [Fact]
    public void A_run_that_does_not_fit_fails_with_its_cause_and_is_no_reason_to_stop()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        FinishedReplicate failed = ReplicateRun.Complete(
            plan.Points[0], [0, 1], plan.Seed, 0, plan.Kept(), TestContext.Current.CancellationToken, new Admission(threads: 2, bytes: 1000));
        Assert.All(failed.Runs, run => Assert.StartsWith("A run needs ", run.Failure!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_that_do_not_fit_side_by_side_follow_each_other_in_the_order_in_which_they_ask()
    {
        var admission = new Admission(threads: 4, bytes: 100);
        Admission.Place big = admission.Enter(parts: 96, need: 60, CancellationToken.None);
        Assert.Equal(4, big.Threads);
        Task<Admission.Place> second = Task.Run(() => admission.Enter(parts: 3, need: 60, CancellationToken.None), TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        Task<Admission.Place> stopped = Task.Run(() => admission.Enter(parts: 1, need: 1, stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.False(second.IsCompleted);
        big.Dispose();
        using Admission.Place next = await second;
        Assert.Equal(3, next.Threads);
        using Admission.Place small = admission.Enter(parts: 1, need: 40, CancellationToken.None);
        Assert.Equal(1, small.Threads);
    }

    [Fact]
    public void A_dry_run_tells_the_memory_of_a_big_audience_without_founding_it()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        Point small = plan.Points[0];
        ExperimentPlan big = plan with { Points = [small with { Scenario = small.Scenario with { Audience = small.Scenario.Audience with { Size = 100_000_000 } } }] };
        var output = new StringWriter();
        new DryRun(big, threads: 2).Write(output);
        Assert.Matches("Memory: (about [0-9.]+ GB a run, with [0-9.]+ GB here: .* side by side|A run needs [0-9.]+ GB)", output.ToString());
        Assert.Contains("scaled up from 200,000 people", output.ToString(), StringComparison.Ordinal);
        output = new StringWriter();
        new DryRun(plan, threads: 2).Write(output);
        Assert.DoesNotContain("Memory:", output.ToString(), StringComparison.Ordinal);
    }
}
