using System.CommandLine;
using Experiments.Running;

namespace Experiments.Cluster;

/// <summary>The verb <c>status</c>: how far a submitted experiment is.</summary>
internal static class StatusCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ClusterCommands.Folder();
        var command = new Command("status", "How far a submitted experiment is: done, running, failed, remaining time") { folder };
        command.SetAction(parsed => ClusterCommands.Guarded(parsed.InvocationConfiguration.Error, () => Tell(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Tell(string path, TextWriter output)
    {
        if (Manifest.IsIn(ClusterFolder.Beside(path).Result))
        {
            output.WriteLine($"Complete: {ClusterFolder.Beside(path).Result}");
            return ExitCode.Done;
        }

        var folder = ClusterFolder.Open(path);
        var lines = new StatusLines(folder, ClusterStatus.Of(folder));
        foreach (string line in lines.All())
        {
            output.WriteLine(line);
        }

        return lines.Failures().Any() ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }
}
