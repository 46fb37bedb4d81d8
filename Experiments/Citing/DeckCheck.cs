using Experiments.Analysis;
using Experiments.Charts;

namespace Experiments.Citing;

/// <summary>Compares the charts of a deck with those that result folders show now.</summary>
internal static class DeckCheck
{
    /// <summary>Judges every chart.</summary>
    internal static IReadOnlyList<CheckedChart> Of(IEnumerable<DeckChart> charts, IReadOnlyList<FolderCharts> folders) =>
        [.. charts.Select(chart => chart.Metadata is { } metadata ? Judge(chart, metadata, folders) : new CheckedChart(chart, Currency.Unknown, "It carries nothing that says where it comes from."))];

    private static CheckedChart Judge(DeckChart chart, ChartMetadata carried, IReadOnlyList<FolderCharts> folders)
    {
        Provenance from = carried.Provenance;
        FolderCharts[] named = [.. folders.Where(folder => folder.Facts.Name == from.Experiment)];
        if (named.Length == 0)
        {
            return new CheckedChart(chart, Currency.Unknown, $"None of the folders holds the experiment {from.Experiment} ({from.ShortHash}). {(from.Command.Length > 0 ? $"To make it: {from.Command}" : "Name the folder of its results")}");
        }

        if (Array.Find(named, folder => ChartMark.Agree(folder.Facts.Hash, from.Hash)) is not { } same)
        {
            string now = string.Join(", ", named.Select(folder => folder.Facts.ShortHash));
            return new CheckedChart(chart, Currency.Stale, $"The experiment changed: the slide shows {from.ShortHash}, the results are {now}. {Anew(named.MaxBy(folder => folder.Finished)!)}");
        }

        if (!same.Charts.TryGetValue(carried.Chart, out ChartMetadata? shown))
        {
            return new CheckedChart(chart, Currency.Stale, $"The report of {same.Folder} has no such chart any more. {Anew(same)}");
        }

        // A folder that was named is meant; of those that merely lie beside each other the newest is what the experiment is now.
        if (!same.IsNamed && named.MaxBy(folder => folder.Finished) is { } newest && newest.Facts.Hash != same.Facts.Hash)
        {
            return new CheckedChart(
                chart,
                Currency.Stale,
                $"The experiment changed: the slide shows {from.ShortHash}, the newest results are {newest.Facts.ShortHash}. {Anew(newest)}. If the older ones are meant, name their folder: {same.Folder}");
        }

        return ChartMark.Agree(shown.DataHash, carried.DataHash)
            ? new CheckedChart(chart, Currency.Current, Others(same, named))
            : new CheckedChart(chart, Currency.Stale, $"The same experiment now gives other numbers{Why(from, shown.Provenance)}. {Anew(same)}");
    }

    private static string Why(Provenance slide, Provenance now) =>
        slide.Version.Length > 0 && slide.Version != now.Version ? $": it was drawn by version {slide.Version}, this is version {now.Version}"
        : slide.Replicates.Length > 0 && slide.Replicates != now.Replicates ? $": it was drawn from {slide.Replicates}, there are {now.Replicates} now"
        : "";

    private static string Others(FolderCharts same, FolderCharts[] named)
    {
        string[] others = [.. named.Where(folder => folder.Facts.Hash != same.Facts.Hash).Select(folder => folder.Facts.ShortHash)];
        return others.Length == 0 ? "" : $"{Wording.Count(others.Length, "folder holds", "folders hold")} the same experiment with other parameters: {string.Join(", ", others)}.";
    }

    private static string Anew(FolderCharts folder) => $"Draw it anew: charts {folder.Folder}, or deck {folder.Folder}";
}
