using Experiments;
using Experiments.Exporting;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Calibration;
using Simulator.Tests.Optimisation;

namespace Simulator.Tests.Running.Methods;

public sealed class MethodTests
{
    [Fact]
    public void Evaluations_come_back_in_the_order_asked_for_whatever_the_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        Evaluation[] wanted = [.. Enumerable.Range(0, 12).Select(index => new Evaluation(
            new Dictionary<string, string> { ["policies.plan.sends[0].every"] = index % 2 == 0 ? "3" : "14" }, 7, index / 2))];

        double[] one = Sales(new Evaluator(plan, 1, _ => { }).Run(wanted, CancellationToken.None));
        double[] three = Sales(new Evaluator(plan, 3, _ => { }).Run(wanted, CancellationToken.None));

        Assert.Equal(one, three);
        Assert.True(Enumerable.Range(0, 6).Sum(pair => Math.Abs(one[2 * pair] - one[(2 * pair) + 1])) > 0, "The rhythm makes no difference: the values were not set.");
    }

    [Fact]
    public void Values_that_contradict_each_other_are_a_failure_of_their_own()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        var evaluator = new Evaluator(plan, 2, _ => { });

        IReadOnlyList<FinishedReplicate> results = evaluator.Run(
            [new Evaluation(new Dictionary<string, string> { ["policies.plan.sends[0].every"] = "0" }, 7, 0), new Evaluation(new Dictionary<string, string>(), 7, 0)],
            CancellationToken.None);

        Assert.All(results[0].Runs, run => Assert.Contains("every", run.Failure!.Message, StringComparison.Ordinal));
        Assert.All(results[1].Runs, run => Assert.Null(run.Failure));
        Assert.Equal((2, 2), (evaluator.Done, evaluator.Failed));
    }

    [Fact]
    public void What_belongs_together_is_stored_together_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
        Directory.CreateDirectory(folder["results"]);
        using (ResultStore store = ResultStore.Open(folder["results"], plan.Layout(), 1))
        {
            var evaluator = new Evaluator(plan, 1, _ => { });
            var method = new MethodStore(store.Connection, "CREATE TABLE IF NOT EXISTS steps(step INTEGER PRIMARY KEY, value REAL)", evaluator);
            evaluator.Run([new Evaluation(new Dictionary<string, string>(), 7, 0)], CancellationToken.None);
            method.Commit(() => method.Insert("steps", [[0, 0.5], [1, double.NaN]]));
            Assert.Throws<InvalidOperationException>(() => method.Commit(() =>
            {
                method.Insert("steps", [[2, 0.5]]);
                throw new InvalidOperationException();
            }));
        }

        using ResultStore again = ResultStore.Open(folder["results"], plan.Layout(), 1);
        var goesOn = new Evaluator(plan, 1, _ => { });
        _ = new MethodStore(again.Connection, "CREATE TABLE IF NOT EXISTS steps(step INTEGER PRIMARY KEY, value REAL)", goesOn);
        Assert.Equal(2L, again.Connection.Scalar("SELECT COUNT(*) FROM steps"));
        Assert.Equal(1L, again.Connection.Scalar("SELECT COUNT(*) FROM steps WHERE value IS NULL"));
        Assert.Equal(1, goesOn.Done);
    }

    [Fact]
    public async Task A_method_is_verified_by_working_it_through_again()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Done, SmallCalibration.Run(folder, "results").ExitCode);

        (int untouched, string equal) = await Verify(folder["results"], "--all");
        (int glance, string told) = await Verify(folder["results"]);
        using (SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadWrite))
        {
            store.Execute("UPDATE particles SET distance = distance * (1 + 1e-15) WHERE distance = (SELECT MAX(distance) FROM particles)");
        }

        (int changed, string differs) = await Verify(folder["results"], "--all");

        Assert.True(untouched == ExitCode.Done, equal);
        Assert.Matches(@"Worked through again: ([\d,]+) of \1 rows of its tables are equal", equal);
        Assert.Equal(ExitCode.Done, glance);
        Assert.Contains("--all works everything through again", told, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRunsFailed, changed);
        Assert.DoesNotMatch(@"Worked through again: ([\d,]+) of \1 rows", differs);
    }

    [Theory, InlineData("calibrate"), InlineData("optimise")]
    public void Every_column_of_a_method_is_exported_with_its_meaning(string verb)
    {
        using var folder = new TemporaryFolder();
        ExperimentPlan plan;
        if (verb == "calibrate")
        {
            Assert.Equal(ExitCode.Done, SmallCalibration.Run(folder, "results").ExitCode);
            using var finished = FinishedFolder.Open(folder["results"]);
            plan = finished.Plan();
        }
        else
        {
            plan = SmallSearch.Plan(folder, SmallSearch.Yaml());
            SmallSearch.Work(plan, folder["results"], 2);
        }

        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder["results"], ResultStore.FileName), SqliteOpenMode.ReadOnly);
        ExportedTable[] own = [.. ExportedTable.All(plan, store).Where(table => !StoreSchema.TableNames.Contains(table.Name))];

        Assert.True(own.Length >= 2, "The method has no tables of its own.");
        Assert.All(own.SelectMany(table => table.Columns), column => Assert.True(column.Meaning.Length > 3, $"{column.Table}.{column.Name} is not explained."));
    }

    private static double[] Sales(IReadOnlyList<FinishedReplicate> results) => [.. results.Select(result => result.Runs[1].Outcomes![(int)Simulator.Ledgers.Metric.Sent])];

    private static async Task<(int Code, string Output)> Verify(params string[] words)
    {
        (var output, var error) = (new StringWriter(), new StringWriter());
        int code = await Program.RunAsync(["verify", .. words], output, error);
        return (code, output.ToString() + error);
    }
}
