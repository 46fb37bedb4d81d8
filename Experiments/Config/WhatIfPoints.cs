using Experiments.Config.Yaml;
using Experiments.Ensembles;
using Experiments.Running;
using Simulator.Policies;

namespace Experiments.Config;

/// <summary>Makes the points of an experiment: the experiment as written, and one for each what-if.</summary>
/// <param name="binder">Binds the changed trees, so that a what-if is checked as strictly as the rest of the file.</param>
internal sealed class WhatIfPoints(ExperimentBinder binder)
{
    /// <summary>A what-if changes the world and what is sent; a seed of its own would spoil the comparison.</summary>
    internal static readonly string[] Roots = ["scenario", "messages", "policies"];

    /// <summary>The points, in the order of the file.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="written">The experiment as written.</param>
    /// <param name="problems">Takes what only a what-if breaks.</param>
    /// <param name="warnings">Takes what is doubtful only in a what-if.</param>
    internal IReadOnlyList<Point> Make(MappingNode root, BoundExperiment written, List<Diagnostic> problems, List<Diagnostic> warnings)
    {
        Experiment experiment = written.Experiment;
        MappingNode complete = ResolvedTree.Of(experiment);
        var points = new List<Point> { new(0, ExperimentNames.AsWritten, new Dictionary<string, string>(), experiment.Scenario, Policies(experiment, [])) { Worlds = written.Worlds([]) } };
        MappingNode rest = root.Without(FileKeys.WhatIf);
        HashSet<Place> elsewhere = [.. rest.Places()];
        for (int index = 0; index < experiment.WhatIf.Count; index++)
        {
            if ((root[FileKeys.WhatIf] as ListNode)?.Items[index] is not MappingNode item)
            {
                continue;
            }

            string path = $"{FileKeys.WhatIf}[{index}].set";
            var wrong = new List<Diagnostic>();
            MappingNode changed = Changed(rest, item["set"] as MappingNode, wrong);
            BoundExperiment bound = binder.Bind(changed);
            Place Own(Place at) => elsewhere.Contains(at) ? (item["set"] ?? item).At : at;
            IEnumerable<Diagnostic> Told(IEnumerable<Diagnostic> found, IEnumerable<Diagnostic> before) =>
                found.Except(before).Select(diagnostic => diagnostic with { At = Own(diagnostic.At), Path = $"{path}.{diagnostic.Path}" });
            problems.AddRange(wrong.Select(problem => problem with { Path = $"{path}.{problem.Path}" }));
            problems.AddRange(Told(bound.Problems, written.Problems));
            warnings.AddRange(Told(bound.Warnings, written.Warnings));

            WhatIf whatIf = experiment.WhatIf[index];
            Dictionary<string, string> set = Differences(complete, bound.Experiment);
            foreach ((string own, string text) in Held(whatIf, written.Ensemble))
            {
                set.TryAdd(own, text);
            }

            points.Add(new Point(index + 1, whatIf.Name, set, bound.Experiment.Scenario, Policies(bound.Experiment, whatIf.Policies)) { Worlds = bound.Worlds([.. set.Keys]) });
        }

        return WithVaried(points, complete);
    }

    /// <summary>What a what-if sets of an ensemble's paths: against the members it is a difference even where it repeats the value as written.</summary>
    private static IEnumerable<(string Path, string Text)> Held(WhatIf whatIf, Ensemble? ensemble) => whatIf.Set
        .Select(entry => (Path: ParameterPath.Find(entry.Key, out _)?.Path.ToString() ?? entry.Key, Text: entry.Value))
        .Where(entry => ensemble is not null && ensemble.Paths.Contains(entry.Path));

    /// <summary>Writes down at every point the values of all paths that differ somewhere: where a point does not set one, as in the experiment as written.</summary>
    private static IReadOnlyList<Point> WithVaried(List<Point> points, MappingNode complete)
    {
        string[] paths = [.. points.SelectMany(point => point.Set.Keys).Distinct()];
        Dictionary<string, string> written = paths.ToDictionary(path => path, path => Written(complete, path));
        return
        [
            .. points.Select(point => point with { Varied = paths.ToDictionary(path => path, path => point.Set.GetValueOrDefault(path, written[path])) }),
        ];
    }

    // A what-if may bring something that the experiment as written does not have at all, a platform's cap for example.
    internal static string Written(MappingNode complete, string path)
    {
        DottedPath steps = DottedPath.Parse(path)!;
        (Node node, int depth) = steps.Find(complete);
        return depth == steps.Steps.Count ? YamlText.Line(node) : "";
    }

    private static MappingNode Changed(MappingNode root, MappingNode? set, List<Diagnostic> problems)
    {
        foreach (Entry entry in set?.Entries ?? [])
        {
            root = Overrides.Set(root, entry.Key, entry.At, entry.Value, Roots, problems);
        }

        return root;
    }

    /// <summary>
    /// What differs once everything is written out. Not what the file says: a segment inherits what a what-if changes in the
    /// audience, but has its own values in a resolved file, so only the differences give the same point again from there.
    /// </summary>
    private static Dictionary<string, string> Differences(MappingNode complete, Experiment changed)
    {
        MappingNode tree = ResolvedTree.Of(changed);
        return Roots
            .SelectMany(key => TreeDifference.Of(complete[key]!, tree[key]!, key))
            .ToDictionary(difference => difference.Path, difference => YamlText.Line(difference.Value));
    }

    internal static IReadOnlyList<Schedule> Policies(Experiment experiment, IReadOnlyList<string> wanted) =>
    [
        Schedule.Silent,
        .. experiment.Policies.Where(policy => policy.Name != Schedule.SilentName && (wanted.Count == 0 || wanted.Contains(policy.Name))),
    ];
}
