namespace Experiments.Optimisation;

/// <summary>How far a search has come: all candidates with their generations, and what follows from them.</summary>
/// <param name="outcomes">What is looked at.</param>
/// <param name="silent">Means of the silent twin.</param>
internal sealed class SearchProgress(SearchOutcomes outcomes, double[] silent)
{
    /// <summary>Less relative gain than this over the generations of patience ends a search.</summary>
    private const double LeastGain = 1e-3;

    private readonly List<Individual> _individuals = [];
    private readonly List<Generation> _generations = [];
    private double[]? _reference;

    /// <summary>The candidates: number n is at position n − 1.</summary>
    internal IReadOnlyList<Individual> Individuals => _individuals;

    /// <summary>The generations.</summary>
    internal IReadOnlyList<Generation> Generations => _generations;

    /// <summary>The members of the last generation.</summary>
    internal IReadOnlyList<Individual> Population => [.. _generations[^1].Members.Select(candidate => _individuals[candidate - 1])];

    /// <summary>
    /// The reference point of hypervolumes, in costs: the worst of each objective among the feasible candidates of the first generation that has any, and the
    /// silent twin. It stays, so that hypervolumes of all generations can be compared.
    /// </summary>
    internal IReadOnlyList<double>? Reference => _reference;

    /// <summary>Takes a stored generation in.</summary>
    internal void Take(IEnumerable<Candidate> candidates, Generation generation)
    {
        Add(candidates);
        _generations.Add(generation);
    }

    /// <summary>Takes the candidates of a new generation in and selects who lives on.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="population">Candidates of a generation.</param>
    internal Generation Next(IReadOnlyList<Candidate> candidates, int population)
    {
        int[] parents = _generations.Count > 0 ? [.. _generations[^1].Members] : [];
        Add(candidates);
        int[] rivals = [.. parents, .. candidates.Select(candidate => candidate.Number)];
        int[] members = [.. NsgaII.Survivors([.. rivals.Select(number => _individuals[number - 1])], population).Select(place => rivals[place])];
        Individual[] feasible = [.. _individuals.Where(individual => individual.IsFeasible)];
        var generation = new Generation(
            _generations.Count,
            candidates.Count,
            feasible.Length,
            NonDominatedSort.First(feasible).Length,
            _reference is null ? 0 : Hypervolume.Of(feasible.Select(individual => individual.Costs), _reference),
            members);
        _generations.Add(generation);
        return generation;
    }

    /// <summary>Whether the last generations together brought next to nothing.</summary>
    /// <param name="patience">How many generations.</param>
    internal bool HasStalled(int patience) =>
        _generations.Count > patience && _generations[^1].Hypervolume > 0
        && _generations[^1].Hypervolume - _generations[^(patience + 1)].Hypervolume < LeastGain * _generations[^1].Hypervolume;

    /// <summary>Numbers of the best feasible candidates of all generations, front by front, those with most room first.</summary>
    internal IReadOnlyList<int> Best(int count)
    {
        int[] feasible = [.. Enumerable.Range(0, _individuals.Count).Where(index => _individuals[index].IsFeasible)];
        return [.. NsgaII.Survivors([.. feasible.Select(index => _individuals[index])], Math.Min(count, feasible.Length)).Select(place => feasible[place] + 1)];
    }

    private void Add(IEnumerable<Candidate> candidates)
    {
        _individuals.AddRange(candidates.Select(candidate => new Individual(candidate.Genes, outcomes.Costs(candidate.Means), candidate.Violation)));
        if (_reference is null && _individuals.Any(individual => individual.IsFeasible))
        {
            double[][] costs = [.. _individuals.Where(individual => individual.IsFeasible).Select(individual => individual.Costs), outcomes.Costs(silent)];
            _reference = [.. Enumerable.Range(0, costs[0].Length).Select(objective => costs.Max(cost => cost[objective]))];
        }
    }
}
