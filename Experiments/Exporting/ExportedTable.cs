using Experiments.Designs;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;
using Simulator.Ledgers;

namespace Experiments.Exporting;

/// <summary>A table of a result folder that other programs read, with its columns in order.</summary>
/// <param name="Name">Its name, in every format.</param>
/// <param name="Key">The columns that tell its rows apart, in order of the rows.</param>
/// <param name="Columns">All columns, the key first.</param>
internal sealed record ExportedTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<ExportedColumn> Columns)
{
    /// <summary>Name of the table of runs.</summary>
    internal const string RunsName = "runs";

    /// <summary>Name of the table of days.</summary>
    internal const string DaysName = "days";

    /// <summary>Name of the table of runs at horizons.</summary>
    internal const string HorizonsName = "horizons";

    /// <summary>Name of the table of runs by segment.</summary>
    internal const string SegmentsName = "segments";

    /// <summary>The tables of an experiment, without those that have no rows in its store.</summary>
    internal static IReadOnlyList<ExportedTable> All(ExperimentPlan plan, SqliteConnection store)
    {
        ExportedTable[] tables =
        [
            Points(plan),
            Runs(plan),
            Days(),
            Parts(HorizonsName, "horizon", "days", "number of days after which the outcomes were taken", SeriesLayout.Metrics),
            Parts(SegmentsName, "segment", "", "segment of the audience", StoreSchema.SegmentMetrics),
            Ranking(),
            Failures(),
            .. OfMethod(plan, store),
        ];
        return [.. tables.Where(table => store.Scalar($"SELECT 1 FROM {table.Name} LIMIT 1") is not null)];
    }

    /// <summary>The tables that a method keeps beside those of every experiment.</summary>
    private static IEnumerable<ExportedTable> OfMethod(ExperimentPlan plan, SqliteConnection store)
    {
        if (plan.Method is not { } method)
        {
            yield break;
        }

        foreach (string name in store.Tables().Except(StoreSchema.TableNames))
        {
            IReadOnlyList<(string Name, bool IsKey)> columns = store.Columns(name);
            yield return Of(
                name,
                [.. columns.Where(column => column.IsKey).Select(column => StoreSchema.Quoted(column.Name)).DefaultIfEmpty("rowid")],
                columns.Select(column => Explained(column.Name, method.Meanings.GetValueOrDefault($"{name}.{column.Name}", ""))));
        }
    }

    // "share of the prior that is left [share]": the unit stands in brackets.
    private static (string Name, string Unit, string Meaning) Explained(string name, string meaning)
    {
        int bracket = meaning.EndsWith(']') ? meaning.LastIndexOf('[') : -1;
        return bracket < 0 ? (name, "", meaning) : (name, meaning[(bracket + 1)..^1], meaning[..bracket].TrimEnd());
    }

    private static ExportedTable Points(ExperimentPlan plan) => Of(
        "points", ["point"], [("point", "", "number of the point, from 0"), ("name", "", "what it is called in reports"), .. Varied(plan)]);

    private static ExportedTable Runs(ExperimentPlan plan) => Of(
        RunsName,
        ["point", "policy", "replicate"],
        [.. RunKey, .. Varied(plan), .. MetricInfo.All.Select(info => (info.Name, info.Unit, info.Meaning))]);

    private static ExportedTable Days() => Of(
        DaysName,
        ["point", "policy", "day", "metric"],
        [
            .. RunKey.Take(2),
            ("day", "days", "index of the day, from 0; the state at its end"),
            ("metric", "", "name of the outcome, a running total or a level"),
            ("mean", "of the metric", "mean over replicates"),
            ("sd", "of the metric", "standard deviation over replicates, with n − 1"),
            .. new[] { 5, 25, 50, 75, 95 }.Select(percent => ($"p{percent:00}", "of the metric", $"{percent}th percentile over replicates")),
        ]);

    private static ExportedTable Parts(string name, string part, string unit, string meaning, IReadOnlyList<MetricInfo> metrics) => Of(
        name,
        ["point", "policy", "replicate", part],
        [.. RunKey, (part, unit, meaning), .. metrics.Select(info => (info.Name, info.Unit, info.Meaning))]);

    private static ExportedTable Ranking() => Of(
        "ranking",
        ["place", "point", "policy"],
        [
            ("place", "", "1 for the best"),
            .. RunKey.Take(2),
            ("replicates", "runs", "replicates it was given"),
            ("mean", "of the outcome", "mean of the outcome that is ranked"),
            ("difference", "of the outcome", "mean difference from the best, paired by replicate"),
            ("standard_error", "of the outcome", "standard error of that difference"),
            ("mistake", "", "probability that it is better than the best after all, as a share"),
        ]);

    private static ExportedTable Failures() => Of(
        "failures",
        ["point", "policy", "replicate"],
        [.. RunKey, ("message", "", "why the run failed"), ("detail", "", "where in the program")]);

    private static readonly (string, string, string)[] RunKey =
        [("point", "", "number of the point, from 0"), ("policy", "", "name of the policy; silent is the twin to whom nothing is sent"), ("replicate", "", "number of the replicate, from 0; equal numbers met the same luck")];

    private static IEnumerable<(string, string, string)> Varied(ExperimentPlan plan) => plan.Layout().VariedPaths.Select(path =>
    {
        Factor? factor = plan.Sweep?.Sweep.Factors.FirstOrDefault(factor => factor.Path == path);
        return (path, factor?.Unit ?? "", factor is null ? "value of this parameter at the point; empty where it has the file's" : factor.Label);
    });

    private static ExportedTable Of(string name, IReadOnlyList<string> key, IEnumerable<(string Name, string Unit, string Meaning)> columns) =>
        new(name, key, [.. columns.Select(column => new ExportedColumn(name, column.Name, column.Unit, column.Meaning))]);
}
