using System.Numerics;
using Experiments.Analysis;
using Experiments.Analysis.Fronts;
using Experiments.Analysis.Sweeps;
using Experiments.Designs;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Methods;
using Experiments.Store;

namespace Experiments.Optimisation;

/// <summary>
/// Searches for the policies that no other beats in every objective: generations of <see cref="NsgaII"/>, each candidate judged by means over the same
/// replicates; then the best of all generations are judged again on replicates that had no part in choosing them, because the best of many look better than
/// they are (the optimiser's curse: Smith and Winkler 2006, Management Science 52:311, doi:10.1287/mnsc.1050.0451).
/// </summary>
internal sealed class PolicySearch : IMethod
{
    /// <summary>Finalists that are stored at once. Chosen: some seconds of work.</summary>
    private const int Batch = 8;

    private readonly ExperimentPlan _plan;
    private readonly OptimisationSettings _settings;
    private readonly SearchSpace _space;
    private readonly SearchOutcomes _outcomes;
    private readonly SearchTables _tables;
    private readonly int _replicates;

    /// <summary>The search that an experiment asks for.</summary>
    internal PolicySearch(ExperimentPlan plan)
    {
        _plan = plan;
        _settings = plan.Experiment!.Optimise!;
        _space = new SearchSpace(plan.Sweep?.Sweep.Factors ?? [], plan.Seed);
        _outcomes = new SearchOutcomes(_settings);
        _tables = new SearchTables(_space, _outcomes);
        _replicates = plan.Replicates.First;
    }

    /// <inheritdoc/>
    public string Tables => _tables.Sql;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Meanings => _tables.Meanings;

    /// <inheritdoc/>
    public long MostEvaluations =>
        ((1 + ((long)_settings.Population * (_settings.Generations + 1))) * _replicates) + ((1L + _settings.Reevaluate.Top) * _settings.Reevaluate.Replicates);

    /// <summary>
    /// Number of the first replicate of the re-evaluation: the first multiple of a power of two not below its size that lies beyond the search's. Such a block
    /// of a Sobol' sequence is a net by itself, as the first ones are.
    /// </summary>
    internal static int FirstFresh(int searched, int fresh)
    {
        int block = (int)BitOperations.RoundUpToPowerOf2((uint)fresh);
        return (searched + block - 1) / block * block;
    }

    /// <inheritdoc/>
    public void Work(MethodStore store, Evaluator evaluator, CancellationToken stop)
    {
        var trials = new Trials(_space, _outcomes, _plan.Seed, evaluator);
        IReadOnlyList<Candidate> known = _tables.ReadCandidates(store.Connection);
        if (known.Count == 0)
        {
            known = Begin(store, trials, stop);
        }

        SearchProgress progress = Search(store, trials, known, stop);
        Refuse(progress, _tables.ReadCandidates(store.Connection));
        Reevaluate(store, trials, progress.Best(_settings.Reevaluate.Top), stop);
    }

    /// <inheritdoc/>
    public MethodReport Compose(string folder, ExperimentFacts facts)
    {
        using var store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        return FrontReport.Of(folder, facts, new FrontResults(facts, _settings, _space, _outcomes, _tables.ReadCandidates(store), SearchTables.ReadGenerations(store), _tables.ReadReevaluations(store), _replicates));
    }

    /// <summary>The silent twin and the policy as written, which nothing has to be found for.</summary>
    private Candidate[] Begin(MethodStore store, Trials trials, CancellationToken stop)
    {
        Trial trial = trials.Run([[]], 0, _replicates, stop)[0];
        if (trial.Cause is { } cause)
        {
            throw new RefusedException($"The policy as written cannot be run, so nothing was searched: {cause}");
        }

        double[] silent = Trial.Means(trial.Silent);
        double[] asWritten = Trial.Means(trial.Policy);
        Candidate[] both = [new(Candidate.Silent, -1, [], silent, _outcomes.Violation(silent), null), new(Candidate.AsWritten, -1, [], asWritten, _outcomes.Violation(asWritten), null)];
        store.Commit(() =>
        {
            _tables.Insert(store, both);
            _tables.InsertBeliefs(store, Enumerable.Range(0, _replicates));
        });
        return both;
    }

