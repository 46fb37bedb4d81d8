using Experiments.Config;
using Experiments.Config.Yaml;

namespace Experiments.Running.Comparing;

/// <summary>A parameter that two experiments set differently.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Old">Value in the first one; a dash where it has none.</param>
/// <param name="New">Value in the second one.</param>
internal sealed record ParameterChange(string Path, string Old, string New)
{
    private const string Nothing = "–";

    /// <summary>Everything that differs between two resolved trees, in the order of the first, then what only the second has.</summary>
    internal static IReadOnlyList<ParameterChange> Between(MappingNode old, MappingNode changed)
    {
        Dictionary<string, string> before = Values(TreeDifference.Of(changed, old));
        Dictionary<string, string> after = Values(TreeDifference.Of(old, changed));
        return [.. before.Keys.Union(after.Keys).Select(path => new ParameterChange(path, before.GetValueOrDefault(path, Nothing), after.GetValueOrDefault(path, Nothing)))];
    }

    private static Dictionary<string, string> Values(IEnumerable<(string Path, Node Value)> values)
    {
        var texts = new Dictionary<string, string>();
        foreach ((string path, Node value) in values)
        {
            texts[path] = YamlText.Line(value);
        }

        return texts;
    }
}
