using System.Runtime.InteropServices;

namespace Experiments.Running;

/// <summary>The machine the program runs on, as far as it tells.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>The operating system with its version.</summary>
    internal static string OperatingSystemName => RuntimeInformation.OSDescription;

    /// <summary>Version of .NET.</summary>
    internal static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>Model and number of processors.</summary>
    internal static string Processor => $"{Model() ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} threads";

    private static string? Model()
    {
        if (!File.Exists(LinuxProcessors))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        }

        string? line = File.ReadLines(LinuxProcessors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
