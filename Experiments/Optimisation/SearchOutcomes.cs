using Experiments.Analysis.Sweeps;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Optimisation;

/// <summary>The outcomes that a search looks at: the objectives, then those of constraints that are no objectives.</summary>
internal sealed class SearchOutcomes
{
    private readonly OptimisationSettings _settings;

    /// <summary>The outcomes of some settings.</summary>
    internal SearchOutcomes(OptimisationSettings settings)
    {
        _settings = settings;
        All = [.. settings.Objectives.Select(objective => objective.Outcome).Concat(settings.Constraints.Select(limit => limit.Outcome)).Distinct()
            .Select(name => AnswerOutcome.Of(MetricInfo.Find(name)!.Metric, true))];
        Signs = [.. settings.Objectives.Select(objective => objective.Sign)];
    }

    /// <summary>All outcomes.</summary>
    internal IReadOnlyList<AnswerOutcome> All { get; }

    /// <summary>For each objective 1 when more is wanted, −1 when less is.</summary>
    internal IReadOnlyList<int> Signs { get; }

    /// <summary>The objectives.</summary>
    internal IReadOnlyList<AnswerOutcome> Objectives => [.. All.Take(Signs.Count)];

    /// <summary>Objectives as costs, of which less is better.</summary>
    /// <param name="means">Means of all outcomes.</param>
    internal double[] Costs(IReadOnlyList<double> means) => [.. Signs.Select((sign, objective) => -sign * means[objective])];

    /// <summary>How far means break the constraints, summed.</summary>
    internal double Violation(IReadOnlyList<double> means) => _settings.Constraints.Sum(limit => limit.Violation(means[Position(limit)]));

    /// <summary>The limits that means break, in words.</summary>
    internal IReadOnlyList<string> Broken(IReadOnlyList<double> means) =>
    [
        .. _settings.Constraints.Where(limit => limit.Violation(means[Position(limit)]) > 0).Select(limit =>
        {
            AnswerOutcome outcome = All[Position(limit)];
            (string side, double bound) = limit.AtMost is { } most && means[Position(limit)] > most ? ("at most", most) : ("at least", limit.AtLeast!.Value);
            return $"{outcome.Label} {outcome.About(means[Position(limit)])} where {side} {outcome.About(bound)} is allowed";
        }),
    ];

    /// <summary>Values of all outcomes in one replicate of a policy; NaN where there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="silent">The silent twin's.</param>
    internal double[] Values(FinishedRun run, FinishedRun silent) =>
    [
        .. All.Select(outcome => (run.Outcomes?[(int)outcome.Metric] ?? double.NaN) - (outcome.IsDifference ? silent.Outcomes?[(int)outcome.Metric] ?? double.NaN : 0)),
    ];

    private int Position(OutcomeLimit limit) => All.TakeWhile(outcome => outcome.Key != limit.Outcome).Count();
}
