using System.ComponentModel;
using System.Diagnostics;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>Slurm's own commands. What they refuse is passed on in their words.</summary>
internal static class Slurm
{
    /// <summary>Submits a script.</summary>
    /// <param name="options">Options of sbatch.</param>
    /// <param name="script">The script.</param>
    /// <returns>Number of the job.</returns>
    /// <exception cref="RefusedException">Slurm is not here, cannot be reached, or does not want the job.</exception>
    internal static string Submit(IEnumerable<string> options, string script)
    {
        (int code, string output, string error) = Run("sbatch", ["--parsable", .. options, script]);
        return code == 0
            ? output.Trim().Split(';')[0]
            : throw new RefusedException($"Slurm did not take the job: {Words(error, output)} Nothing was submitted; what was done before is kept.");
    }

    /// <summary>The elements of some jobs that Slurm knows of: those that wait, run, or ended a short while ago.</summary>
    /// <param name="jobs">Numbers of jobs.</param>
    /// <exception cref="RefusedException">Slurm is not here or cannot be reached.</exception>
    internal static IReadOnlyList<SlurmTask> Queue(IReadOnlyList<string> jobs)
    {
        (int code, string output, string error) = Run("squeue", ["--noheader", "--array", "--states=all", "--jobs=" + string.Join(',', jobs), "--format=%i|%T|%r|%N"]);
        if (code != 0)
        {
            // Of jobs that are long over Slurm knows nothing any more.
            return error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase) ? [] : throw new RefusedException($"Slurm cannot be asked: {Words(error, output)}");
        }

        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Where(fields => fields.Length == 4)
                .Select(fields => new SlurmTask(fields[0].Trim(), fields[1].Trim(), fields[2].Trim(), fields[3].Trim())),
        ];
    }

    /// <summary>Refuses where there is no Slurm.</summary>
    /// <exception cref="RefusedException">Its commands are not on this machine.</exception>
    internal static void Find() => Run("sbatch", ["--version"]);

    /// <summary>Cancels jobs, whether they run or wait.</summary>
    /// <exception cref="RefusedException">Slurm is not here or cannot be reached.</exception>
    internal static void Cancel(IReadOnlyList<string> jobs)
    {
        (int code, string output, string error) = Run("scancel", jobs);
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException($"Slurm did not cancel: {Words(error, output)}");
        }
    }

    /// <summary>Processors of a partition, or of the default one; null where Slurm does not say.</summary>
    internal static int? Processors(string? partition)
    {
        // Allocated/idle/other/total.
        string? field = Partition(partition, "%C")?.Split('/')[^1];
        return int.TryParse(field, out int processors) && processors > 0 ? processors : null;
    }

    /// <summary>Processors of each node of a partition, or of the default one; null where Slurm does not say.</summary>
    internal static int? ProcessorsOfNode(string? partition) => int.TryParse(Partition(partition, "%c")?.TrimEnd('+'), out int processors) && processors > 0 ? processors : null;

    /// <summary>Time limit of a partition, or of the default one, as Slurm writes it; null where Slurm does not say.</summary>
    internal static string? TimeLimit(string? partition) => Partition(partition, "%l");

    /// <summary>Machines behind the nodes; none where Slurm does not say.</summary>
    internal static IReadOnlyList<string> Machines()
    {
        (int code, string output, _) = Run("sinfo", ["--noheader", "--Node", "--format=%n"]);
        return code == 0 ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : [];
    }

    private static string? Partition(string? partition, string field)
    {
        (int code, string output, _) = Run("sinfo", ["--noheader", $"--format=%P|{field}", .. partition is null ? Array.Empty<string>() : ["--partition=" + partition]]);
        string[][] lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split('|')).Where(fields => fields.Length == 2)];

        // The default partition is marked by an asterisk.
        return code == 0 ? (lines.FirstOrDefault(fields => fields[0].EndsWith('*')) ?? lines.FirstOrDefault())?[1] : null;
    }

    private static string Words(string error, string output)
    {
        string words = string.Join(' ', (error.Trim().Length > 0 ? error : output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return words.EndsWith('.') ? words : words + ".";
    }

    private static (int Code, string Output, string Error) Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            throw new RefusedException($"Slurm's {program} was not found. Submit on a login node of the cluster, or after 'module load slurm'; without Slurm, 'run --shard i/n' runs a part by hand.");
        }
    }
}
