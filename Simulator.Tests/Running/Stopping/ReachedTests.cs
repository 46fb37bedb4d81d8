using Experiments.Analysis;
using Experiments.Analysis.Findings;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Analysis.Sweeps;

namespace Simulator.Tests.Running.Stopping;

public sealed class ReachedTests
{
    private static readonly Replication Found = new() { AtLeast = 20, AtMost = 500, Rank = new Ranking { Outcome = "net_value", Probability = 0.95 } };

    // Student's t with 19 degrees of freedom, 97.5%: 2.093; 10 ± 2 · 2.093.
    private static readonly RankedCell[] Order =
    [
        new(1, 3, "regular", 80, 190, 0, 0, 0),
        new(2, 2, "regular", 20, 180, 10, 2, 0.0441),
        new(3, 0, "silent", 40, 100, 90, 1, 0),
        new(3, 1, "silent", 20, 100, 90, 1, 0),
    ];

    [Fact]
    public void The_best_is_named_with_its_probability_its_lead_and_where_runs_were_spent()
    {
        Finding finding = SelectionFinding.Of(new Selection(Found, 0.9559, Order), Name)!;

        Assert.Equal("“regular” at 3 is the best of 3 by net value, with a probability of correct selection of at least 95.59%", finding.Title);
        Assert.Equal(
            "“regular” at 3 is the best of 3 alternatives by net value (highest is best), with a probability of correct selection of at least 95.59% (Bonferroni lower bound; wanted 95%). "
            + "Its mean is 190 currency units, ahead of “regular” at 2 by 10.0 currency units (95% interval 5.8 to 14.2); the chance that this is a mistake is 4.4%. "
            + "Runs were spent where it is hard to tell: from 20 to 80 replicates.",
            finding.Text);
    }

