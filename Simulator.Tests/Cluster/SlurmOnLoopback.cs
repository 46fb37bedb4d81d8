using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Simulator.Tests.Cluster;

/// <summary>
/// A Slurm cluster of two nodes of two CPUs on this machine, started once for all tests of the collection by Experiments/Cluster/slurm-on-loopback. Where it cannot be started
/// the tests are skipped with the reason, or fail where SIMULATION_REQUIRE_SLURM=1. While it lives, SLURM_CONF of this process names it, so that whatever a test starts reaches it.
/// </summary>
public sealed class SlurmOnLoopback : IAsyncLifetime
{
    private const string Configuration = "SLURM_CONF";
    private const int CannotRunHere = 77;

    /// <summary>How long anything that Slurm is asked for may take; ten times what it takes on a quiet machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Script = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "Experiments", "Cluster", "slurm-on-loopback"));

    private string? _folder;
    private string? _configurationBefore;
    private string? _whyNot;

    /// <summary>Names of the nodes.</summary>
    internal static IReadOnlyList<string> Nodes { get; } = ["node1", "node2"];

    /// <summary>A folder that the nodes see; it goes with the cluster. Its path has no blanks.</summary>
    internal string SharedFolder => Path.Combine(_folder!, "shared");

    /// <summary>The environment by which Slurm's commands find the cluster.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { [Configuration] = Path.Combine(_folder!, "slurm.conf") };

    /// <summary>Starts the cluster; it ends with this process, however that ends.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            _whyNot = "Slurm runs on Linux only.";
            return;
        }

        string folder = Path.Combine(Path.GetTempPath(), $"slurm-{System.Environment.ProcessId}");
        string[] words = ["start", folder, "--cpus", "2", "--no-install", "--while", $"{System.Environment.ProcessId}"];
        (int code, string _, string error) = await Answer(Script, words, null);
        if (code == 0)
        {
            _folder = folder;
            Directory.CreateDirectory(SharedFolder);
            _configurationBefore = System.Environment.GetEnvironmentVariable(Configuration);
            System.Environment.SetEnvironmentVariable(Configuration, Environment[Configuration]);
        }
        else
        {
            _whyNot = code == CannotRunHere ? error.Trim() : $"slurm-on-loopback ended with exit code {code}: {error.Trim()}";
        }
    }

    /// <summary>Stops the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            System.Environment.SetEnvironmentVariable(Configuration, _configurationBefore);
            await Answer(Script, ["stop", _folder], null);
        }
    }

    /// <summary>Skips the test where there is no cluster; leaves one that has no job and whose nodes are all idle, whatever an earlier test left.</summary>
    internal async Task Ready()
    {
        if (_whyNot is not null)
        {
            Assert.False(System.Environment.GetEnvironmentVariable("SIMULATION_REQUIRE_SLURM") == "1", _whyNot);
            Assert.Skip(_whyNot);
        }

        await Run("squeue --noheader --format %A | xargs --no-run-if-empty scancel");
        foreach (string node in Nodes)
        {
            await Answer(Script, ["start-node", _folder!, node], null);
        }

        await Until("every node idle", async () => (await Run("sinfo --noheader --Node --partition main --format %T")).Split('\n').Count(state => state == "idle") == Nodes.Count);
    }

    /// <summary>Runs a command line of the shell in the shared folder, and fails the test if the command fails.</summary>
    /// <returns>What it printed, without the last line's end.</returns>
    internal async Task<string> Run(string command)
    {
        (int code, string output, string error) = await Try(command);
        Assert.True(code == 0, $"{command} ended with exit code {code}: {error}{output}");
        return output.TrimEnd();
    }

    /// <summary>Runs a command line of the shell in the shared folder.</summary>
    internal Task<(int ExitCode, string Output, string Error)> Try(string command) => Answer("/bin/bash", ["-c", command], SharedFolder);

    /// <summary>Submits a batch job.</summary>
    /// <param name="options">Options of sbatch and what to run: a script, or <c>--wrap "…"</c>.</param>
    /// <returns>Its id.</returns>
    internal async Task<string> Submit(string options) => (await Run($"sbatch --parsable {options}")).Split(';')[0];

    /// <summary>State of every task of a job that Slurm still knows, such as RUNNING or COMPLETED, with the node it is or was on.</summary>
    /// <param name="job">Id of the job, or <c>job_task</c>.</param>
    internal async Task<IReadOnlyList<(string State, string Node)>> States(string job) =>
    [
        .. (await Run($"squeue --noheader --array --states all --jobs {job} --format '%T %N'"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(words => (words[0], words.ElementAtOrDefault(1) ?? "")),
    ];

    /// <summary>Waits for the end of all tasks of a job, whether good or bad.</summary>
    /// <returns>State and node of each.</returns>
    internal async Task<IReadOnlyList<(string State, string Node)>> Ended(string job)
    {
        IReadOnlyList<(string State, string Node)> states = [];
        await Until($"job {job} ended", async () => (states = await States(job)).All(task => task.State is not ("PENDING" or "CONFIGURING" or "RUNNING" or "COMPLETING" or "REQUEUED")));
        return states;
    }

    /// <summary>Loses a node: its slurmd, the steps on it and all their processes are killed in one go.</summary>
    /// <param name="node">Name of the node.</param>
    /// <param name="noticed">Whether Slurm is told at once; it notices by itself after some twelve seconds. A job that goes back into the queue waits six seconds more.</param>
    internal async Task Lose(string node, bool noticed)
    {
        string[] words = ["kill-node", _folder!, node];
        (int code, string _, string error) = await Answer(Script, noticed ? [.. words, "--noticed"] : words, null);
        Assert.True(code == 0, error);
    }

    /// <summary>Waits for something, and fails the test when it does not come.</summary>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="holds">Whether it is there.</param>
    internal async Task Until(string what, Func<Task<bool>> holds)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                Assert.Fail($"Waited {Patience.TotalSeconds:N0} s in vain for: {what}.\n{(await Try("sinfo --Node; squeue --states all; tail -n 20 ../log/*")).Output}");
            }

            await Task.Delay(100);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> Answer(string program, IReadOnlyList<string> words, string? folder)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', words)} did not end within {Patience.TotalSeconds:N0} s.");
        }

        return (process.ExitCode, await output, await error);
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
