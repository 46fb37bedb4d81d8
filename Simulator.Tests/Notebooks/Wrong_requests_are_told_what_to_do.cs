using Experiments.Notebooks;
using Microsoft.Data.Sqlite;
using Simulator.Engine;
using Simulator.Ledgers;
using Simulator.Policies;
using Simulator.Tests.Patterns;

namespace Simulator.Tests.Notebooks;

public sealed class Wrong_requests_are_told_what_to_do(SmallResults small) : IClassFixture<SmallResults>
{
    private readonly Results _results = small.Results;

    [Fact]
    public void An_unknown_chart_is_answered_with_the_nearest_one()
    {
        Assert.Contains("fans", _results.ChartNames);
        Assert.Equal("There is no chart 'fanns'; did you mean 'fans'?", Message(() => _results.Chart("fanns")));
        Assert.Contains("is left out of this report: ", Message(() => _results.Chart("tornado")), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_outcomes_paths_policies_and_findings_are_answered_with_the_nearest_ones()
    {
        Assert.Equal("There is no outcome 'net_valu'; did you mean 'net_value'?", Message(() => _results.Runs[0]["net_valu"]));
        Assert.Equal("'evry' is not varied here; did you mean 'every'?", Message(() => _results.Runs[0].Number("evry")));
        Assert.Equal("The value of 'message' is “book”, which is no number; read it as a text.", Message(() => _results.Points[0].Number("message")));
        Assert.Equal("There is no policy 'weekli'; did you mean 'weekly'?", Message(() => _results.Of("weekli")));
        Assert.StartsWith("There is no finding 'nothing of the kind'", Message(() => _results.Finding("nothing of the kind")), StringComparison.Ordinal);
        Assert.Equal("'break_even_day' does not exist by day; it is in the table of runs.", Message(() => _results.Days(Metric.BreakEvenDay)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_answered_with_the_nearest_one()
    {
        string misspelt = small.Name[..^1] + (small.Name[^1] == 'x' ? "y" : "x");
        Assert.Equal(
            $"There is no folder 'results/{misspelt}' here or above; did you mean '{small.Name}'?",
            Message(() => NotebookFolders.Find($"results/{misspelt}", small.Above)));
        Assert.Equal(
            "There are no finished results of 'sweap' in a folder 'results' here or above; did you mean 'sweep'? Results.Run(\"sweap\") makes them.",
            Message(() => NotebookFolders.Latest("sweap", small.Above)));
    }

    [Fact]
    public void A_folder_without_results_of_another_version_or_changed_since_is_refused()
    {
        string empty = Directory.CreateDirectory(Path.Combine(small.Above, "empty")).FullName;
        Assert.Equal($"{empty} is not a result folder: it has no results.sqlite.", Message(() => Results.Load(empty)));

        string older = small.Copy("older");
        using (var store = new SqliteConnection($"Data Source={Path.Combine(older, "results.sqlite")};Pooling=False"))
        {
            store.Open();
            using SqliteCommand command = store.CreateCommand();
            command.CommandText = "UPDATE meta SET value = '0.0.9' WHERE key = 'tool_version'";
            command.ExecuteNonQuery();
        }

        Assert.Matches("was written by version 0.0.9; this is version .*, whose results may differ. Use the program of that version.$", Message(() => Results.Load(older)));

        string changed = small.Copy("changed");
        string file = Path.Combine(changed, "experiment.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("seed: 3", "seed: 4", StringComparison.Ordinal));
        Assert.EndsWith("was changed since its results were made. Run it into a folder of its own.", Message(() => Results.Load(changed)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_that_does_not_exist_or_has_problems_is_refused_with_all_of_them()
    {
        Assert.StartsWith("There is no shipped experiment 'cadance'; did you mean 'cadence'?", Message(() => Results.Run("cadance")), StringComparison.Ordinal);
        Assert.Equal("There is no file 'mine.yaml' here or above.", Message(() => Results.Run("mine.yaml")));
        string message = Message(() => Setup.Read(SmallResults.Yaml, "scenario.horizn=3", "seed=-1"));
        Assert.Contains("did you mean 'horizon'?", message, StringComparison.Ordinal);
        Assert.Contains("seed", message, StringComparison.Ordinal);
        Assert.Contains("experiment:", Message(() => Setup.Read("name: x\npolicis: []\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_that_cannot_be_compared_are_refused()
    {
        var scenario = new Scenario { Horizon = 5 };
        Assert.Equal("There is no policy to compare with silence.", Message(() => Comparison.Run(scenario, [Schedule.Silent])));
        Assert.Equal(
            "Two policies are called “one blast”; results tell policies apart by their names.",
            Message(() => Comparison.Run(scenario, [CmoJoe.OneBlast, CmoJoe.OneBlast])));
        Assert.Contains("signalNoise", Message(() => Comparison.Run(scenario, [CmoJoe.OneBlast with { SignalNoise = -1 }])), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_to_draw_is_said_and_not_drawn() =>
        Assert.Equal("There is nothing to draw: no row has a value.", Message(() => Chart.Line(_results.Of("silent"), run => run.Replicate, run => run[Metric.IcebergRatio], "t", "x", "y")));

    private static string Message(Func<object?> request) => Assert.Throws<NotebookException>(request).Message;
}