    [Fact]
    public void A_probability_that_was_not_reached_is_said_to_be_short()
    {
        Finding finding = SelectionFinding.Of(new Selection(Found with { AtMost = 80 }, 0.80999, Order), Name)!;

        Assert.EndsWith("but is the best with a probability of at least 80.99% only, not the 95% wanted", finding.Title, StringComparison.Ordinal);
        Assert.Contains("the 95% wanted were not reached within the 80 replicates allowed: raise atMost.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_may_be_the_best_and_a_later_one_may_be_in_doubt()
    {
        RankedCell[] order = [Order[2] with { Place = 1, Difference = 0, StandardError = 0 }, Order[1] with { Mistake = 0.001 }, Order[0] with { Place = 3, Difference = 30, StandardError = 20, Mistake = 0.09 }];

        Finding finding = SelectionFinding.Of(new Selection(Found, 0.909, order), Name)!;

        Assert.StartsWith("Sending nothing leads 3 alternatives by net value", finding.Title, StringComparison.Ordinal);
        Assert.Contains("more replicates would not tell apart what is left", finding.Text, StringComparison.Ordinal);
        Assert.Contains("Most in doubt is “regular” at 3: the chance that it is better after all is 9.0%.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_ties_are_called_so()
    {
        RankedCell[] order = [Order[0], Order[1] with { Difference = 0, StandardError = 0, Mistake = 0 }];

        Assert.Contains("the same as that of “regular” at 2 in every replicate both have", SelectionFinding.Of(new Selection(Found, 1, order), Name)!.Text, StringComparison.Ordinal);
        Assert.Null(SelectionFinding.Of(new Selection(Found, 1, [Order[0]]), Name));
        Assert.Null(SelectionFinding.Of(null, Name));
    }

    [Fact]
    public void A_ranked_sweep_begins_with_the_selection_and_has_it_as_a_table()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSweep.Plan(folder, SmallSweep.Yaml(SmallSweep.Rank));
        SmallExperiment.Run(plan, folder["results"]);

        var report = (SweepReport)ReportWriter.Write(folder["results"], Facts(plan));

        Finding first = report.Answer.Findings[0];
        Assert.Equal(SelectionFinding.Id, first.Id);
        Assert.Contains("of 8", first.Title, StringComparison.Ordinal);
        Assert.Contains(report.Results.NameOf(report.Results.Selection!.Cells[0].Point, report.Results.Selection.Cells[0].Policy)[1..], first.Title, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(Path.Combine(folder["results"], "tables", "ranking.csv"));
        Assert.Equal(19, lines.Length);
        Assert.StartsWith("place,point,policy,policies.weekly.sends[0].every,policies.weekly.sends[0].message,replicates,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,", lines[1], StringComparison.Ordinal);
    }

    [Theory, InlineData("1%"), InlineData("0.001")]
    public void A_precision_that_was_missed_is_warned_of_and_stands_at_the_top_of_the_report(string halfWidth)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan() with { Replicates = new Replication { AtLeast = 2, AtMost = 4, Until = new Precision { Outcome = "net_value", HalfWidth = halfWidth } } };

        string error = SmallExperiment.Run(plan, folder["results"]).Error;
        var report = (Report)ReportWriter.Write(folder["results"], Facts(plan));

        Assert.Matches("warning: 3 of 3 combinations have not reached ±.* net value above silence after 4 replicates, the widest ±.* at “.*” \\(.*\\): raise atMost\\.", error);
        Assert.Contains("3 of 3 combinations have not reached", File.ReadAllText(report.Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_precision_that_was_reached_everywhere_is_not_spoken_of()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallExperiment.Plan() with { Replicates = new Replication { AtLeast = 2, AtMost = 4, Until = new Precision { Outcome = "net_value", HalfWidth = "1000000" } } };

        string error = SmallExperiment.Run(plan, folder["results"]).Error;
        var report = (Report)ReportWriter.Write(folder["results"], Facts(plan));

        Assert.DoesNotContain("warning:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("raise atMost", File.ReadAllText(report.Page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_missing_ones_are_those_whose_spread_is_too_large_for_the_width()
    {
        // Luck of a cell's own is ±0.5 evenly: standard deviation about 0.29; t of 11 is 2.2; half width about 0.18.
        var narrow = new Replication { AtLeast = 2, AtMost = 12, Until = new Precision { Outcome = "net_value", HalfWidth = "1%" } };
        PrecisionReached reached = Reached(KnownSweeps.Rhythm with { NetValue = (_, levels, _) => levels[0].Number == 10 ? 4 : 400 }, narrow);

        Assert.Equal(5, reached.Cells);
        PrecisionGap gap = Assert.Single(reached.Gaps);
        Assert.Equal((2, "regular"), (gap.Point, gap.Policy));
        Assert.InRange(gap.HalfWidth, 0.1, 0.3);
        Assert.InRange(gap.Allowed, 0.036, 0.044);
        Assert.Matches("^1 of 5 combinations has not reached ±1% of net value above silence after 12 replicates, namely ±[3-7]\\.[0-9]% at “regular” at 2: raise atMost\\.$", reached.Shortfall(Name));
        Assert.Null(Reached(KnownSweeps.Rhythm with { NetValue = (_, _, _) => 400 }, narrow).Shortfall(Name));
    }

    private static PrecisionReached Reached(SweepStore store, Replication rule)
    {
        using var folder = new SweepFolder(store);
        using SqliteConnection connection = StoreConnection.Open(Path.Combine(folder.Path, ResultStore.FileName), SqliteOpenMode.ReadOnly);
        return PrecisionReached.Read(connection, rule)!;
    }

    private static string Name(int point, string policy) => $"“{policy}” at {point}";

    private static ExperimentFacts Facts(ExperimentPlan plan) =>
        new(plan.Name, plan.Question, (int)plan.Seed, plan.Replicates.First, null, 21, 200, plan.Hash) { Sweep = plan.Sweep?.Sweep, Horizons = plan.Horizons, Replication = plan.Replicates };
}
