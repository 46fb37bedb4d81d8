using System.Globalization;
using Experiments.Analysis.Sweeps;
using Experiments.Designs;
using Experiments.Optimisation;

namespace Experiments.Analysis.Fronts;

/// <summary>What a finished search for policies found: who is left after the re-evaluation, and by how much the search had flattered them.</summary>
internal sealed class FrontResults
{
    private readonly SearchSpace _space;

    /// <summary>Reads a finished search.</summary>
    /// <param name="facts">The experiment.</param>
    /// <param name="settings">What was wanted.</param>
    /// <param name="space">Levers and beliefs.</param>
    /// <param name="outcomes">What was looked at.</param>
    /// <param name="candidates">All candidates; the silent twin and the policy as written first.</param>
    /// <param name="generations">All generations.</param>
    /// <param name="values">Values in the re-evaluation, by candidate an array a replicate.</param>
    /// <param name="searchReplicates">Replicates of the search.</param>
    internal FrontResults(
        ExperimentFacts facts,
        OptimisationSettings settings,
        SearchSpace space,
        SearchOutcomes outcomes,
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Generation> generations,
        IReadOnlyDictionary<int, double[][]> values,
        int searchReplicates)
    {
        (Facts, Settings, _space, Outcomes, Candidates, Generations, SearchReplicates) = (facts, settings, space, outcomes, candidates, generations, searchReplicates);
        Dictionary<int, Candidate> byNumber = candidates.ToDictionary(candidate => candidate.Number);
        JudgedPolicy Judged(int number, string name) => new(number, name, number > 0 ? space.LevelsOf(byNumber[number].Genes) : [], values[number], byNumber[number].Means);
        Silent = Judged(Candidate.Silent, "sending nothing");
        AsWritten = Judged(Candidate.AsWritten, "as written");
        JudgedPolicy[] judged = [.. values.Keys.Where(number => number > 0 && !Fails(values[number])).Order().Select(number => Judged(number, ""))];
        Failed = values.Keys.Count(number => number > 0) - judged.Length;
        JudgedPolicy[] allowed = [.. judged.Where(policy => outcomes.Violation(Means(policy)) <= 0)];
        BrokenLimits = judged.Length - allowed.Length;
        BehindSilence = allowed.Count(policy => Dominance.Dominates(Costs(Silent), Costs(policy)));
        Individual[] rivals = [.. allowed.Append(Silent).Select(policy => new Individual([], Costs(policy), 0))];
        JudgedPolicy[] front = [.. NonDominatedSort.First(rivals).Where(index => index < allowed.Length).Select(index => allowed[index])];
        Front = [.. front.OrderBy(policy => Costs(policy)[0]).Select((policy, place) => policy with { Name = string.Create(CultureInfo.InvariantCulture, $"P{place + 1}") })];
        Finalists = judged;
        SilentIsBeaten = allowed.Any(policy => Dominance.Dominates(Costs(policy), Costs(Silent)));
        AsWrittenIsBeaten = Front.FirstOrDefault(policy => Dominance.Dominates(Costs(policy), Costs(AsWritten)));

        HashSet<int> searchFront = [.. SearchFront(candidates)];
        OnSearchFront = judged.Count(policy => searchFront.Contains(policy.Number));
        Dropped = judged.Count(policy => searchFront.Contains(policy.Number) && Front.All(member => member.Number != policy.Number));
        CameUp = Front.Count(policy => !searchFront.Contains(policy.Number));
        SearchFrontPolicies = [.. judged.Where(policy => searchFront.Contains(policy.Number))];
        KneeIndex = Knee.Of([.. Front.Select(Costs)]);
        Robustness = Front.Count > 0 ? new FrontRobustness(this) : null;
    }

    /// <summary>The experiment.</summary>
    internal ExperimentFacts Facts { get; }

    /// <summary>What was wanted.</summary>
    internal OptimisationSettings Settings { get; }

    /// <summary>What was looked at.</summary>
    internal SearchOutcomes Outcomes { get; }

    /// <summary>All candidates of the search; the silent twin and the policy as written first.</summary>
    internal IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>All generations.</summary>
    internal IReadOnlyList<Generation> Generations { get; }

    /// <summary>Replicates of each candidate in the search.</summary>
    internal int SearchReplicates { get; }

    /// <summary>Replicates of each policy in the re-evaluation.</summary>
    internal int FreshReplicates => Silent.Values.Length;

    /// <summary>The levers.</summary>
    internal IReadOnlyList<Factor> Levers => _space.Levers;

    /// <summary>The beliefs.</summary>
    internal IReadOnlyList<Factor> Beliefs => _space.Beliefs;

    /// <summary>The first objective.</summary>
    internal AnswerOutcome Gain => Outcomes.Objectives[0];

    /// <summary>The second objective.</summary>
    internal AnswerOutcome Price => Outcomes.Objectives[1];

    /// <summary>The policies that no other, nor sending nothing, beats by the means of the re-evaluation; the best in the first objective first.</summary>
    internal IReadOnlyList<JudgedPolicy> Front { get; }

    /// <summary>All policies that were judged again without failures.</summary>
    internal IReadOnlyList<JudgedPolicy> Finalists { get; }

    /// <summary>Those of them that were on the front of the search.</summary>
    internal IReadOnlyList<JudgedPolicy> SearchFrontPolicies { get; }

