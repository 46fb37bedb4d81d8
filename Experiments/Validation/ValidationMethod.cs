using Experiments.Analysis;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Experiments.Validation.Pages;
using Experiments.Validation.Studies;

namespace Experiments.Validation;

/// <summary>
/// Runs the studies of the board one after the other, each stored as a whole, and holds the model against the evidence. A study whose file was
/// changed since it was stored is run again.
/// </summary>
/// <param name="plan">The experiment that asks for the board.</param>
internal sealed class ValidationMethod(ExperimentPlan plan) : IMethod
{
    private readonly ValidationSettings _settings = plan.Experiment?.Validate ?? new ValidationSettings();

    private readonly Lazy<IReadOnlyList<(Study Study, ExperimentPlan Plan)>> _studies = new(() => Wanted(plan.Experiment?.Validate ?? new ValidationSettings()));

    /// <inheritdoc/>
    public string Tables => """
        CREATE TABLE IF NOT EXISTS studies(study TEXT PRIMARY KEY, hash TEXT NOT NULL, replicates INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS measures(study TEXT NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL, day INTEGER NOT NULL,
            measure TEXT NOT NULL, value REAL, PRIMARY KEY(study, policy, replicate, day, measure)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS study_failures(study TEXT NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY(study, policy, replicate)) WITHOUT ROWID;
        """;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        ["studies.study"] = "name of the study: its file in configs/validation",
        ["studies.hash"] = "hash of the study's resolved file",
        ["studies.replicates"] = "replicates that were run",
        ["measures.study"] = "name of the study",
        ["measures.policy"] = "name of the policy",
        ["measures.replicate"] = "number of the replicate, from 0",
        ["measures.day"] = "number of days after which; 0 means at the end [days]",
        ["measures.measure"] = "name of the outcome, or what was seen of single people",
        ["measures.value"] = "its value; empty where it could not be computed",
        ["study_failures.study"] = "name of the study",
        ["study_failures.policy"] = "name of the policy",
        ["study_failures.replicate"] = "number of the replicate, from 0",
        ["study_failures.message"] = "why the run failed",
    };

    /// <inheritdoc/>
    public long MostEvaluations => _studies.Value.Sum(study => (long)Replicates(study.Plan));

    /// <inheritdoc/>
    public void Work(MethodStore store, Evaluator evaluator, CancellationToken stop)
    {
        foreach ((Study study, ExperimentPlan own) in _studies.Value)
        {
            if (store.Connection.Scalar("SELECT hash FROM studies WHERE study = $0", study.Name) as string == own.Hash)
            {
                continue;
            }

            StudyRun run = StudyRun.Of(study, own, plan.Seed, Replicates(own), evaluator, stop);
            store.Commit(() =>
            {
                foreach (string table in new[] { "studies", "measures", "study_failures" })
                {
                    store.Connection.Scalar($"DELETE FROM {table} WHERE study = $0", study.Name);
                }

                store.Insert("studies", [[study.Name, own.Hash, Replicates(own)]]);
                store.Insert("measures", run.Observations.Select(found =>
                    (IReadOnlyList<object?>)[study.Name, found.Observation.Policy, found.Replicate, found.Observation.Day, found.Observation.Measure, found.Observation.Value]));
                store.Insert("study_failures", run.Failures.Select(failed => (IReadOnlyList<object?>)[study.Name, failed.Policy, failed.Replicate, failed.Message]));
            });
        }
    }

    /// <inheritdoc/>
    public MethodReport Compose(string folder, ExperimentFacts facts)
    {
        using var connection = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        return BoardReport.Of(folder, facts, Board.Of(_settings), StudyResults.Read(connection, facts.Seed));
    }

    private int Replicates(ExperimentPlan study) => _settings.ReplicatesOf(study.Replicates.First);

    /// <summary>The studies on which the wanted rows rest.</summary>
    private static IReadOnlyList<(Study Study, ExperimentPlan Plan)> Wanted(ValidationSettings settings)
    {
        HashSet<string> names = [.. Board.Of(settings).SelectMany(row => row.Studies)];
        return [.. Study.All.Where(study => names.Contains(study.Name)).Select(study => (study, study.Plan()))];
    }
}
