using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Simulator.Tests.Running;

namespace Simulator.Tests.Calibration;

/// <summary>A calibration that takes a second.</summary>
internal static class SmallCalibration
{
    /// <summary>The file.</summary>
    internal const string Yaml = """
        name: small
        seed: 1
        case: one blast
        calibrate:
          particles: 40
          generations: 2
          moves: 2
          readings: [few, many]
          rival: {name: no trust is lost, set: {scenario.trust.loss: 0}}
          evidence:
            - {name: complaints, outcome: complaints, observed: 2, error: {model: heard, from: 0.5, to: 1}}
            - {name: few sold, reading: few, outcome: sales_dm, error: {model: interval, from: 5, to: 15, scale: log}}
            - {name: many sold, reading: many, outcome: sales_dm, error: {model: interval, from: 15, scale: log, sd: 0.2}}
            - {name: poll, outcome: poll_negative_share, observed: 54, error: {model: poll, of: 65}}
        scenario: {horizon: 8, audience: {size: 400}}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
        policies:
          - {name: one blast, sends: [{message: book, over: 3}]}
        vary:
          scenario.trust.loss: {from: 0, to: 0.8}
          scenario.audience.appetite.mean: {from: 0.01, to: 0.25, scale: log}
          scenario.audience.tolerance.mean: {from: 0.4, to: 0.8}
        """;

    /// <summary>Runs it into a folder, with its report.</summary>
    internal static (int ExitCode, string Error) Run(TemporaryFolder folder, string name, int threads = 2, params string[] overrides) => Run(folder, name, threads, CancellationToken.None, overrides);

    /// <summary>The same, until it is stopped.</summary>
    internal static (int ExitCode, string Error) Run(TemporaryFolder folder, string name, int threads, CancellationToken stop, params string[] overrides)
    {
        string file = folder["small.yaml"];
        File.WriteAllText(file, Yaml);
        ExperimentReading reading = ExperimentFile.Read(file, overrides);
        Assert.Empty(reading.Problems);
        var plan = ExperimentPlan.Of(reading, reading.Experiment!);
        (var output, var error) = (new StringWriter(), new StringWriter());
        var options = new RunOptions { Out = folder[name], Threads = threads, Quiet = true };
        int code = new ExperimentRun(plan, options, new Terminal(output, error, false, false), finished => ReportWriter.Write(finished.Folder, finished.Plan), (_, _) => { }).Complete(stop);
        return (code, error.ToString());
    }

    /// <summary>All rows of the tables of a calibration, as text.</summary>
    internal static string Tables(string folder)
    {
        using var store = Experiments.Store.StoreConnection.Open(Path.Combine(folder, "results.sqlite"), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        var text = new System.Text.StringBuilder();
        foreach (string table in new[] { "readings", "generations", "scales", "particles", "ensemble", "truths", "recoveries" })
        {
            using var command = store.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                text.AppendJoin('\t', Enumerable.Range(0, rows.FieldCount).Select(column => rows.IsDBNull(column) ? "" : rows.GetValue(column) is double number ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : rows.GetValue(column).ToString())).Append('\n');
            }
        }

        return text.ToString();
    }
}
