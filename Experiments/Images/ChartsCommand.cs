using System.CommandLine;
using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Images;

/// <summary>The verb <c>charts</c>: every figure of a report as SVG and PNG.</summary>
internal static class ChartsCommand
{
    private static readonly string[] Formats = ["svg", "png"];

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The result folder" };
        Option<string> format = new("--format") { Description = "svg, png, or both: svg,png", HelpName = "formats", DefaultValueFactory = _ => string.Join(',', Formats) };
        Option<string> size = new("--size")
        {
            Description = "slide (13.33 × 7.5 in, text from 14 pt), paper (7 in wide, text from 8 pt) or square (1080 × 1080 pixels)",
            HelpName = "size",
            DefaultValueFactory = _ => PictureSize.Slide.Name,
        };
        Option<string> only = new("--only") { Description = "Draw these charts alone, with commas", HelpName = "names" };
        Option<string> browser = new("--browser") { Description = "The Chromium, Chrome or Edge that draws, when it is not found by itself", HelpName = "path" };
        Option<string> to = new("--out") { Description = "Folder of the pictures; otherwise charts in the result folder", HelpName = "folder" };
        var command = new Command("charts", "Every chart of a report as a picture, SVG and PNG, with its provenance") { folder, format, size, only, browser, to };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                string path = Path.GetFullPath(parsed.GetRequiredValue(folder));
                return Draw(
                    path,
                    EndingsOf(parsed.GetRequiredValue(format)),
                    SizeOf(parsed.GetRequiredValue(size)),
                    parsed.GetValue(only),
                    parsed.GetValue(browser),
                    parsed.GetValue(to) is { } own ? Path.GetFullPath(own) : Path.Combine(path, ReportFiles.ChartFolder),
                    output,
                    error,
                    interruption.Token);
            }
            catch (RefusedException refusal)
            {
                error.WriteLine(refusal.Message);
                return ExitCode.BadInput;
            }
            catch (OperationCanceledException)
            {
                error.WriteLine("Interrupted; no picture was written.");
                return ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static int Draw(
        string folder, string[] endings, PictureSize size, string? only, string? browser, string to, TextWriter output, TextWriter error, CancellationToken interruption)
    {
        Chart[] charts = Chosen([.. FinishedReport.Open(folder).Charts], only, folder);
        IReadOnlyList<ChartPicture> pictures;
        try
        {
            string found = Browser.Find(browser);
            error.WriteLine($"Drawing {Wording.Count(charts.Length, "chart", "charts")} with {found} …");
            pictures = ChartPictures.Draw(charts, size, found, PictureFrame.Whole, interruption);
        }
        catch (Exception problem) when (problem is BrowserMissingException or BrowserFailedException)
        {
            error.WriteLine(
                $"{problem.Message} Without it the charts can be seen in {Path.Combine(folder, ReportWriter.PageName)}; their figures and data are in {Path.Combine(folder, ReportFiles.ChartFolder)}, as .json and .csv.");
            return ExitCode.BadInput;
        }

        interruption.ThrowIfCancellationRequested();
        try
        {
            Write(pictures, endings, size, to, output);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The pictures cannot be written into {to}: {problem.Message} Name a folder that can be written with --out <folder>.", problem);
        }

        return ExitCode.Done;
    }

    private static Chart[] Chosen(ChartEntry[] entries, string? only, string folder)
    {
        Chart[] charts = [.. entries.OfType<Chart>()];
        if (charts.Length == 0)
        {
            throw new RefusedException($"The report of {folder} has no charts.");
        }

        if (only is null)
        {
            return charts;
        }

        string[] names = [.. charts.Select(chart => chart.Id)];
        string[] wanted = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
        {
            throw new RefusedException($"--only names no chart. The report has {string.Join(", ", names)}.");
        }

        foreach (string unknown in wanted.Except(names))
        {
            throw new RefusedException(entries.OfType<OmittedChart>().FirstOrDefault(chart => chart.Id == unknown) is { } omitted
                ? $"The report of {folder} has no chart '{unknown}': {omitted.Reason}. It has {string.Join(", ", names)}."
                : $"There is no chart '{unknown}'{(NearestName.Of(unknown, names) is { } near ? $"; did you mean '{near}'?" : ".")} The report has {string.Join(", ", names)}.");
        }

        return [.. charts.Where(chart => wanted.Contains(chart.Id))];
    }

    private static string[] EndingsOf(string formats)
    {
        string[] asked = [.. formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(format => format.ToLowerInvariant()).Distinct()];
        return asked.Length > 0 && asked.FirstOrDefault(format => !Formats.Contains(format)) is var unknown && unknown is null
            ? asked
            : throw new RefusedException($"--format '{formats}' is not known{NearestName.Hint(formats, Formats)} Both are written with --format {string.Join(',', Formats)}.");
    }

    private static PictureSize SizeOf(string name)
    {
        string[] names = [.. PictureSize.All.Select(size => size.Name)];
        return PictureSize.All.FirstOrDefault(size => size.Name == name.ToLowerInvariant())
            ?? throw new RefusedException($"--size '{name}' is not known{NearestName.Hint(name, names)}");
    }

    private static void Write(IReadOnlyList<ChartPicture> pictures, string[] endings, PictureSize size, string to, TextWriter output)
    {
        Directory.CreateDirectory(to);
        foreach (ChartPicture picture in pictures)
        {
            string file = Path.Combine(to, size.FileName(picture.Chart.Id));
            foreach (string ending in endings)
            {
                if (ending == "svg")
                {
                    File.WriteAllText($"{file}.{ending}", picture.Svg);
                }
                else
                {
                    File.WriteAllBytes($"{file}.{ending}", picture.Png);
                }

                output.WriteLine($"{file}.{ending}");
            }
        }
    }
}
