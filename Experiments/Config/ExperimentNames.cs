using System.Text.RegularExpressions;
using Simulator.Parameters;
using Simulator.Policies;

namespace Experiments.Config;

/// <summary>What must hold among the names of an experiment: they exist, occur once, and are safe in a path.</summary>
internal static partial class ExperimentNames
{
    /// <summary>Name of the point that is the experiment as written.</summary>
    internal const string AsWritten = "as written";

    /// <summary>Every problem with a name.</summary>
    internal static IEnumerable<Problem> Problems(Experiment experiment) =>
    [
        .. OfExperiment(experiment),
        .. experiment.Messages.SelectMany((message, index) => Unsafe(message.Name, "message", $"messages[{index}]")),
        .. OfPolicies(experiment),
        .. OfWhatIfs(experiment),
    ];

    private static IEnumerable<Problem> OfExperiment(Experiment experiment)
    {
        if (!FolderName().IsMatch(experiment.Name))
        {
            yield return new Problem("name", $"'{experiment.Name}' cannot name a folder; use 1 to 80 letters, digits, - and _.");
        }

        if (experiment.Case is { } name && experiment.Policies.All(policy => policy.Name != name))
        {
            yield return new Problem("case", $"there is no policy '{name}'{NearestName.Hint(name, experiment.Policies.Select(policy => policy.Name))}");
        }
    }

    private static IEnumerable<Problem> OfPolicies(Experiment experiment)
    {
        var taken = new HashSet<string>();
        for (int index = 0; index < experiment.Policies.Count; index++)
        {
            Schedule policy = experiment.Policies[index];
            string path = $"policies[{index}].name";
            foreach (Problem problem in Unsafe(policy.Name, "policy", path))
            {
                yield return problem;
            }

            if (!taken.Add(policy.Name))
            {
                yield return new Problem(path, $"the name '{policy.Name}' is taken by another policy.");
            }

            if (policy.Name == Schedule.SilentName && (policy.Sends.Count > 0 || policy.Test is not null))
            {
                yield return new Problem(path, "'silent' is the twin to which nothing is sent, and is always run; give this policy another name.");
            }
        }
    }

    private static IEnumerable<Problem> OfWhatIfs(Experiment experiment)
    {
        for (int index = 0; index < experiment.WhatIf.Count; index++)
        {
            WhatIf whatIf = experiment.WhatIf[index];
            if (string.IsNullOrWhiteSpace(whatIf.Name))
            {
                yield return new Problem($"whatIf[{index}].name", "a what-if needs a name.");
            }
            else if (whatIf.Name == AsWritten || experiment.WhatIf.Take(index).Any(other => other.Name == whatIf.Name))
            {
                yield return new Problem($"whatIf[{index}].name", $"the name '{whatIf.Name}' is taken; results are told apart by it.");
            }

            for (int policy = 0; policy < whatIf.Policies.Count; policy++)
            {
                string name = whatIf.Policies[policy];
                if (name != Schedule.SilentName && experiment.Policies.All(known => known.Name != name))
                {
                    yield return new Problem(
                        $"whatIf[{index}].policies[{policy}]",
                        $"there is no policy '{name}'{NearestName.Hint(name, experiment.Policies.Select(known => known.Name))}");
                }
            }
        }
    }

    private static IEnumerable<Problem> Unsafe(string name, string kind, string path)
    {
        if (!string.IsNullOrWhiteSpace(name) && (!PathName().IsMatch(name) || name != name.Trim()))
        {
            yield return new Problem(
                path,
                $"'{name}' cannot name a {kind}; dotted paths refer to it, so use up to 80 letters, digits, spaces and marks, but none of . [ ] =");
        }
        else if (kind == "message" && string.IsNullOrWhiteSpace(name))
        {
            yield return new Problem(path, "a message needs a name.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();

    [GeneratedRegex(@"^[^\p{C}.\[\]=]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathName();
}
