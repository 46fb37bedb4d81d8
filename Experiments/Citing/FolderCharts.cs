using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Citing;

/// <summary>What a result folder shows now.</summary>
/// <param name="Folder">The folder, as it was named.</param>
/// <param name="IsNamed">Whether the folder itself was named, rather than one that it is in.</param>
/// <param name="Finished">When its results were made.</param>
/// <param name="Facts">Its experiment.</param>
/// <param name="Charts">Its charts by name.</param>
internal sealed record FolderCharts(string Folder, bool IsNamed, DateTimeOffset Finished, ExperimentFacts Facts, IReadOnlyDictionary<string, ChartMetadata> Charts)
{
    /// <summary>Reads result folders.</summary>
    /// <param name="paths">Result folders, or folders with result folders in them.</param>
    /// <param name="experiments">Names of the experiments that matter; others in a folder of folders are not read.</param>
    /// <param name="refused">Takes the reason for each folder of a folder that cannot be read.</param>
    /// <exception cref="RefusedException">A folder that was named itself cannot be read.</exception>
    internal static IReadOnlyList<FolderCharts> Read(IEnumerable<string> paths, IReadOnlySet<string> experiments, Action<string> refused)
    {
        var found = new List<FolderCharts>();
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                throw new RefusedException($"There is no folder {path}. Name result folders, or the folder they are in.");
            }

            if (File.Exists(Path.Combine(path, ResultStore.FileName)))
            {
                found.Add(Of(path, isNamed: true));
                continue;
            }

            IReadOnlyList<ResultEntry> inside = ResultEntryReader.All(path);
            if (inside.Count == 0)
            {
                throw new RefusedException($"{path} is no result folder, and none is in it.");
            }

            foreach (ResultEntry entry in inside.Where(entry => experiments.Contains(entry.Name)))
            {
                try
                {
                    found.Add(Of(Path.Combine(path, entry.Folder), isNamed: false));
                }
                catch (RefusedException refusal)
                {
                    refused(refusal.Message);
                }
            }
        }

        return found;
    }

    private static FolderCharts Of(string folder, bool isNamed)
    {
        IReport report = FinishedReport.Open(folder);
        return new FolderCharts(folder, isNamed, Manifest.Read(folder).Finished, report.Facts, report.Charts.OfType<Chart>().Select(ChartMetadata.Of).ToDictionary(chart => chart.Chart));
    }
}
