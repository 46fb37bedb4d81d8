using System.CommandLine;

namespace Experiments.Running;

/// <summary>What the verbs that run something have in common on the command line.</summary>
internal static class RunArguments
{
    /// <summary>Threads that run.</summary>
    internal static Option<int> Threads() => AtLeastOne(new("--threads")
    {
        Description = "Threads that run; does not change any result",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    });

    /// <summary>An option that is a number from 1 on.</summary>
    internal static Option<int> AtLeastOne(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{option.Name} must be at least 1.");
            }
        });
        return option;
    }
}
