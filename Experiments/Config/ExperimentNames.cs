using System.Text.RegularExpressions;
using Experiments.Designs;
using Experiments.Running.Methods;
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
        .. OfSweep(experiment),
        .. OfMethod(experiment),
        .. Calibration.CalibrationChecks.Problems(experiment),
        .. OfEnsemble(experiment),
        .. experiment.Outcomes.SelectMany((name, index) => OutcomeNames.Problems(name, $"outcomes[{index}]")),
        .. OfAnalyses(experiment),
        .. Discovery.DiscoverySettings.Problems(experiment),
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

    private static IEnumerable<Problem> OfSweep(Experiment experiment)
    {
        if (experiment.Vary.Count > 0 && experiment.WhatIf.Count > 0)
        {
            yield return new Problem("whatIf", "'vary' and 'whatIf' exclude each other; write the other assumption as a level of what is varied.");
        }

        if (experiment.Vary.Count == 0 && experiment.Design.Kind != Design.Grid)
        {
            yield return new Problem("design", "a design needs something to vary; name dotted paths with their values under 'vary'.");
        }

        if (experiment.Replicates.Rank is not null && experiment.Vary.Keys.FirstOrDefault(path => !path.StartsWith("policies.", StringComparison.Ordinal) && !path.StartsWith("messages.", StringComparison.Ordinal)) is { } world)
        {
            yield return new Problem("replicates.rank", $"a ranking compares what the sender can choose, but '{world}' is varied, which belongs to the world; vary policies and messages alone, or use 'until'.");
        }

        for (int index = 0; index < experiment.Horizons.Count; index++)
        {
            if (experiment.Horizons[index] > experiment.Scenario.Horizon)
            {
                yield return new Problem($"horizons[{index}]", $"{experiment.Horizons[index]} lies beyond the horizon of {experiment.Scenario.Horizon} days.");
            }
            else if (experiment.Horizons.Take(index).Any(earlier => earlier >= experiment.Horizons[index]))
            {
                yield return new Problem($"horizons[{index}]", "horizons ascend, each once.");
            }
        }
    }

    private static IEnumerable<Problem> OfMethod(Experiment experiment)
    {
        MethodKind[] asked = [.. MethodKind.All.Where(kind => kind.IsAsked(experiment))];
        if (asked.Length == 0)
        {
            yield break;
        }

        if (asked.Length > 1)
        {
            yield return new Problem(asked[1].Verb, $"'{asked[0].Verb}' and '{asked[1].Verb}' exclude each other; an experiment has one of them.");
        }

        if (asked[0].NeedsFactors && experiment.Vary.Count == 0)
        {
            yield return new Problem(asked[0].Verb, $"'{asked[0].Verb}' needs something to vary; name dotted paths with their ranges under 'vary'.");
        }

        if (experiment.Design != new Design())
        {
            yield return new Problem("design", $"'{asked[0].Verb}' chooses the points itself; leave 'design' out.");
        }

        if (experiment.WhatIf.Count > 0)
        {
            yield return new Problem("whatIf", $"'{asked[0].Verb}' and 'whatIf' exclude each other.");
        }

        if (experiment.Optimise is not null && experiment.Policies.Count != 1)
        {
            yield return new Problem("policies", $"'optimise' searches the levers of one policy, but there are {experiment.Policies.Count}; keep the one whose levers are varied. Sending nothing and the policy as written are always compared.");
        }

        if (experiment.Optimise is not null && experiment.Replicates.First != experiment.Replicates.Last)
        {
            yield return new Problem("replicates", "a search judges all candidates in the same replicates; give their number, for example 16.");
        }
    }

    private static IEnumerable<Problem> OfEnsemble(Experiment experiment)
    {
        const string Key = "scenario.ensemble";
        bool IsIt(string path) => Calibration.CalibrationChecks.Normal(path) == Key;
        if (experiment.Vary.Keys.Any(IsIt) || experiment.WhatIf.Any(whatIf => whatIf.Set.Keys.Any(IsIt)))
        {
            yield return new Problem(Key, "an ensemble is no value among others: it cannot be varied. Run the experiment once with each.");
        }

        if (experiment.Scenario.Ensemble is not null && experiment.Calibrate is not null)
        {
            yield return new Problem(Key, "a calibration asks which parameter sets agree with the case; it takes none from an ensemble. Leave 'ensemble' out.");
        }
    }

    private static IEnumerable<Problem> OfAnalyses(Experiment experiment) => experiment.Analyses
        .Select((name, index) => (name, index))
        .Where(item => !AnalysisNames.All.Contains(item.name))
        .Select(item => new Problem($"analyses[{item.index}]", $"there is no analysis '{item.name}'{NearestName.Hint(item.name, AnalysisNames.All)}"));

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
