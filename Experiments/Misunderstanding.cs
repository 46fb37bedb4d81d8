using System.CommandLine;
using System.CommandLine.Parsing;
using Experiments.Config;

namespace Experiments;

/// <summary>What to say about a command line that was not understood.</summary>
internal static class Misunderstanding
{
    /// <summary>Names every word that was not understood with the nearest one that would be, and every other error.</summary>
    internal static void Tell(ParseResult parsed, TextWriter error)
    {
        Command command = parsed.CommandResult.Command;
        string[] known =
        [
            .. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name),
            .. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
                .Select(option => option.Name),
        ];
        bool unknownVerb = command is RootCommand && parsed.UnmatchedTokens.Count > 0;

        // What follows an unknown verb cannot be judged.
        foreach (string word in unknownVerb ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens)
        {
            error.WriteLine($"'{word}' is not known{(command is RootCommand ? "" : $" to {command.Name}")}{NearestName.Hint(word, known)}");
        }

        foreach (ParseError problem in unknownVerb ? [] : parsed.Errors)
        {
            if (!parsed.UnmatchedTokens.Any(word => problem.Message.Contains($"'{word}'", StringComparison.Ordinal)))
            {
                error.WriteLine(InPlainWords(problem));
            }
        }

        error.WriteLine(command is RootCommand ? "--help lists what there is." : $"{command.Name} --help lists what there is.");
    }

    // The library speaks of types; every argument that is parsed here is a whole number.
    private static string InPlainWords(ParseError problem) =>
        problem.Message.StartsWith("Cannot parse argument", StringComparison.Ordinal) && problem.SymbolResult is OptionResult option
            ? $"{option.Option.Name} needs a whole number; found '{string.Join(' ', option.Tokens.Select(token => token.Value))}'."
            : problem.Message;
}
