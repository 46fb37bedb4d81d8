using Experiments.Designs;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Optimisation;

/// <summary>Runs candidates in the same replicates: the same people, the same luck, the same beliefs.</summary>
/// <param name="space">Levers and beliefs.</param>
/// <param name="outcomes">What is looked at.</param>
/// <param name="seed">Seed of the experiment.</param>
/// <param name="evaluator">Runs the model.</param>
internal sealed class Trials(SearchSpace space, SearchOutcomes outcomes, ulong seed, Evaluator evaluator)
{
    /// <summary>Runs candidates.</summary>
    /// <param name="candidates">Levels of each; empty for the policy as written.</param>
    /// <param name="firstReplicate">Number of the first replicate.</param>
    /// <param name="replicates">Replicates of each.</param>
    /// <param name="stop">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal IReadOnlyList<Trial> Run(IReadOnlyList<IReadOnlyList<Level?>> candidates, int firstReplicate, int replicates, CancellationToken stop)
    {
        Evaluation[] wanted =
        [
            .. candidates.SelectMany(levels => Enumerable.Range(firstReplicate, replicates).Select(replicate => new Evaluation(space.Set(levels, replicate), seed, replicate))),
        ];
        IReadOnlyList<FinishedReplicate> results = evaluator.Run(wanted, stop);
        return [.. Enumerable.Range(0, candidates.Count).Select(candidate => Collected([.. results.Skip(candidate * replicates).Take(replicates)]))];
    }

    private Trial Collected(FinishedReplicate[] replicates)
    {
        double[][] policy = [.. replicates.Select(replicate => outcomes.Values(replicate.Runs[1], replicate.Runs[0]))];
        double[][] silent = [.. replicates.Select(replicate => outcomes.Values(replicate.Runs[0], replicate.Runs[0]))];
        string? cause = replicates.SelectMany(replicate => replicate.Runs).Select(run => run.Failure?.Message).FirstOrDefault(message => message is not null);
        return new Trial(policy, silent, cause ?? (policy.Concat(silent).Any(values => values.Any(double.IsNaN)) ? "an outcome could not be computed" : null));
    }
}
