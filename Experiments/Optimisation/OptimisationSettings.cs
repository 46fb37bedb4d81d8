using Simulator.Parameters;

namespace Experiments.Optimisation;

/// <summary>
/// What a search for policies is after. The levers are the factors under <c>vary</c> that the sender decides; factors of the world are beliefs, a combination
/// of them a replicate. The experiment's <c>replicates</c> are those of every candidate, the same for all of them.
/// </summary>
internal sealed record OptimisationSettings : ParameterSet
{
    /// <summary>Most objectives: a front of four cannot be shown.</summary>
    internal const int MostObjectives = 3;

    /// <summary>Fewest candidates of a generation. Chosen: two parents are two tournaments of two.</summary>
    private const int FewestCandidates = 8;

    /// <summary>What is to be had.</summary>
    [Parameter("the two or three outcomes that are weighed against each other, the most important first")]
    public IReadOnlyList<ObjectiveSettings> Objectives { get; init; } = [new() { Outcome = "net_value" }, new() { Outcome = "trust_debt" }];

    /// <summary>Candidates of a generation.</summary>
    [Parameter("candidates of a generation, an even number", From = FewestCandidates, To = 2_000)]
    public int Population { get; init; } = 40;

    /// <summary>Generations.</summary>
    [Parameter("generations after the first", From = 1, To = 10_000)]
    public int Generations { get; init; } = 24;

    /// <summary>Generations without gain after which the search stops.</summary>
    [Parameter("generations in a row that together bring less than 0.1% of hypervolume, after which the search stops", From = 1, To = 10_000)]
    public int Patience { get; init; } = 10;

    /// <summary>How the best are judged in the end.</summary>
    [Parameter("how the best are judged in the end: by replicates on which they were not chosen")]
    public ReevaluationSettings Reevaluate { get; init; } = new();

    /// <summary>What a policy must not do.</summary>
    [Parameter("limits on mean outcomes that a policy has to keep")]
    public IReadOnlyList<OutcomeLimit> Constraints { get; init; } = [];

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Population % 2 == 1)
        {
            yield return new Problem(Child(path, "population"), $"{Population} is odd, but candidates come in pairs; take {Population + 1}.");
        }

        if (Objectives.Count < 2)
        {
            yield return new Problem(Child(path, "objectives"), "there is nothing to weigh against each other; name two outcomes, for example net_value and trust_debt. For a single one, vary the lever and take the best.");
        }
        else if (Objectives.Count > MostObjectives)
        {
            yield return new Problem(Child(path, "objectives"), $"{Objectives.Count} objectives are more than a front can show; keep up to {MostObjectives} and make the others constraints.");
        }

        for (int index = 0; index < Objectives.Count; index++)
        {
            if (Objectives.Take(index).Any(other => other.Outcome == Objectives[index].Outcome))
            {
                yield return new Problem($"{Child(path, "objectives")}[{index}]", $"'{Objectives[index].Outcome}' is an objective already; name another outcome.");
            }
        }
    }
}
