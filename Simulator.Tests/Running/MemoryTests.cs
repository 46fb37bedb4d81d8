using Experiments;
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
    public void The_outbox_of_the_longest_day_and_the_mailings_of_a_trial_are_counted()
    {
        const int People = 4_000_000;
        var scenario = new Scenario { Horizon = 100, Audience = new Audience { Size = People, Inflow = 0 } };
        Message[] variants = [.. Enumerable.Range(0, 4).Select(number => new Message { Name = $"variant {number}" })];
        long BytesOf(Schedule schedule) => Footprint.BytesOf(scenario, schedule);
        long Test(double share) => BytesOf(new Schedule { Test = new VariantTest { Messages = variants, Share = share } });
        Schedule once = Schedule.OneBlast(variants[0]);
        Schedule spread = Schedule.OneBlast(variants[0], over: 4);
        Assert.Equal(People * 4.5 * 3 / 4, BytesOf(once) - BytesOf(spread), tolerance: 2);
        Assert.Equal(People * (11.5 + (1 / 8.0)), BytesOf(once with { Sends = [once.Sends[0], once.Sends[0]] }) - BytesOf(once), tolerance: 2);
        Schedule weekly = Schedule.Cadence(variants[0], every: 7, times: 10);
        Assert.Equal(BytesOf(once), BytesOf(weekly));
        scenario = scenario with { Audience = scenario.Audience with { Inflow = 1e-9 } };
        Assert.InRange(BytesOf(weekly) - BytesOf(once), People * 3.5, (People * 3.5) + 100);
        Assert.Equal(People * 0.3 * 3 / 4 * 80, Test(0.5) - Test(0.2), tolerance: 2);
    }

    [Fact]
    public void An_experiment_whose_runs_do_not_fit_is_refused_with_what_to_do()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        plan = OfPeople(plan, 30_000_000);
        long justEnough = Memory.ToAskFor(Memory.OfRun(plan), 1);
        Memory.Refuse(plan, justEnough);
        var refusal = Assert.Throws<RefusedException>(() => Memory.Refuse(plan, justEnough - 2_000_000));
        Assert.StartsWith("Nothing was run. A run needs ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Make audience.size smaller, horizon shorter", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(Memory.Available, 100_000_000, long.MaxValue);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void As_many_runs_as_were_asked_for_are_let_in_and_no_more(int atATime)
    {
        for (long bytesOfRun = 1_000_000_000; bytesOfRun < 20_000_000_000; bytesOfRun += 123_456_789)
        {
            long asked = Memory.ToAskFor(bytesOfRun, atATime);
            Assert.InRange(Memory.ForRuns(asked), bytesOfRun * atATime, (bytesOfRun * atATime) + 1_000_000);

            // What a scheduler writes in units of 2²⁰ bytes, and what the collector makes of the control group it becomes.
            long limit = asked >> 20 << 20;
            Assert.Equal(limit, Memory.Total((long)(limit * 0.75), limit / 100 * 90));
        }
    }

    [Theory, InlineData(16_000_000_000, 14_400_000_000), InlineData(512_000_000_000, 496_640_000_000)]
    public void A_machine_has_all_its_memory_and_runs_get_it_but_for_a_reserve(long memory, long highLoad)
    {
        Assert.Equal(memory, Memory.Total(memory, highLoad));
        Assert.Equal((memory / 10 * 9) - 300_000_000, Memory.ForRuns(memory));

        // A limit on the collected heap alone does not limit people.
        Assert.InRange(Memory.Total(heap: 200_000_000, highLoad), highLoad, memory);
    }

    [Fact]
    public void Small_runs_are_let_in_where_there_is_little_memory() =>
        Assert.InRange(Memory.ForRuns(256_000_000), Memory.OfRun(SmallExperiment.Plan()), 128_000_000);

    [Fact]
    public void A_run_that_does_not_fit_fails_with_its_cause_and_is_no_reason_to_stop()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        FinishedReplicate failed = ReplicateRun.Complete(
            plan.Points[0], [0, 1], plan.Seed, 0, plan.Kept(), TestContext.Current.CancellationToken, new Admission(threads: 2, available: 1000));
        Assert.All(failed.Runs, run => Assert.StartsWith("A run needs ", run.Failure!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_that_do_not_fit_side_by_side_follow_each_other_in_the_order_in_which_they_ask()
    {
        const long Part = 1_000_000_000;
        var admission = new Admission(threads: 4, Memory.ToAskFor(Part, atATime: 10));
        Admission.Place big = admission.Enter(parts: 96, need: 6 * Part, CancellationToken.None);
        Assert.Equal(4, big.Threads);
        Task<Admission.Place> second = Task.Run(() => admission.Enter(parts: 3, need: 6 * Part, CancellationToken.None), TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        Task<Admission.Place> stopped = Task.Run(() => admission.Enter(parts: 1, need: 1, stop.Token), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.False(second.IsCompleted);
        big.Dispose();
        using Admission.Place next = await second;
        Assert.Equal(3, next.Threads);
        using Admission.Place small = admission.Enter(parts: 1, need: 4 * Part, CancellationToken.None);
        Assert.Equal(1, small.Threads);
    }

    [Fact]
    public void A_dry_run_tells_the_memory_of_a_big_audience_without_founding_it()
    {
        ExperimentPlan plan = SmallExperiment.Plan();
        var output = new StringWriter();
        new DryRun(OfPeople(plan, 100_000_000), threads: 2).Write(output);
        Assert.Matches("Memory: (about [0-9.]+ GB a run, with [0-9.]+ GB here for runs: runs follow each other, each on 2 threads|A run needs [0-9.]+ GB)", output.ToString());
        Assert.Contains("scaled up from 200,000 people", output.ToString(), StringComparison.Ordinal);
        if (Memory.ForRuns(Memory.Available) > 2 * Memory.OfRun(OfPeople(plan, 12_000_000)))
        {
            output = new StringWriter();
            new DryRun(OfPeople(plan, 12_000_000), threads: 26).Write(output);
            Assert.Contains("2 runs go on at a time, each on 12 threads.", output.ToString(), StringComparison.Ordinal);
        }

        output = new StringWriter();
        new DryRun(plan, threads: 2).Write(output);
        Assert.DoesNotContain("Memory:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_does_not_fit_is_refused_before_there_is_a_folder()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan();
        Scenario vast = plan.Points[0].Scenario with { Horizon = 20_000, Audience = new Audience { Size = Audience.MaximumSize } };
        plan = plan with { Points = [plan.Points[0] with { Scenario = vast }] };

        (int code, _, string error) = SmallExperiment.Run(plan, folder["vast"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith("Nothing was run. A run needs ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["vast"]));
    }

    private static ExperimentPlan OfPeople(ExperimentPlan plan, int people)
    {
        Point small = plan.Points[0];
        return plan with { Points = [small with { Scenario = small.Scenario with { Audience = small.Scenario.Audience with { Size = people } } }] };
    }
}
