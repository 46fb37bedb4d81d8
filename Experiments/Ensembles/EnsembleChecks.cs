using Experiments.Analysis;
using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Designs;
using Experiments.Store;
using Simulator.Engine;
using Simulator.People;

namespace Experiments.Ensembles;

/// <summary>What may be wrong with an ensemble in an experiment.</summary>
internal static class EnsembleChecks
{
    private const string Key = "scenario.ensemble";

    /// <summary>Problems of the ensemble as such, and where it contradicts the scenario.</summary>
    /// <param name="file">The ensemble as it was read.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="at">Where it is named.</param>
    internal static IEnumerable<Diagnostic> Problems(EnsembleFile file, Scenario scenario, Place at)
    {
        if (file.Ensemble is not { } ensemble)
        {
            yield return new Diagnostic(at, Key, file.Problem);
            yield break;
        }

        foreach (string path in ensemble.Paths)
        {
            if (ParameterPath.Find(path, out string? problem) is null)
            {
                yield return new Diagnostic(at, Key, $"the ensemble sets '{path}', but {problem}");
                yield break;
            }
        }

        string[] traits = [.. RecordKey.Of(typeof(Traits)).Select(key => $"scenario.audience.{key.Name}")];
        if (scenario.Audience.Segments.Count > 0 && ensemble.Paths.FirstOrDefault(path => traits.Any(trait => path == trait || path.StartsWith(trait + ".", StringComparison.Ordinal))) is { } own)
        {
            yield return new Diagnostic(at, Key, $"the ensemble sets '{own}' of the whole audience, but each segment has its own; use an ensemble in experiments without segments.");
        }
    }

    /// <summary>Values of the command line that an ensemble would override in silence.</summary>
    internal static IEnumerable<Diagnostic> Overridden(Ensemble ensemble, MappingNode root)
    {
        foreach (string path in ensemble.Paths)
        {
            DottedPath steps = DottedPath.Parse(path)!;
            (Node node, int depth) = steps.Find(root);
            if (depth == steps.Steps.Count && node.At.Line == 0)
            {
                yield return new Diagnostic(node.At, path, $"the ensemble sets '{path}' too, differently in every replicate; to hold it at one value, put it under 'vary' ({path}: [value]) or 'whatIf'.");
            }
        }
    }

    /// <summary>Paths that <c>vary</c> or a what-if sets although the members have values of their own: allowed, because that is how one is held, but not in silence.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="varied">The factors.</param>
    /// <param name="whatIfs">The what-ifs.</param>
    /// <param name="root">The file.</param>
    internal static IEnumerable<Diagnostic> Replaced(Ensemble ensemble, IEnumerable<Factor> varied, IEnumerable<WhatIf> whatIfs, MappingNode root)
    {
        string[] replaced = [.. varied.SelectMany(factor => factor.Paths).Distinct().Where(ensemble.Paths.Contains)];
        if (replaced.Length > 0)
        {
            string them = replaced.Length == 1 ? "it" : "them";
            yield return new Diagnostic((root[FileKeys.Vary] ?? root).At, FileKeys.Vary, $"this replaces the members' own values of {Wording.List(replaced)}, and with them what the case says about {them}; leave {them} out to keep the ensemble's.");
        }

        foreach ((WhatIf whatIf, int index) in whatIfs.Select((whatIf, index) => (whatIf, index)))
        {
            foreach (string path in whatIf.Set.Keys.Select(key => ParameterPath.Find(key, out _)?.Path.ToString() ?? key).Where(ensemble.Paths.Contains))
            {
                Node at = (root[FileKeys.WhatIf] as ListNode)?.Items[index] ?? root;
                yield return new Diagnostic(at.At, $"{FileKeys.WhatIf}[{index}].set.{path}", $"'{whatIf.Name}' replaces the members' own values of '{path}' by one for all; leave it out to keep the ensemble's.");
            }
        }
    }

    /// <summary>What is allowed but probably not meant.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="replicates">Most replicates.</param>
    /// <param name="at">Where it is named.</param>
    internal static IEnumerable<Diagnostic> Warnings(Ensemble ensemble, int replicates, Place at)
    {
        if (replicates > ensemble.Members.Count)
        {
            yield return new Diagnostic(at, Key, $"{replicates:N0} replicates are more than the {ensemble.Members.Count:N0} members of the ensemble: members come round again with other luck, and intervals over replicates are a little too narrow.");
        }

        if (ensemble.Agreeing is { Mean: < Ensemble.LeastAgreement } agreeing)
        {
            yield return new Diagnostic(at, Key, $"only {Wording.Percent(agreeing.Mean)} of the runs of this ensemble agree with all facts of the case (reading '{ensemble.Reading}'): its members are the nearest that were found, not sets that agree with it; take another reading, or a calibration that meets the facts.");
        }

        if (ensemble.Commit is { } made && Tool.Commit is { } now && made != now)
        {
            yield return new Diagnostic(at, Key, $"the ensemble was made by a program built from commit {made}, this one was built from {now}; if the model changed between them, calibrate again.");
        }
    }
}