    private SearchProgress Search(MethodStore store, Trials trials, IReadOnlyList<Candidate> known, CancellationToken stop)
    {
        var progress = new SearchProgress(_outcomes, known[0].Means);
        foreach (Generation generation in SearchTables.ReadGenerations(store.Connection))
        {
            progress.Take(known.Where(candidate => candidate.Generation == generation.Number), generation);
        }

        var algorithm = new NsgaII(_space.Genes, _plan.Seed);
        HashSet<string> tried = [.. progress.Individuals.Select(individual => _space.KeyOf(individual.Genes))];
        bool IsNew(double[] genes) => tried.Add(_space.KeyOf(genes));
        while (progress.Generations.Count <= _settings.Generations && !progress.HasStalled(_settings.Patience))
        {
            int number = progress.Generations.Count;
            IReadOnlyList<double[]> genes = number == 0
                ? algorithm.First(_settings.Population, IsNew)
                : algorithm.Children(progress.Population, number, _settings.Population, IsNew);
            if (genes.Count == 0)
            {
                break;
            }

            Candidate[] candidates = [.. Judge(trials, genes, progress.Individuals.Count + 1, number, stop)];
            if (number == 0)
            {
                RefuseConstants(candidates);
            }

            Generation generation = progress.Next(candidates, _settings.Population);
            store.Commit(() =>
            {
                _tables.Insert(store, candidates);
                _tables.Insert(store, generation);
            });
        }

        return progress;
    }

    private IEnumerable<Candidate> Judge(Trials trials, IReadOnlyList<double[]> genes, int firstNumber, int generation, CancellationToken stop) =>
        trials.Run([.. genes.Select(_space.LevelsOf)], 0, _replicates, stop).Select((trial, index) =>
        {
            double[] means = Trial.Means(trial.Policy);
            return new Candidate(firstNumber + index, generation, genes[index], means, trial.Cause is null ? _outcomes.Violation(means) : double.PositiveInfinity, trial.Cause);
        });

    private void RefuseConstants(Candidate[] first)
    {
        Candidate[] run = [.. first.Where(candidate => candidate.Cause is null)];
        for (int objective = 0; run.Length > 1 && objective < _outcomes.Objectives.Count; objective++)
        {
            if (run.All(candidate => candidate.Means[objective] == run[0].Means[objective]))
            {
                AnswerOutcome outcome = _outcomes.Objectives[objective];
                throw new RefusedException(
                    $"The objective '{outcome.Key}' is {outcome.About(run[0].Means[objective])} for all {run.Length:N0} policies of the first generation, so there is nothing to choose: name another objective, or a lever that moves it.");
            }
        }
    }

    private void Refuse(SearchProgress progress, IReadOnlyList<Candidate> candidates)
    {
        if (progress.Individuals.Any(individual => individual.IsFeasible))
        {
            return;
        }

        Candidate nearest = candidates.Where(candidate => candidate.Number > 0).MinBy(candidate => candidate.Violation)!;
        throw new RefusedException(double.IsPositiveInfinity(nearest.Violation)
            ? $"None of the {progress.Individuals.Count:N0} policies tried could be run; the first failed because: {nearest.Cause} Change the levers under 'vary' so that their values go together."
            : $"None of the {progress.Individuals.Count:N0} policies tried keeps to the constraints. The nearest has {string.Join(" and ", _outcomes.Broken(nearest.Means))}. Relax the limit, or give the levers more room.");
    }

    private void Reevaluate(MethodStore store, Trials trials, IReadOnlyList<int> best, CancellationToken stop)
    {
        int replicates = _settings.Reevaluate.Replicates;
        int first = FirstFresh(_replicates, replicates);
        HashSet<int> done = [.. _tables.ReadReevaluations(store.Connection).Keys];
        Dictionary<int, Candidate> candidates = _tables.ReadCandidates(store.Connection).ToDictionary(candidate => candidate.Number);
        foreach (int[] batch in best.Prepend(Candidate.AsWritten).Where(candidate => !done.Contains(candidate)).Chunk(Batch))
        {
            IReadOnlyList<IReadOnlyList<Level?>> levels = [.. batch.Select(candidate => candidate == Candidate.AsWritten ? [] : _space.LevelsOf(candidates[candidate].Genes))];
            IReadOnlyList<Trial> results = trials.Run(levels, first, replicates, stop);
            store.Commit(() =>
            {
                for (int index = 0; index < batch.Length; index++)
                {
                    if (batch[index] == Candidate.AsWritten)
                    {
                        _tables.Insert(store, Candidate.Silent, first, results[index].Silent);
                        _tables.InsertBeliefs(store, Enumerable.Range(first, replicates));
                    }

                    _tables.Insert(store, batch[index], first, results[index].Policy);
                }
            });
        }
    }
}
