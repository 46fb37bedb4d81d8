using System.ComponentModel;
using System.Diagnostics;

namespace Simulator.Tests.Running;

/// <summary>A disk in memory that is soon full; gone after the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    /// <summary>Mounts it, or skips the test where that is not allowed.</summary>
    internal SmallDisk(string folder, string size)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder), "No small disk can be mounted here.");
    }

    /// <summary>Makes room, or takes it away.</summary>
    internal void Resize(string size) => Assert.True(Command("mount", "-o", $"remount,size={size}", _folder));

    public void Dispose() => Command("umount", _folder);

    private static bool Command(string name, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
