using Experiments.Config.Yaml;
using Simulator.Engine;

namespace Experiments.Config;

/// <summary>Sets values by dotted paths: from the command line, and for what-ifs.</summary>
internal static class Overrides
{
    private const string ScenarioKey = "scenario";

    /// <summary>The tree with every <c>path=value</c> of the command line set, in their order.</summary>
    internal static MappingNode Apply(MappingNode root, IReadOnlyList<string> overrides, List<Diagnostic> problems)
    {
        foreach (string text in overrides)
        {
            Place at = Place.Option($"--set {text}");
            int sign = text.IndexOf('=');
            if (sign <= 0)
            {
                problems.Add(new Diagnostic(at, "", "write it as path=value, for example --set scenario.trust.loss=0.3."));
            }
            else if (YamlReader.ReadValue(text[(sign + 1)..], at, problems) is { } value)
            {
                root = Set(root, text[..sign].Trim(), at, value, Roots, problems);
            }
        }

        return root;
    }

    /// <summary>The tree with a value set, or the same tree and a problem.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="text">The dotted path.</param>
    /// <param name="at">Where the path is written.</param>
    /// <param name="value">The value.</param>
    /// <param name="roots">The first keys a path may have.</param>
    /// <param name="problems">Takes what is wrong with the path.</param>
    internal static MappingNode Set(
        MappingNode root, string text, Place at, Node value, IReadOnlyList<string> roots, List<Diagnostic> problems)
    {
        if (DottedPath.Parse(text) is not { } path)
        {
            problems.Add(new Diagnostic(at, text, "this is not a dotted path, such as scenario.trust.loss or policies.weekly.sends[0].every."));
            return root;
        }

        string first = path.Steps[0].Key;
        string[] scenario = [.. RecordKey.Of(typeof(Scenario)).Select(key => key.Name)];
        if (!roots.Contains(first) && scenario.Contains(first))
        {
            path = path.Below(ScenarioKey);
        }
        else if (!roots.Contains(first))
        {
            problems.Add(new Diagnostic(at, text, first == FileKeys.Base
                ? "a base cannot be set, only written in a file: it is read before anything is set."
                : $"'{first}' cannot be set here{NearestName.Hint(first, NearestName.Of(first, scenario) is { } near ? [near] : roots)}"));
            return root;
        }

        Node changed = TreeEdit.Set(root, path, at, value, out string? problem);
        if (problem is not null)
        {
            problems.Add(new Diagnostic(at, path.ToString(), problem));
        }

        return problem is null ? (MappingNode)changed : root;
    }

    /// <summary>The first keys the command line may set: all but <c>base</c>, whose file has been read by then.</summary>
    private static string[] Roots => [.. RecordKey.Of(typeof(Experiment)).Select(key => key.Name)];
}
