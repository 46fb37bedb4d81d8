using Experiments.Config.Yaml;
using Simulator.Engine;
using Simulator.Messages;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>A dotted path held against the parameters there are.</summary>
/// <param name="Path">The path, complete from the root.</param>
/// <param name="Key">The parameter it leads to.</param>
internal sealed record ParameterPath(DottedPath Path, RecordKey Key)
{
    /// <summary>Follows a path through the records of an experiment.</summary>
    /// <param name="text">The path; the leading <c>scenario.</c> may be left out.</param>
    /// <param name="problem">What is wrong with it; null when it leads to a parameter.</param>
    internal static ParameterPath? Find(string text, out string? problem)
    {
        if (DottedPath.Parse(text) is not { } path)
        {
            problem = "this is not a dotted path, such as scenario.trust.loss or policies.weekly.sends[0].every.";
            return null;
        }

        if (RecordKey.Of(typeof(Scenario)).Any(key => key.Name == path.Steps[0].Key) && !WhatIfPoints.Roots.Contains(path.Steps[0].Key))
        {
            path = path.Below("scenario");
        }

        if (!WhatIfPoints.Roots.Contains(path.Steps[0].Key))
        {
            problem = $"'{path.Steps[0].Key}' cannot be varied{NearestName.Hint(path.Steps[0].Key, WhatIfPoints.Roots)}";
            return null;
        }

        Type type = typeof(Experiment);
        RecordKey? found = null;
        for (int step = 0; step < path.Steps.Count; step++)
        {
            PathStep wanted = path.Steps[step];
            if (found is { IsByName: true } || found?.ItemType is not null)
            {
                // An item, by its name or number; whether it is there only the tree knows.
                type = found.IsByName ? typeof(Message) : found.ItemType!;
                found = null;
                continue;
            }

            IReadOnlyList<RecordKey> keys = found is not null && !found.Type.IsAssignableTo(typeof(ParameterSet)) ? [] : RecordKey.Of(found?.Type ?? type);
            found = keys.FirstOrDefault(key => key.Name == wanted.Key);
            if (found is null)
            {
                string known = keys.Count == 0 ? "; nothing lies below it." : NearestName.Hint(wanted.Key, keys.Select(key => key.Name));
                problem = $"there is no parameter '{DottedPath.Text(path.Steps.Take(step + 1))}'{known}";
                return null;
            }
        }

        problem = found is null
            ? "a whole item cannot be varied; name one of its keys."
            : found.Name == "name" ? "a name cannot be varied; results are told apart by it." : null;
        return problem is null ? new ParameterPath(path, found!) : null;
    }
}
