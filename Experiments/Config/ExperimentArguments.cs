using System.CommandLine;

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
}
