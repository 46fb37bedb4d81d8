using Experiments.Config;
using Experiments.Config.Yaml;
using Experiments.Running;

namespace Experiments.Reports;

/// <summary>
/// What the resolved experiment file of a result folder says, taken as text: a file of another version is still read, which
/// binding it to today's parameters would refuse.
/// </summary>
/// <param name="root">The file.</param>
internal sealed class ExperimentOutline(MappingNode root)
{
    /// <summary>Largest file that is read, in bytes; thousands of listed rows fit. Chosen, not measured.</summary>
    private const long LargestFile = 4L << 20;

    /// <summary>Longest value that is quoted, in characters.</summary>
    private const int LongestValue = 48;

    // The same in all runs of an experiment, or no parameter of it.
    private static readonly string[] NotCompared = ["name", "question"];

    /// <summary>Name of the experiment; null when the file has none.</summary>
    internal string? Name => (root["name"] as ScalarNode)?.Text;

    /// <summary>The question; null when the file has none.</summary>
    internal string? Question => (root["question"] as ScalarNode)?.Text;

    /// <summary>Names of the policies, without the silent twin.</summary>
    internal IReadOnlyList<string> Policies => root["policies"] is ListNode policies ? [.. policies.Names()] : [];

    /// <summary>What is varied, by label where there is one and else by path.</summary>
    internal IReadOnlyList<string> Varied => root["vary"] is MappingNode vary
        ? [.. vary.Entries.Select(entry => entry.Value is MappingNode factor && factor["label"] is ScalarNode { IsNull: false } label ? label.Text : entry.Key)]
        : [];

    /// <summary>Reads the file of a result folder.</summary>
    /// <returns>The outline; null when there is no file, or none that can be read.</returns>
    internal static ExperimentOutline? Read(string folder)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, ResultFolder.ExperimentName));
            return file.Exists && file.Length <= LargestFile && YamlReader.Read(File.ReadAllText(file.FullName), file.Name, []) is MappingNode root
                ? new ExperimentOutline(root)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What this experiment sets otherwise than another one does, as one would write it after <c>--set</c>.</summary>
    internal IReadOnlyList<string> DifferencesFrom(ExperimentOutline other) =>
    [
        .. TreeDifference.Of(other.Compared(), Compared()).Select(difference => $"{difference.Path}={Shortened(YamlText.Line(difference.Value))}"),
    ];

    private MappingNode Compared() => NotCompared.Aggregate(root, (tree, key) => tree.Without(key));

    private static string Shortened(string value) => value.Length > LongestValue ? value[..LongestValue] + "…" : value;
}
