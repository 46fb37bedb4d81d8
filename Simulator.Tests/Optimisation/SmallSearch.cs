using Experiments.Config;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Tests.Running;

namespace Simulator.Tests.Optimisation;

/// <summary>Searches of seconds: 150 people, five weeks, four levers, two beliefs.</summary>
internal static class SmallSearch
{
    internal const string Optimise = "{population: 8, generations: 3, reevaluate: {top: 6, replicates: 20}}";

    private const string Vary = """
          policies.plan.sends[0].every: [3, 7, 14]
          policies.plan.sends[0].to.signalAtLeast: {from: 0, to: 0.6}
          policies.plan.sends[0].message: [book, chat]
          scenario.response.rate: [0, 1]
          scenario.trust.loss: {from: 0, to: 0.8}
          scenario.audience.appetite.mean: {from: 0.01, to: 0.25}
        """;

    /// <summary>An experiment file.</summary>
    internal static string Yaml(string optimise = Optimise, string vary = Vary, string more = "") => $$$"""
        name: search
        replicates: 4
        seed: 5
        scenario:
          horizon: 35
          audience: {size: 150}
        messages:
          book: {promotion: 0.9, personalization: 0.1, value: 0.1, copies: 3, offer: true}
          chat: {promotion: 0.1, personalization: 0.9, value: 0.5, offer: true}
        policies:
          - {name: plan, sends: [{message: book, every: 7, times: 5}]}
        vary:
        {{{vary}}}
        optimise: {{{optimise}}}
        {{{more}}}
        """;

    /// <summary>Reads it.</summary>
    internal static ExperimentPlan Plan(TemporaryFolder folder, string yaml)
    {
        ExperimentReading reading = Read(folder, yaml);
        Assert.Empty(reading.Problems);
        return ExperimentPlan.Of(reading, reading.Experiment!);
    }

    /// <summary>Reads it, problems and all.</summary>
    internal static ExperimentReading Read(TemporaryFolder folder, string yaml)
    {
        File.WriteAllText(folder["search.yaml"], yaml);
        return ExperimentFile.Read(folder["search.yaml"], []);
    }

    /// <summary>Works a search through, stopped each time after a number of evaluations until it is done; 0 means never.</summary>
    /// <returns>All rows of its tables.</returns>
    internal static IReadOnlyList<string> Work(ExperimentPlan plan, string folder, int threads, int stopAfter = 0)
    {
        Directory.CreateDirectory(folder);
        IMethod method = plan.Method!;
        int stops = 0;
        for (bool isDone = false; !isDone;)
        {
            using var store = ResultStore.Open(folder, plan.Layout(), threads);
            using var stop = new CancellationTokenSource();
            long begun = 0;
            var evaluator = new Evaluator(plan, threads, _ =>
            {
                // Later tries get further, so that those that stop within a generation come to an end.
                if (stopAfter > 0 && ++begun == stopAfter * (stops + 1))
                {
                    stop.Cancel();
                }
            });
            try
            {
                method.Work(new MethodStore(store.Connection, method.Tables, evaluator), evaluator, stop.Token);
                isDone = true;
            }
            catch (OperationCanceledException)
            {
                stops++;
            }
        }

        Assert.Equal(stopAfter > 0, stops > 1);
        return Rows(folder);
    }

    private static List<string> Rows(string folder)
    {
        using SqliteConnection store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
        var rows = new List<string>();
        foreach (string table in store.Tables().Except(StoreSchema.TableNames))
        {
            string row = string.Join(" || ',' || ", store.Columns(table).Select(column => $"quote({StoreSchema.Quoted(column.Name)})"));
            using SqliteCommand command = store.Query($"SELECT {row} FROM {table} ORDER BY 1");
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add($"{table}: {reader.GetString(0)}");
            }
        }

        return rows;
    }
}
