using System.CommandLine;
using System.Globalization;

namespace Experiments.Config;

/// <summary>What the verbs that read an experiment file have in common on the command line.</summary>
internal static class ExperimentArguments
{
    /// <summary>The experiment file.</summary>
    internal static Argument<string> File() => new("experiment.yaml") { Description = "The experiment file" };

    /// <summary>Values that win over the file.</summary>
    internal static Option<string[]> Set() => new("--set")
    {
        Description = "Set a value by its dotted path; may be repeated, and wins over the file",
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Number of replicates.</summary>
    internal static Option<int?> Replicates() => new("--replicates") { Description = "Replicates of every point and policy, instead of the file's", HelpName = "n" };

    /// <summary>Seed.</summary>
    internal static Option<int?> Seed() => new("--seed") { Description = "Seed of all draws, instead of the file's", HelpName = "n" };

    /// <summary>Whether CSV files are wanted.</summary>
    internal static Option<bool> Csv() => new("--csv") { Description = "Write runs.csv and days.csv too, with horizons.csv and segments.csv where there are any" };

    /// <summary>Whether to be short.</summary>
    internal static Option<bool> Quiet() => new("--quiet") { Description = "Print the result folder alone" };

    /// <summary>All that the command line sets, the particular options last: they win.</summary>
    /// <param name="set">Lines <c>path=value</c>.</param>
    /// <param name="replicates">Number of replicates; null means the file's.</param>
    /// <param name="seed">Seed; null means the file's.</param>
    internal static IReadOnlyList<string> Overrides(string[]? set, int? replicates, int? seed) => [.. set ?? [], .. Override("replicates", replicates), .. Override("seed", seed)];

    private static IEnumerable<string> Override(string path, int? value) =>
        value is { } number ? [string.Create(CultureInfo.InvariantCulture, $"{path}={number}")] : [];
}
