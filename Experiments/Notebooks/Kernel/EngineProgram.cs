using System.Runtime.InteropServices;

namespace Experiments.Notebooks.Kernel;

/// <summary>How this program is started as an engine.</summary>
internal static class EngineProgram
{
    /// <summary>The command and its arguments.</summary>
    internal static IReadOnlyList<string> Words() => [Dotnet(), LibraryFile.Own!, "notebook", EngineCommand.Name];

    private static string Dotnet()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
