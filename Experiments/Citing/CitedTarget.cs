using Experiments.Charts;
using Experiments.Config;
using Experiments.Reports;
using Experiments.Store;

namespace Experiments.Citing;

/// <summary>What a path on the command line asks to be cited.</summary>
internal static class CitedTarget
{
    /// <summary>Citations of a path: of a chart, or of an experiment and its charts.</summary>
    /// <param name="path">A result folder, or a folder of them; a picture wherever it is now; a figure or table in a result folder.</param>
    /// <param name="only">Name of the chart wanted; null means all of a folder.</param>
    /// <exception cref="RefusedException">It is nothing that could be cited, or the chart does not exist.</exception>
    internal static IReadOnlyList<Citation> Read(string path, string? only)
    {
        if (Directory.Exists(path))
        {
            string[] inside = File.Exists(Path.Combine(path, ResultStore.FileName))
                ? []
                : [.. ResultEntryReader.All(path).Where(entry => entry.State == ResultState.Finished).Select(entry => Path.Combine(path, entry.Folder))];
            return inside.Length == 0 ? OfFolder(path, only) : [.. inside.SelectMany(folder => OfFolder(folder, only))];
        }

        if (!File.Exists(path))
        {
            throw new RefusedException($"There is no {path}. Name a result folder, or a picture or figure of a chart.");
        }

        if (only is not null)
        {
            throw new RefusedException($"--only picks a chart of a folder; {path} is a file.");
        }

        return [Citation.Of(OfPicture(path) ?? OfFigure(path))];
    }

    private static Citation[] OfFolder(string folder, string? only)
    {
        IReport report = FinishedReport.Open(folder);
        return only is null
            ? [Citation.Of(report), .. report.Charts.OfType<Chart>().Select(chart => Citation.Of(ChartMetadata.Of(chart)))]
            : [Citation.Of(ChartMetadata.Of(Find(report, only, folder)))];
    }

    /// <summary>What a picture carries; null when the file is none, or carries nothing.</summary>
    private static ChartMetadata? OfPicture(string path)
    {
        bool isPicture = Path.GetExtension(path).ToUpperInvariant() is ".PNG" or ".SVG";
        return PictureMetadata.Read(File.ReadAllBytes(path)) is { } found ? found
            : isPicture && FolderOf(path) is null
                ? throw new RefusedException($"{path} does not say which experiment it comes from: it was not made by charts, or a program that copied it removed that. Name the result folder instead.")
            : null;
    }

    private static ChartMetadata OfFigure(string path)
    {
        string folder = FolderOf(path)
            ?? throw new RefusedException($"{path} is no chart: it is neither a picture made by charts nor a file in the folder {ReportFiles.ChartFolder} of a result folder.");
        return ChartMetadata.Of(Find(FinishedReport.Open(folder), Path.GetFileNameWithoutExtension(path), folder));
    }

    private static string? FolderOf(string path)
    {
        string? charts = Path.GetDirectoryName(Path.GetFullPath(path));
        return Path.GetFileName(charts) == ReportFiles.ChartFolder && Path.GetDirectoryName(charts) is { } folder && File.Exists(Path.Combine(folder, ResultStore.FileName)) ? folder : null;
    }

    private static Chart Find(IReport report, string name, string folder)
    {
        Chart[] charts = [.. report.Charts.OfType<Chart>()];
        return Array.Find(charts, chart => chart.Id == name)
            ?? throw new RefusedException($"The report of {folder} has no chart '{name}'{NearestName.Hint(name, charts.Select(chart => chart.Id))}");
    }
}
