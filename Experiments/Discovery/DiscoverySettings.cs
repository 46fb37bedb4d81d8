using Experiments.Config;
using Simulator.Parameters;
using Simulator.Policies;

namespace Experiments.Discovery;

/// <summary>What scenario discovery looks for: where one policy loses against another.</summary>
internal sealed record DiscoverySettings : ParameterSet
{
    /// <summary>The policy that may lose; empty means the first that sends.</summary>
    [Parameter("name of the policy that may lose; left out, the first that sends")]
    public string Policy { get; init; } = "";

    /// <summary>What it may lose against; none means the second policy that sends, or silence where there is only one.</summary>
    [Parameter("names of the policies it may lose against, one search each; silent is the twin; left out, the second policy that sends")]
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>The outcome that decides; empty means the main outcome of the experiment.</summary>
    [Parameter("name of the outcome that decides, as in result files; left out, the first of 'outcomes'")]
    public string Outcome { get; init; } = "";

    /// <summary>PRIM's patience α.</summary>
    [Parameter("share of a box that one step of the search cuts off: the smaller, the more patient", From = 0.01, To = 0.25)]
    public double Patience { get; init; } = 0.05;

    /// <summary>PRIM's β.</summary>
    [Parameter("smallest box, as a share of all points", From = 0.01, To = 0.5)]
    public double LeastMass { get; init; } = 0.05;

    /// <summary>Boxes that are looked for in turn, each in what the earlier ones leave.</summary>
    [Parameter("boxes looked for in turn, each among the points outside the earlier ones", From = 1, To = 5)]
    public int Boxes { get; init; } = 2;

    /// <summary>Resamples of the points that show which factors are found again.</summary>
    [Parameter("resamples of the points that show which factors are found again", From = 20, To = 2000)]
    public int Resamples { get; init; } = 100;

    /// <summary>The policy that may lose.</summary>
    /// <param name="policies">Policies that send, in their order.</param>
    internal string Subject(IReadOnlyList<string> policies) => Policy.Length > 0 || policies.Count == 0 ? Policy : policies[0];

    /// <summary>What it may lose against.</summary>
    /// <param name="policies">Policies that send, in their order.</param>
    internal IReadOnlyList<string> Rivals(IReadOnlyList<string> policies)
    {
        string subject = Subject(policies);
        return Against.Count > 0 ? Against : [policies.FirstOrDefault(policy => policy != subject) ?? Schedule.SilentName];
    }

    /// <summary>What is wrong with an experiment that asks for discovery, or that has these settings without asking.</summary>
    internal static IEnumerable<Problem> Problems(Experiment experiment)
    {
        bool isAsked = experiment.Analyses.Contains(AnalysisNames.Discovery);
        if (experiment.Discovery is not null && !isAsked)
        {
            yield return new Problem("discovery", $"settings for an analysis that is not asked for; add 'analyses: [{AnalysisNames.Discovery}]' or leave them out.");
        }

        if (!isAsked)
        {
            yield break;
        }

        string[] policies = [.. experiment.Policies.Select(policy => policy.Name).Where(name => name != Schedule.SilentName)];
        foreach (Problem problem in (experiment.Discovery ?? new()).OfNames(policies).Concat(OfDesign(experiment)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> OfDesign(Experiment experiment)
    {
        string analyses = $"analyses[{experiment.Analyses.ToList().IndexOf(AnalysisNames.Discovery)}]";
        if (experiment.Vary.Count == 0)
        {
            yield return new Problem(analyses, "discovery looks for beliefs under which a policy loses, but nothing is varied; name ranges under 'vary'.");
        }
        else if (experiment.Design.Kind is Designs.Design.List or Designs.Design.OneAtATime)
        {
            yield return new Problem("design.kind", $"discovery needs points all over the ranges, but a '{experiment.Design.Kind}' never moves factors independently; use sobol or latinHypercube with some hundred points, or grid.");
        }
        else if (experiment.Design is { FillsSpace: true, Points: < FewestPoints })
        {
            yield return new Problem("design.points", $"{experiment.Design.Points} points are too few to find a box and judge it; give at least {FewestPoints}, better some hundred.");
        }
    }

    /// <summary>Points below which halves would hold no more than a few dozen. Chosen.</summary>
    internal const int FewestPoints = 64;

    private IEnumerable<Problem> OfNames(string[] policies)
    {
        const string Path = "discovery";
        if (policies.Length == 0)
        {
            yield return new Problem("policies", "discovery compares policies, but none sends anything; describe at least one.");
            yield break;
        }

        if (Policy.Length > 0 && !policies.Contains(Policy))
        {
            yield return new Problem(Child(Path, "policy"), Policy == Schedule.SilentName
                ? "the silent twin does not lose: it is what others are compared with; name a policy that sends, and 'silent' under 'against'."
                : $"there is no policy '{Policy}'{NearestName.Hint(Policy, policies)}");
        }

        for (int index = 0; index < Against.Count; index++)
        {
            string path = $"{Path}.against[{index}]", rival = Against[index];
            if (rival != Schedule.SilentName && !policies.Contains(rival))
            {
                yield return new Problem(path, $"there is no policy '{rival}'{NearestName.Hint(rival, policies.Append(Schedule.SilentName))}");
            }
            else if (rival == Subject(policies))
            {
                yield return new Problem(path, $"'{rival}' cannot lose against itself; name another policy, or silent.");
            }
            else if (Against.Take(index).Contains(rival))
            {
                yield return new Problem(path, $"'{rival}' stands twice in the list.");
            }
        }

        foreach (Problem problem in OutcomeNames.Problems(Outcome, Child(Path, "outcome")))
        {
            yield return problem;
        }
    }
}
