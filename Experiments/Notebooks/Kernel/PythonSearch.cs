using System.ComponentModel;
using System.Diagnostics;

namespace Experiments.Notebooks.Kernel;

/// <summary>Finds the Python that has ipykernel: there is often more than one on a computer.</summary>
internal static class PythonSearch
{
    private const string Question = "import sys, ipykernel.kernelbase; print(sys.executable)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["python.exe", "python3.exe"] : ["python3", "python"];

    /// <summary>Path of the first Python on the search path that has ipykernel; null when there is none.</summary>
    internal static string? OnPath() => Candidates().Select(Executable).FirstOrDefault(python => python is not null);

    /// <summary>Path of a Python, as it says itself; null when it does not start or has no ipykernel.</summary>
    internal static string? Executable(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", Question]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }

            return process.ExitCode == 0 && output.Result.Trim() is { Length: > 0 } path ? path : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Candidates() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select path;
}
