using System.CommandLine;
using System.Globalization;

namespace Experiments.Running;

/// <summary>What the verbs that run something have in common on the command line.</summary>
internal static class RunArguments
{
    /// <summary>Threads that run.</summary>
    internal static Option<int> Threads() => AtLeastOne<int>(new("--threads")
    {
        Description = "Threads that run; does not change any result",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    });

    /// <summary>An option that is a number from 1 on.</summary>
    internal static Option<T> AtLeastOne<T>(Option<T> option)
    {
        // By the words: asked for its value, one that is no number would end the program.
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1))
            {
                result.AddError($"{option.Name} must be a whole number, at least 1.");
            }
        });
        return option;
    }
}
