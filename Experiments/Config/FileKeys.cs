using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>Keys at the root of a file that are not part of an experiment itself.</summary>
internal static class FileKeys
{
    internal const string Base = "base";
    internal const string Vary = "vary";
    internal const string Design = "design";
    internal const string Replicates = "replicates";
    internal const string WhatIf = "whatIf";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } = [Base, Vary, Design];

    /// <summary>Takes out what the file format knows and this version cannot run, and says so rather than ignoring it.</summary>
    internal static MappingNode RefuseLater(MappingNode root, List<Diagnostic> problems)
    {
        foreach (string key in (string[])[Vary, Design])
        {
            if (root.Entries.FirstOrDefault(entry => entry.Key == key) is { } entry)
            {
                problems.Add(new Diagnostic(entry.At, key, "not available in this version; write the variants as policies or under 'whatIf'."));
                root = root.Without(key);
            }
        }

        if (root[Replicates] is MappingNode group)
        {
            problems.Add(new Diagnostic(group.At, Replicates, "stopping by precision is not available in this version; give a number."));
            root = root.Without(Replicates);
        }

        return root;
    }
}
