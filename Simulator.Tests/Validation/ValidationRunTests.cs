using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Experiments.Validation;
using Experiments.Validation.Studies;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Config;
using Simulator.Tests.Running;

namespace Simulator.Tests.Validation;

public sealed class ValidationRunTests
{
    private const int Replicates = 3;

    [Fact]
    public void An_interrupted_board_goes_on_and_ends_with_the_same_tables()
    {
        using var files = new ExperimentFolder();
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Plan(files, "rows: [A7, B9, V8]");
        Work(plan, folder["whole"], threads: 2);

        // Stops in the second study; the first is stored.
        Assert.Throws<OperationCanceledException>(() => Work(plan, folder["part"], threads: 1, stopAfter: Replicates + 1));
        Assert.Equal(1L, Count(folder["part"], "studies"));
        Work(plan, folder["part"], threads: 1);

        Assert.Equal(Text(folder["whole"]), Text(folder["part"]));
        Assert.Equal(3L, Count(folder["part"], "studies"));
    }

    [Fact]
    public void A_study_that_was_changed_is_run_again()
    {
        using var files = new ExperimentFolder();
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Plan(files, "rows: [V8]");
        Work(plan, folder["board"], threads: 2);
        string whole = Text(folder["board"]);
        using (SqliteConnection store = StoreConnection.Open(Path.Combine(folder["board"], ResultStore.FileName), SqliteOpenMode.ReadWrite))
        {
            store.Execute("UPDATE studies SET hash = 'another'; UPDATE measures SET value = -1");
        }

        Work(plan, folder["board"], threads: 2);

        Assert.Equal(whole, Text(folder["board"]));
    }

    [Fact]
    public void The_first_five_rows_say_what_the_report_of_the_case_says()
    {
        using var files = new ExperimentFolder();
        using var folder = new TemporaryFolder();
        Work(Plan(files, "rows: [A1, A2, A3, A4, A5]"), folder["board"], threads: 2);
        IReadOnlyList<JudgedRow> rows = Judged(folder["board"], Board.All.Take(5));
        ExperimentReading reading = ExperimentFile.Read(ShippedExperiments.Case, [$"replicates={Replicates}", "whatIf=[]"]);
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        SmallExperiment.Run(plan, folder["case"]);

        TidyTable report = EvidenceTable.Of(StoreReader.Read(Path.Combine(folder["case"], ReportWriter.StoreName), plan.Facts()));

        // pattern, what, published, unit, low, high, mean, low_95, high_95, share inside
        string[] board = [.. rows.SelectMany(row => row.Figures).Select(figure => string.Join(" ", [TidyTable.Cell(figure.Band.Low), TidyTable.Cell(figure.Band.High), .. TidyTable.Cells(figure.Value), TidyTable.Cell(figure.RunsInside?.Mean)]))];
        Assert.Equal(6, board.Length);
        Assert.Equal(report.Rows.Select(row => string.Join(" ", row.Skip(4))), board);
    }

    [Fact]
    public void The_page_has_the_table_the_charts_and_a_discussion_of_each_row()
    {
        using var files = new ExperimentFolder();
        using var folder = new TemporaryFolder();
        ExperimentPlan plan = Plan(files, "rows: [A9, B2, V8], mostReplicates: 6");
        Work(plan, folder["board"], threads: 2);

        MethodReport report = plan.Method!.Compose(folder["board"], plan.Facts());
        report.Write();

        string page = File.ReadAllText(report.Page);
        Assert.Contains("id=\"row-V8\"", page);
        Assert.Contains("– not testable", page);
        Assert.Contains("How it is mapped", page);
        Assert.Equal(["board", "reading-frequency"], report.Charts.OfType<Chart>().Select(chart => chart.Id));
        Assert.Equal(["frequency-profit", "turns"], report.Charts.OfType<OmittedChart>().Select(chart => chart.Id).Order(StringComparer.Ordinal));
        Assert.Contains("A9 cannot be tested", report.Answer.Findings.Select(finding => finding.Title));
    }

    private static ExperimentPlan Plan(ExperimentFolder files, string settings)
    {
        string most = settings.Contains("mostReplicates", StringComparison.Ordinal) ? "" : $", mostReplicates: {Replicates}";
        ExperimentReading reading = files.Read($"name: board\nvalidate: {{{settings}{most}}}\n");
        return ExperimentPlan.Of(reading, reading.Experiment!);
    }

    private static void Work(ExperimentPlan plan, string folder, int threads, long stopAfter = long.MaxValue)
    {
        Directory.CreateDirectory(folder);
        IMethod method = plan.Method!;
        using var store = ResultStore.Open(folder, plan.Layout(), threads);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        long done = 0;
        var evaluator = new Evaluator(plan, threads, _ =>
        {
            if (++done == stopAfter)
            {
                stop.Cancel();
            }
        });
        method.Work(new MethodStore(store.Connection, method.Tables, evaluator), evaluator, stop.Token);
        store.Finish();
    }

    private static IReadOnlyList<JudgedRow> Judged(string folder, IEnumerable<BoardRow> rows)
    {
        using SqliteConnection store = Open(folder);
        return Board.Judge(rows, StudyResults.Read(store, 1));
    }

    private static long Count(string folder, string table)
    {
        using SqliteConnection store = Open(folder);
        return (long)store.Scalar($"SELECT COUNT(*) FROM {table}")!;
    }

    private static string Text(string folder)
    {
        using SqliteConnection store = Open(folder);
        return (string)store.Scalar(
            "SELECT group_concat(line, char(10)) FROM (SELECT study || '|' || policy || '|' || replicate || '|' || day || '|' || measure || '|' || ifnull(printf('%!.17g', value), '') AS line FROM measures ORDER BY study, policy, replicate, day, measure)")!
            + store.Scalar("SELECT group_concat(study || hash || replicates) FROM (SELECT * FROM studies ORDER BY study)");
    }

    private static SqliteConnection Open(string folder) => StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
}
