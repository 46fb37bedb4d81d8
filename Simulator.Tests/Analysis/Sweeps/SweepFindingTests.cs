using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Analysis.Sweeps;
using Simulator.Ledgers;

namespace Simulator.Tests.Analysis.Sweeps;

public sealed class SweepFindingTests
{
    private static readonly AnswerOutcome Net = AnswerOutcome.Of(Metric.NetValue, hasSilence: true);

    [Fact]
    public void Effects_come_in_the_order_and_size_they_were_made()
    {
        IReadOnlyList<FactorEffect> effects = FactorEffect.All(SweepFolder.Read(KnownSweeps.Additive), Net, "regular");

        Assert.Equal([2, 1, 3, 0], effects.Select(effect => effect.Factor));
        Assert.Equal([40, 20, 4, 0], effects.Select(effect => effect.Size.Mean), new Near(0.3));
    }

    [Fact]
    public void Factors_changed_alone_are_held_against_the_experiment_as_written()
    {
        IReadOnlyList<FactorEffect> effects = FactorEffect.All(SweepFolder.Read(KnownSweeps.Alone), Net, "regular");

        Assert.Equal([2, 1, 3, 0], effects.Select(effect => effect.Factor));
        Assert.Equal([40, 20, 4, 0], effects.Select(effect => effect.Size.Mean), new Near(0.5));
    }

    [Fact]
    public void The_factor_that_does_nothing_is_said_to_do_nothing()
    {
        Finding finding = EffectsFinding.Of(SweepFolder.Read(KnownSweeps.Additive), Net)!;

        Assert.StartsWith("What it says moves net value most: ", finding.Title, StringComparison.Ordinal);
        Assert.Contains("Idle factor: nothing that these runs show.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_overtaking_is_that_of_the_crossing_means()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Greed);
        Leadership leadership = Leadership.Of(results)!;

        Assert.Equal(2, leadership.Reigns.Count);
        Assert.InRange(leadership.Reigns[1].From, 28, 31);
        Assert.Matches("^Days between messages = 3 leads at first; from day (28|29|30|31) on days between messages = 14 is ahead$", OvertakingFinding.Of(results)!.Title);
    }

    [Fact]
    public void The_front_holds_what_nothing_beats_and_leaves_out_what_is_worse_in_both()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Policies);
        IReadOnlyList<SweepCell> front = ParetoFront.Of(results.Choices.Select(choice => choice.Cell), Net, results.Price!);

        Assert.Equal(["fast", "calm"], front.Select(cell => cell.Policy));
        Assert.StartsWith("2 of 3 choices are worth a thought", FrontFinding.Of(results)!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Worlds_are_averaged_over_since_nobody_chooses_them()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Policies);

        Assert.Equal(6, results.Cells.Count);
        Assert.Equal(3, results.Choices.Count);
        Assert.Equal(97, results.Choices[0].Cell.Of(Net).Mean, new Near(0.5));
        Assert.Equal("“fast”", results.NameOf(results.Choices[0].Cell));
        Assert.Matches(@"^Best: “fast”, net value 9[67]\.\d+ currency units above silence$", BestFinding.Of(results)!.Title);
        Assert.Contains("averaged over trust lost", BestFinding.Of(results)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ridge_moves_as_it_was_made_to()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Worlds);
        Ridge ridge = Ridge.Of(results, Net, "regular")!;

        Assert.Equal([5, 10, 15], ridge.Optima.Select(pair => pair.Optimum.At.Mean), new Near(0.2));
        Assert.StartsWith("The best days between messages moves from 5.0", RidgeFinding.Of(results)!.Title, StringComparison.Ordinal);
        Assert.Matches("In [0-9]+ of 15 combinations it is less than with sending nothing", RidgeFinding.Of(results)!.Text);
    }

    [Fact]
    public void Where_everything_loses_nothing_is_recommended()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Greed with { NetValue = (_, levels, time) => -time * levels[0].Number!.Value });

        Assert.StartsWith("Nothing beats sending nothing: the least bad is days between messages = 3, ", BestFinding.Of(results)!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_runs_are_left_out_and_counted()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Rhythm with { HasFailure = true });

        Assert.Equal([("the disk <b>is</b> full", 1)], results.Failures);
        Assert.Equal(11, results.Cells[0].Replicates);
        Assert.Equal((11, 12), (results.FewestReplicates, results.MostReplicates));
        Assert.True(double.IsNaN(results.Cells[0].Of(Net)[1]));
    }

    [Fact]
    public void Matching_gains_what_the_shared_luck_would_have_cost()
    {
        (double, double)[] pairs = [.. Enumerable.Range(0, 400).Select(replicate =>
        {
            double shared = 10 * SweepStore.Luck(replicate, 1);
            return (shared + SweepStore.Luck(replicate, 2), shared + SweepStore.Luck(replicate, 3));
        })];

        MatchingGain gain = MatchingGain.Of(pairs)!.Value;

        // Uniform luck: variances 100/3 + 1/3 on both sides, 2/3 of the difference, so 101 times as many runs; its standard error is near 9.
        Assert.InRange(gain.Runs, 75, 130);
        Assert.Equal(Math.Sqrt(gain.Runs), gain.Narrower, 1);
        Assert.Contains("times as many runs would have been needed", gain.Sentence("x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Unrelated_samples_gain_nothing_from_matching()
    {
        (double, double)[] pairs = [.. Enumerable.Range(0, 400).Select(replicate => (SweepStore.Luck(replicate, 2), SweepStore.Luck(replicate, 3)))];

        Assert.InRange(MatchingGain.Of(pairs)!.Value.Runs, 0.85, 1.15);
        Assert.Null(MatchingGain.Of([(1, 2)]));
        Assert.Null(MatchingGain.Of([(1, 2), (2, 3), (3, 4)]));
    }

    [Fact]
    public void Only_skewed_runs_have_their_tail_drawn()
    {
        AnswerOutcome debt = AnswerOutcome.Of(Metric.TrustDebt, hasSilence: true);
        var even = new SweepCell(new SweepPoint(0, "", []), "p", Of(replicate => 10 + SweepStore.Luck(replicate, 1)));
        var skewed = new SweepCell(new SweepPoint(0, "", []), "p", Of(replicate => -Math.Log((1.0001 + SweepStore.Luck(replicate, 1)) / 2.0002)));

        Assert.Null(Tail.Reason(debt, [even]));
        Assert.Contains("skew", Tail.Reason(debt, [skewed]), StringComparison.Ordinal);

        static Dictionary<Metric, ReplicateSample> Of(Func<int, double> value) =>
            new() { [Metric.TrustDebt] = new ReplicateSample([.. Enumerable.Range(0, 200).Select(value)]) };
    }

    [Fact]
    public void Segments_are_averaged_over_points()
    {
        SweepResults results = SweepFolder.Read(KnownSweeps.Policies);

        Assert.Equal(6, results.Segments.Count);
        Assert.Equal(0.2, results.Segments.First(segment => segment.Segment == "peers").AnnoyedShare!.Value.Mean, 6);
        Assert.Equal(0.1, results.Segments.First(segment => segment.Segment == "fans").TrustDebt!.Value.Mean, 2);
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