    /// <summary>Sending nothing.</summary>
    internal JudgedPolicy Silent { get; }

    /// <summary>The policy as written.</summary>
    internal JudgedPolicy AsWritten { get; }

    /// <summary>A policy of the front that beats the one as written in every objective; null when none does.</summary>
    internal JudgedPolicy? AsWrittenIsBeaten { get; }

    /// <summary>Whether some policy beats sending nothing in every objective.</summary>
    internal bool SilentIsBeaten { get; }

    /// <summary>Position of the knee of the front; null where it has fewer than three members.</summary>
    internal int? KneeIndex { get; }

    /// <summary>Whether the policy as written ran in all replicates.</summary>
    internal bool AsWrittenRan => !Fails(AsWritten.Values);

    /// <summary>How the policies of the front hold up; null without a front.</summary>
    internal FrontRobustness? Robustness { get; }

    /// <summary>Policies judged again that were on the front of the search.</summary>
    internal int OnSearchFront { get; }

    /// <summary>Those of them that are no longer on the front.</summary>
    internal int Dropped { get; }

    /// <summary>Members of the front that were not on the front of the search.</summary>
    internal int CameUp { get; }

    /// <summary>Policies judged again that sending nothing beats in every objective.</summary>
    internal int BehindSilence { get; }

    /// <summary>Policies that kept to the constraints in the search, and not in the re-evaluation.</summary>
    internal int BrokenLimits { get; }

    /// <summary>Policies of which a run of the re-evaluation failed.</summary>
    internal int Failed { get; }

    /// <summary>Replicates, as captions say them.</summary>
    internal string Drawn => HasBeliefs ? "combinations of beliefs and luck" : "replicates";

    /// <summary>What would have to be known to have no regret, in a sentence.</summary>
    internal string Known => HasBeliefs ? "had beliefs and luck been known" : "had the luck been known";

    /// <summary>What outcomes are averaged over, in a sentence.</summary>
    internal string Averaging => (Beliefs.Count, Facts.Ensemble) switch
    {
        (0, null) => "",
        (_, null) => $", on average over {Wording.Count(Beliefs.Count, "uncertain belief", "uncertain beliefs")} and over luck",
        (_, { } ensemble) => $", on average over {Wording.List([$"the parameter sets {ensemble.Kind}{Replacing(ensemble)}", .. Others(ensemble), "luck"])}",
    };

    /// <summary>Whether replicates differ in more than luck: by factors of the world, or by the members of an ensemble.</summary>
    internal bool HasBeliefs => Beliefs.Count > 0 || Facts.Ensemble is not null;

    /// <summary>Objectives of a policy as costs, of which less is better.</summary>
    internal double[] Costs(JudgedPolicy policy) => Outcomes.Costs(Means(policy));

    /// <summary>The levels of a policy in words.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="levers">Positions of the levers to name; null means all.</param>
    internal string InWords(JudgedPolicy policy, IEnumerable<int>? levers = null) => policy.Number <= 0
        ? policy.Name
        : Wording.List([.. (levers ?? Enumerable.Range(0, Levers.Count)).Where(lever => policy.Levels[lever] is not null).Select(lever => Phrase(lever, policy.Levels[lever]!))]);

    /// <summary>A level in words.</summary>
    internal string Phrase(int lever, Level level) => Levers[lever].Phrase(Short(level), level.Number is { } number ? Rounded(number) : null);

    /// <summary>A level as a table shows it.</summary>
    internal static string Short(Level level) => level.Number is { } number ? Wording.Number(Rounded(number)) : level.Text;

    /// <summary>A number with two digits, for readers: 0.61 · 2.8 · 1,200.</summary>
    internal static string TwoDigits(double number)
    {
        double step = number == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 1);
        return Wording.Rounded(number, step);
    }

    // Two digits of a value that the search has placed somewhere in a range: more would suggest that it matters.
    private static double Rounded(double number) =>
        double.IsInteger(number) || Math.Abs(number) >= 100 ? Math.Round(number) : double.Parse(number.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // A belief that is drawn evenly although the ensemble has values of it is no other belief: it takes from what the case says.
    private string Replacing(EnsembleFacts ensemble) => Beliefs.Count(belief => ensemble.Paths.Contains(belief.Path)) is > 0 and int replaced
        ? $" (the values of {Wording.Count(replaced, "parameter", "parameters")} replaced by beliefs drawn evenly)"
        : "";

    private IEnumerable<string> Others(EnsembleFacts ensemble) => Beliefs.Count(belief => !ensemble.Paths.Contains(belief.Path)) is > 0 and int others
        ? [Wording.Count(others, "other uncertain belief", "other uncertain beliefs")]
        : [];

    private static bool Fails(double[][] values) => values.Any(replicate => replicate.Any(double.IsNaN));

    private static double[] Means(JudgedPolicy policy) => [.. policy.Means.Select(mean => mean.Mean)];

    private IEnumerable<int> SearchFront(IReadOnlyList<Candidate> candidates)
    {
        Candidate[] feasible = [.. candidates.Where(candidate => candidate.Number > 0 && candidate.IsFeasible)];
        return NonDominatedSort.First([.. feasible.Select(candidate => new Individual(candidate.Genes, Outcomes.Costs(candidate.Means), 0))]).Select(index => feasible[index].Number);
    }
}
