using System.CommandLine;
using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Deck.Layouts;
using Experiments.Deck.Packages;
using Experiments.Deck.Slides;
using Experiments.Images;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Deck;

/// <summary>The verb <c>deck</c>: result folders as a presentation.</summary>
internal static class DeckCommand
{
    private const string Extension = ".pptx";
    private const double PixelsPerPoint = 96.0 / 72;

    /// <summary>Smallest text of a picture beside its sentences, points. Chosen: at 14 the panels of a chart would have no room.</summary>
    private const double PictureText = 12;

    /// <summary>The same where a picture is lower than <see cref="LowPicture"/>, on narrow slides.</summary>
    private const double LowPictureText = 10;

    /// <summary>Height below which rows of a chart would run into each other, points.</summary>
    private const double LowPicture = 280;

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string[]> folders = new("folder") { Description = "The result folder; of several one deck is made", Arity = ArgumentArity.OneOrMore };
        Option<string> template = new("--template") { Description = "A presentation whose theme, fonts and layouts are used", HelpName = "company.pptx" };
        Option<string> to = new("--out") { Description = "The file; otherwise a file named after the experiment in its folder, of several deck.pptx beside them", HelpName = "file.pptx" };
        Option<string> browser = new("--browser") { Description = "The Chromium, Chrome or Edge that draws pictures, when it is not found by itself", HelpName = "path" };
        var command = new Command("deck", "Result folders as a presentation: question, findings, charts to edit, notes, evidence, sources") { folders, template, to, browser };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                output.WriteLine(Write(
                    [.. parsed.GetRequiredValue(folders).Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))],
                    parsed.GetValue(template),
                    parsed.GetValue(to),
                    parsed.GetValue(browser),
                    error,
                    interruption.Token));
                return ExitCode.Done;
            }
            catch (RefusedException refusal)
            {
                error.WriteLine(refusal.Message);
                return ExitCode.BadInput;
            }
            catch (OperationCanceledException)
            {
                error.WriteLine("Interrupted; no deck was written.");
                return ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static string Write(string[] folders, string? template, string? to, string? browser, TextWriter error, CancellationToken interruption)
    {
        if (folders.Distinct().Count() < folders.Length)
        {
            throw new RefusedException("A result folder is named twice. Name each once.");
        }

        // What is quickly refused is refused before anything is read.
        (MemoryStream, string)? design = template is null ? null : (DeckTemplate.Read(template), template);
        string? named = to is null ? null : Path.GetFullPath(to);
        if (named is not null && !Path.GetExtension(named).Equals(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException($"{to} does not end in {Extension}, by which PowerPoint knows its files. Give such a name with --out.");
        }

        DeckSource[] sources = [.. folders.Select(DeckSource.Open)];
        string file = named ?? (sources.Length == 1
            ? Path.Combine(folders[0], sources[0].Report.Facts.Name + Extension)
            : Path.Combine(Path.GetDirectoryName(folders[0]) ?? folders[0], "deck" + Extension));
        if (template is not null && Path.GetFullPath(template) == file)
        {
            throw new RefusedException($"{file} is the template itself. Name another file with --out.");
        }

        DeckContent content = DeckOutline.Of(sources);
        byte[] bytes = DeckPackage.Write(content, design, (charts, box) => Pictures(charts, box, browser, error, interruption));
        Save(file, bytes);
        return file;
    }

    private static IReadOnlyDictionary<Chart, byte[]> Pictures(IReadOnlyList<Chart> charts, Box box, string? browser, TextWriter error, CancellationToken interruption)
    {
        try
        {
            var size = new PictureSize("deck", Math.Round(box.Width * PixelsPerPoint), Math.Round(box.Height * PixelsPerPoint), (box.Height < LowPicture ? LowPictureText : PictureText) * PixelsPerPoint, 2);
            return ChartPictures.Draw(charts, size, browser, PictureFrame.Plot, interruption).ToDictionary(picture => picture.Chart, picture => picture.Png);
        }
        catch (Exception missing) when (missing is BrowserMissingException or BrowserFailedException)
        {
            error.WriteLine(
                $"{missing.Message} The deck is written all the same: {Wording.Count(charts.Count, "chart is", "charts are")} there as a table of the main figures instead of a picture.");
            return new Dictionary<Chart, byte[]>();
        }
    }

    // As a whole or not at all: a deck that is half there would be repaired, and not noticed.
    private static void Save(string file, byte[] bytes)
    {
        string partial = $"{file}.partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, file, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw new RefusedException($"{file} could not be written ({problem.Message.TrimEnd('.')}). Close it if it is open in PowerPoint, or name another file with --out.", problem);
        }
    }
}
