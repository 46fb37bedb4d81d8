using System.Text;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>Where the results of an experiment go.</summary>
internal static class ResultFolder
{
    /// <summary>Name of the resolved experiment file.</summary>
    internal const string ExperimentName = "experiment.yaml";

    /// <summary>Where result folders go by themselves, below the current directory.</summary>
    internal const string Default = "results";

    /// <summary>The folder of an experiment: the one asked for, or <c>results/name-hash</c> below the current directory.</summary>
    internal static string Of(ExperimentPlan plan, string? wanted) =>
        Path.GetFullPath(wanted ?? Path.Combine(Default, $"{plan.Name}-{plan.Hash[..Math.Min(8, plan.Hash.Length)]}"));

    /// <summary>Makes the folder, or checks that an old one is empty or a result folder.</summary>
    /// <exception cref="RefusedException">It holds something else, or cannot be made.</exception>
    internal static void Prepare(string folder)
    {
        if (File.Exists(folder))
        {
            throw new RefusedException($"{folder} is a file, not a folder. Choose another one with --out.");
        }

        try
        {
            Directory.CreateDirectory(folder);
            string? foreign = File.Exists(Path.Combine(folder, ResultStore.FileName))
                ? null
                : Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).FirstOrDefault(name => !IsLeftover(name));
            if (foreign is not null)
            {
                throw new RefusedException($"{folder} holds files that are no results of an experiment ({foreign}). Choose an empty or a new folder with --out.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{folder} cannot be used as a result folder ({error.Message}). Choose another one with --out.", error);
        }
    }

    /// <summary>Writes the resolved experiment file, unless it is there.</summary>
    internal static void WriteExperiment(string folder, string yaml)
    {
        string path = Path.Combine(folder, ExperimentName);
        if (!File.Exists(path) || File.ReadAllText(path) != yaml)
        {
            Write(path, yaml);
        }
    }

    /// <summary>Writes a file that is there as a whole or not at all.</summary>
    internal static void Write(string path, string text)
    {
        string partial = path + ".partial";
        File.WriteAllText(partial, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>What a kill in the first moment may leave before there is a result file.</summary>
    private static bool IsLeftover(string name) =>
        name == FolderLock.FileName
        || name.StartsWith(ResultStore.FileName + "-", StringComparison.Ordinal)
        || name.StartsWith(ResultStore.ScratchName, StringComparison.Ordinal);
}
