using System.Globalization;
using Experiments.Running;

namespace Experiments.Cluster;

/// <summary>One part of an experiment, for whoever has a scheduler of their own: <c>run experiment.yaml --shard i/n</c>.</summary>
/// <param name="plan">The experiment.</param>
/// <param name="options">How to run it.</param>
/// <param name="error">Takes messages.</param>
internal sealed class ShardRun(ExperimentPlan plan, RunOptions options, TextWriter error)
{
    private readonly ClusterFolder _folder = ClusterFolder.Beside(ResultFolder.Of(plan, options.Out));

    /// <summary>A part and their number, from text such as 3/200; null when it is none.</summary>
    internal static (int Part, int Of)? Part(string text)
    {
        string[] words = text.Split('/');
        return words.Length == 2
            && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && part >= 1 && part <= of
                ? (part, of)
                : null;
    }

    /// <summary>Runs the part.</summary>
    /// <param name="text">The part, as 3/200.</param>
    /// <param name="stop">Asks for an end: runs in hand are finished and put away.</param>
    internal int Run(string text, CancellationToken stop)
    {
        (int part, int of) = Part(text)!.Value;
        if (Manifest.IsIn(_folder.Result))
        {
            Say("Complete already: nothing was run.");
            return ExitCode.Done;
        }

        _folder.Prepare(plan);
        ClusterCommands.PlanOf(_folder);
        Round round = _folder.LastRound() ?? Begin(_folder, plan, stop);
        bool isWhole = new ShardWorker(_folder, plan, round, options.Threads, stop).WorkOn(part - 1, of);
        if (!isWhole)
        {
            Say("Interrupted: the runs that were done are kept; the same command goes on with the rest after a merge, or does the part again.");
            return ExitCode.Interrupted;
        }

        Say($"Part {part} of {of} is in {_folder.FullPath}; when all are, 'merge {_folder.Result}' puts them together.");
        return ExitCode.Done;
    }

    /// <summary>Plans the first round; of many that begin at once the first one's is taken, and all are the same.</summary>
    internal static Round Begin(ClusterFolder folder, ExperimentPlan plan, CancellationToken stop)
    {
        using var merge = new Merge(folder, plan, 1);
        folder.TryWrite(merge.First(stop));
        return folder.LastRound()!;
    }

    private void Say(string message)
    {
        if (!options.Quiet)
        {
            error.WriteLine(message);
        }
    }
}
