using System.Security.Cryptography;
using Experiments.Analysis;
using Experiments.Exporting;
using Experiments.Running;
using Experiments.Store;
using Microsoft.Data.Sqlite;

namespace Experiments.Reports;

/// <summary>Finds the result folders below a folder and reads what is told of them, without reading their runs.</summary>
internal static class ResultEntryReader
{
    private const string Anew = "Move the folder away and run its experiment.yaml again.";

    private const string Rewrite = "Delete its manifest.json and give the same command again: all but the runs is then written anew, and no run is repeated.";

    private static readonly string[] Opened =
    [
        ReportWriter.PageName, ResultFolder.ExperimentName, ResultStore.FileName, CsvFormat.RunsName, CsvFormat.DaysName, ReportFiles.ChartFolder + "/", ReportFiles.TableFolder + "/",
    ];

    /// <summary>Every result folder directly below a folder, by name; other folders are passed over.</summary>
    /// <param name="root">The folder.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static IReadOnlyList<ResultEntry> All(string root) =>
    [
        .. Directory.EnumerateDirectories(root)
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal)
            .Select(name => Read(root, name))
            .OfType<ResultEntry>(),
    ];

    private static ResultEntry? Read(string root, string name)
    {
        string folder = Path.Combine(root, name);
        bool hasStore = File.Exists(Path.Combine(folder, ResultStore.FileName));
        if (!Manifest.IsIn(folder))
        {
            return hasStore ? Unfinished(root, folder, name) : null;
        }

        if (ManifestOutline.Read(folder) is { } manifest)
        {
            return Finished(folder, name, manifest);
        }

        // A web page's manifest.json, for one, is none of ours.
        return hasStore || File.Exists(Path.Combine(folder, ResultFolder.ExperimentName)) ? Damaged(folder, name) : null;
    }

    private static ResultEntry Finished(string folder, string name, ManifestOutline manifest)
    {
        AnswerFile? answer = AnswerFile.Read(folder, manifest.Hash);
        return new ResultEntry(name, manifest.Name, manifest.Question, ResultState.Finished)
        {
            Manifest = manifest,
            Answer = answer,
            Outline = ExperimentOutline.Read(folder),
            Remarks = [.. Remarks(folder, manifest, answer)],
            Parts = Parts(folder),
        };
    }

    private static IEnumerable<Remark> Remarks(string folder, ManifestOutline manifest, AnswerFile? answer)
    {
        bool? isThisVersions = IsThisVersions(folder);
        bool isOlder = manifest.ToolVersion != Tool.Version || isThisVersions == false;

        // Of an older one the first remark has said what to do.
        string remedy = isOlder ? "" : Remedy(isThisVersions == true);
        if (manifest.Failures > 0)
        {
            yield return new Remark(
                $"{Wording.Number(manifest.Failures)} of {Wording.Count(manifest.Runs + manifest.Failures, "run", "runs")} failed and {(manifest.Failures == 1 ? "is" : "are")} missing from its figures; "
                + $"the report and the table failures of {ResultStore.FileName} say why. Once the cause is removed: {LowerFirst(Anew)}");
        }

        if (isOlder)
        {
            yield return new Remark(
                (manifest.ToolVersion == Tool.Version
                    ? "Written by another build of this version, with other result tables; results may differ."
                    : $"Written by version {manifest.ToolVersion}; this page by version {Tool.Version}, whose results may differ.")
                + $" Do not hold its figures against those of this program. {Anew}");
        }

        string[] missing = [.. manifest.Files.Keys.Where(file => !File.Exists(Path.Combine(folder, file))).Order(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            yield return new Remark($"{Some(missing)} {(missing.Length == 1 ? "is" : "are")} missing. {remedy}".TrimEnd());
        }

        string[] changed = [.. new[] { AnswerFile.FileName, ResultFolder.ExperimentName }.Where(file => IsChanged(folder, file, manifest))];
        if (changed.Length > 0)
        {
            yield return new Remark($"{Wording.List(changed)} {(changed.Length == 1 ? "was" : "were")} changed by hand, and what is quoted here may not be what was found. {remedy}".TrimEnd());
        }

        if (answer is null && !missing.Contains(AnswerFile.FileName))
        {
            yield return new Remark(
                File.Exists(Path.Combine(folder, AnswerFile.FileName))
                    ? $"Its findings are not shown: {AnswerFile.FileName} is damaged or belongs to another experiment. {remedy}"
                    : $"Its findings are not shown: it keeps no {AnswerFile.FileName}, which older programs did not write. They are in its report. {remedy}".TrimEnd());
        }
    }

    private static ResultEntry Unfinished(string root, string folder, string name)
    {
        var outline = ExperimentOutline.Read(folder);
        string path = $"{Path.GetFileName(root)}/{name}";
        return new ResultEntry(name, outline?.Name ?? name, outline?.Question ?? "", ResultState.Unfinished)
        {
            Outline = outline,
            Remarks = [outline is null
                ? new Remark("Not finished: it is still being run, or was interrupted. The command that began it goes on where it stopped.")
                : new Remark(
                    "Not finished: it is still being run, or was interrupted. The command that began it goes on where it stopped, and so does this one:",
                    $"run {Quoted($"{path}/{ResultFolder.ExperimentName}")} --out {Quoted(path)}")],
            Parts = Parts(folder),
        };
    }

    private static ResultEntry Damaged(string folder, string name)
    {
        var outline = ExperimentOutline.Read(folder);
        return new ResultEntry(name, outline?.Name ?? name, outline?.Question ?? "", ResultState.Damaged)
        {
            Outline = outline,
            Remarks = [new Remark(
                "Its manifest.json cannot be read: it is damaged, or was written by another version. When and how the experiment ran is not known. " + Remedy(IsThisVersions(folder) == true))],
            Parts = Parts(folder),
        };
    }

    private static string Remedy(bool canGoOn) => canGoOn ? Rewrite : Anew;

    // Whether this program could go on with the store of a finished experiment; null when the store is missing or damaged.
    private static bool? IsThisVersions(string folder)
    {
        try
        {
            using SqliteConnection store = StoreConnection.Open(Path.Combine(folder, ResultStore.FileName), SqliteOpenMode.ReadOnly);
            return StoreMeta.Read(store).IsThisVersions;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static string[] Parts(string folder) =>
        [.. Opened.Where(part => part.EndsWith('/') ? Directory.Exists(Path.Combine(folder, part)) : File.Exists(Path.Combine(folder, part)))];

    // Only what is quoted on the page: reading all stores through would take minutes.
    private static bool IsChanged(string folder, string file, ManifestOutline manifest)
    {
        try
        {
            return manifest.Files.TryGetValue(file, out string? hash) && File.Exists(Path.Combine(folder, file))
                && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))) != hash;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static string Some(string[] files) =>
        files.Length <= 3 ? Wording.List(files) : $"{string.Join(", ", files.Take(2))} and {Wording.Number(files.Length - 2)} more files";

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Quoted(string path) => path.All(letter => char.IsLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_') ? path : $"\"{path}\"";
}
