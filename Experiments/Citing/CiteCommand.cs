using System.CommandLine;
using Experiments.Store;

namespace Experiments.Citing;

/// <summary>The verb <c>cite</c>: how to cite a chart or an experiment, and whether the charts of a deck are still those of the results.</summary>
internal static class CiteCommand
{
    private const string All = "all";
    private const string Caption = "caption";
    private const string BibTeX = "bibtex";
    private const string Csl = "csl-json";
    private const string Alt = "alt";

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string[]> targets = new("chart|folder")
        {
            Description = "A result folder, or a picture or figure file of a chart; with --check, the result folders to compare with, or folders of them",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> format = new("--format") { Description = "What to print", DefaultValueFactory = _ => All };
        format.AcceptOnlyFromAmong(All, Caption, BibTeX, Csl, Alt);
        Option<string?> only = new("--only") { Description = "Only this chart of a folder", HelpName = "name" };
        Option<string?> deck = new("--check") { Description = "Tell of each chart in these slides whether it is current, stale or unknown", HelpName = "deck.pptx" };
        var command = new Command("cite", "Caption, BibTeX, CSL-JSON and alt text of charts and experiments; with --check, stale charts in a deck") { targets, format, only, deck };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetRequiredValue(targets);
            (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                return parsed.GetValue(deck) is { } slides
                    ? DeckCheckReport.Write(slides, given, output, error)
                    : Cite(given, parsed.GetValue(only), parsed.GetRequiredValue(format), output);
            }
            catch (Exception refusal) when (refusal is RefusedException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine(refusal.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static int Cite(string[] targets, string? only, string format, TextWriter output)
    {
        List<Citation> citations = [.. targets.SelectMany(target => CitedTarget.Read(target, only)).DistinctBy(citation => citation.Key)];
        switch (format)
        {
            case Caption:
                Each(citation => citation.Caption);
                break;
            case Alt:
                Each(citation => citation.Alt);
                break;
            case BibTeX:
                Each(citation => citation.BibTeX() + "\n");
                break;
            case Csl:
                output.WriteLine(Citation.CslJson(citations));
                break;
            default:
                Each(citation => $"{citation.Key}\n\nCaption\n{citation.Caption}\n\nAlt text\n{citation.Alt}\n\nBibTeX\n{citation.BibTeX()}\n\nCSL-JSON\n{Citation.CslJson([citation])}\n");
                break;
        }

        return ExitCode.Done;

        void Each(Func<Citation, string> text)
        {
            foreach (Citation citation in citations)
            {
                output.WriteLine(text(citation));
            }
        }
    }
}
