using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Designs;

namespace Experiments.Optimisation;

/// <summary>
/// The factors of a search: levers, of which a candidate has one level each, and beliefs, of which a replicate has. Replicate r takes point r of a scrambled
/// Sobol' sequence, so that every candidate of every generation is judged under the same beliefs.
/// </summary>
internal sealed class SearchSpace
{
    /// <summary>Whole numbers up to which a range counts as ordered levels; beyond, steps from level to level would be too small. Chosen.</summary>
    private const int MostLevels = 12;

    /// <summary>What a sender decides although it stands under the scenario: how many complaints are answered, and how soon. What an answer restores is the world's.</summary>
    private static readonly string[] SendersOwn = ["scenario.response.rate", "scenario.response.delay"];

    private readonly SobolSequence? _beliefs;

    /// <summary>Divides factors into levers and beliefs.</summary>
    /// <param name="factors">The factors under <c>vary</c>.</param>
    /// <param name="seed">Seed of the experiment.</param>
    internal SearchSpace(IReadOnlyList<Factor> factors, ulong seed)
    {
        Levers = [.. factors.Where(factor => factor.Paths.All(IsSenders))];
        Beliefs = [.. factors.Where(factor => !factor.Paths.All(IsSenders))];
        Genes = [.. Levers.Select(Gene)];
        _beliefs = Beliefs.Count > 0 ? new SobolSequence(Beliefs.Count, seed) : null;
    }

    /// <summary>What the sender decides.</summary>
    internal IReadOnlyList<Factor> Levers { get; }

    /// <summary>What the sender does not know.</summary>
    internal IReadOnlyList<Factor> Beliefs { get; }

    /// <summary>How each lever may be varied.</summary>
    internal IReadOnlyList<Gene> Genes { get; }

    /// <summary>What is wrong with the factors of a search.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="vary">The group that holds them.</param>
    internal static IEnumerable<Diagnostic> Objections(IReadOnlyList<Factor> factors, MappingNode vary)
    {
        foreach (Factor factor in factors.Where(factor => factor.Paths.Any(IsSenders) && !factor.Paths.All(IsSenders)))
        {
            string world = factor.Paths.First(path => !IsSenders(path));
            yield return new Diagnostic(vary.At, $"{FileKeys.Vary}.{factor.Path}", $"this goes along with '{world}': one is decided by the sender, the other belongs to the world; vary them apart.");
        }

        foreach (Factor factor in factors.Where(factor => factor.When is { } when && factors.FirstOrDefault(other => other.Path == when.Path) is { } other && other.Paths.All(IsSenders) != factor.Paths.All(IsSenders)))
        {
            yield return new Diagnostic(vary.At, $"{FileKeys.Vary}.{factor.Path}", "a lever cannot depend on a belief, nor a belief on a lever; leave 'when' out.");
        }

        if (factors.All(factor => !factor.Paths.All(IsSenders)))
        {
            yield return new Diagnostic(
                vary.At,
                FileKeys.Vary,
                $"nothing here is for the sender to decide: levers are paths below policies and messages, and {string.Join(" and ", SendersOwn)}. Other paths of the scenario are beliefs, over which results are averaged; add a lever, for example policies.<name>.sends[0].every: [7, 14, 30].");
        }
    }

    /// <summary>Levels of a candidate, one a lever; null where its condition does not hold.</summary>
    internal IReadOnlyList<Level?> LevelsOf(double[] genes)
    {
        var levels = new Level?[Levers.Count];
        for (int lever = 0; lever < levels.Length; lever++)
        {
            levels[lever] = Holds(Levers, levels, lever) ? Levers[lever].At(genes[lever]) : null;
        }

        return levels;
    }

    /// <summary>What tells candidates apart: their levels.</summary>
    internal string KeyOf(double[] genes) => string.Join('\n', LevelsOf(genes).Select(level => level?.Text));

    /// <summary>Levels of the beliefs in a replicate; null where a condition does not hold.</summary>
    internal IReadOnlyList<Level?> BeliefsOf(int replicate)
    {
        var levels = new Level?[Beliefs.Count];
        for (int belief = 0; belief < levels.Length; belief++)
        {
            levels[belief] = Holds(Beliefs, levels, belief) ? Beliefs[belief].At(_beliefs!.Coordinate(replicate, belief)) : null;
        }

        return levels;
    }

    /// <summary>Values by path of some levers and a replicate's beliefs.</summary>
    /// <param name="levels">Levels of a candidate; empty for the policy as written.</param>
    /// <param name="replicate">Number of the replicate.</param>
    internal Dictionary<string, string> Set(IReadOnlyList<Level?> levels, int replicate)
    {
        var set = new Dictionary<string, string>();
        Add(set, Levers, levels);
        Add(set, Beliefs, BeliefsOf(replicate));
        return set;
    }

    private static void Add(Dictionary<string, string> set, IReadOnlyList<Factor> factors, IReadOnlyList<Level?> levels)
    {
        for (int index = 0; index < levels.Count; index++)
        {
            if (levels[index] is { } level)
            {
                set[factors[index].Path] = level.Text;
                foreach ((string path, string text) in level.With)
                {
                    set[path] = text;
                }
            }
        }
    }

    private static bool IsSenders(string path) => !path.StartsWith("scenario.", StringComparison.Ordinal) || SendersOwn.Contains(path);

    private static bool Holds(IReadOnlyList<Factor> factors, Level?[] levels, int index)
    {
        if (factors[index].When is not { } when)
        {
            return true;
        }

        for (int other = 0; other < index; other++)
        {
            if (factors[other].Path == when.Path)
            {
                return levels[other] is { } level && when.Holds(level);
            }
        }

        return false;
    }

    private static Gene Gene(Factor factor) => factor.Range switch
    {
        null => factor.IsNumeric ? Optimisation.Gene.Ordered(factor.Listed.Count) : Optimisation.Gene.Unordered(factor.Listed.Count),
        { IsInteger: true, IsLogarithmic: false } range when range.To - range.From < MostLevels => Optimisation.Gene.Ordered((int)(range.To - range.From) + 1),
        _ => Optimisation.Gene.Continuous,
    };
}
