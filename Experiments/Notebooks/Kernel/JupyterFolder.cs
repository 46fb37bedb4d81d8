namespace Experiments.Notebooks.Kernel;

/// <summary>Where Jupyter looks for kernels.</summary>
internal static class JupyterFolder
{
    private const string Variable = "JUPYTER_DATA_DIR";

    /// <summary>The folder of the kernel's specification.</summary>
    /// <param name="prefix">Prefix of an installation, such as a virtual environment; null: the user's own folder.</param>
    internal static string OfKernel(string? prefix) => Path.Combine(prefix is null ? OfUser() : Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"), "kernels", KernelSpec.Name);

    // As jupyter_core.paths.jupyter_data_dir has it.
    private static string OfUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder);
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        }

        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", "Jupyter");
        }

        return Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? Path.Combine(data, "jupyter") : Path.Combine(home, ".local", "share", "jupyter");
    }
}
