using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Validation.Studies;

/// <summary>What a study came to, of which the outcomes that its file names are kept, at the end and at its horizons.</summary>
/// <param name="Observations">Numbers and their replicates.</param>
/// <param name="Failures">Runs that failed.</param>
internal sealed record StudyRun(IReadOnlyList<(Observation Observation, int Replicate)> Observations, IReadOnlyList<(string Policy, int Replicate, string Message)> Failures)
{
    /// <summary>Runs a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="plan">Its file, read.</param>
    /// <param name="seed">Seed of all draws; that of the board, not of the study's own file.</param>
    /// <param name="replicates">Replicates.</param>
    /// <param name="evaluator">Runs the model.</param>
    /// <param name="stop">Stops within a run.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static StudyRun Of(Study study, ExperimentPlan plan, ulong seed, int replicates, Evaluator evaluator, CancellationToken stop) =>
        study.Watch is { } watch ? Watched(watch, plan, seed, replicates, evaluator, stop) : Outcomes(plan, seed, replicates, evaluator, stop);

    private static StudyRun Outcomes(ExperimentPlan plan, ulong seed, int replicates, Evaluator evaluator, CancellationToken stop)
    {
        MetricInfo[] kept = [.. plan.Outcomes.Select(name => MetricInfo.Find(name)!)];
        (int Position, MetricInfo Info)[] daily = [.. kept.Where(info => info.IsDaily).Select(info => (Position(info), info))];
        var observations = new List<(Observation, int)>();
        var failures = new List<(string, int, string)>();
        var none = new Dictionary<string, string>();
        Evaluation[] wanted = [.. Enumerable.Range(0, replicates).Select(replicate => new Evaluation(none, seed, replicate))];
        foreach (FinishedReplicate finished in evaluator.Run(plan, wanted, stop))
        {
            foreach (FinishedRun run in finished.Runs)
            {
                if (run.Outcomes is not { } outcomes)
                {
                    failures.Add((run.Policy, finished.Replicate, run.Failure?.Message ?? ""));
                    continue;
                }

                observations.AddRange(kept.Select(info => (new Observation(run.Policy, 0, info.Name, outcomes[(int)info.Metric]), finished.Replicate)));
                observations.AddRange(run.Horizons.SelectMany(day => daily.Select(metric => (new Observation(run.Policy, day.Horizon, metric.Info.Name, day.Values[metric.Position]), finished.Replicate))));
            }
        }

        return new StudyRun(observations, failures);
    }

    private static StudyRun Watched(
        Func<IReadOnlyList<Point>, ulong, int, CancellationToken, IReadOnlyList<Observation>> watch, ExperimentPlan plan, ulong seed, int replicates, Evaluator evaluator, CancellationToken stop)
    {
        IReadOnlyList<Point> points = [.. plan.Points];
        IReadOnlyList<(IReadOnlyList<Observation> Found, string? Failure)> results = evaluator.Each(replicates, Watch, stop);
        return new StudyRun(
            [.. results.SelectMany((result, replicate) => result.Found.Select(found => (found, replicate)))],
            [.. results.Select((result, replicate) => (points[0].Policies[^1].Name, replicate, result.Failure)).Where(failed => failed.Failure is not null).Select(failed => (failed.Name, failed.replicate, failed.Failure!))]);

        // As with runs, a failure is kept with its cause and the rest goes on.
        (IReadOnlyList<Observation> Found, string? Failure) Watch(int replicate)
        {
            try
            {
                return (watch(points, seed, replicate, stop), null);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                evaluator.CountFailed(1);
                return ([], error.Message);
            }
        }
    }

    private static int Position(MetricInfo info) => SeriesLayout.Metrics.Select((metric, index) => (metric, index)).First(item => item.metric == info).index;
}
