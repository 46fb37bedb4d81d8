using System.CommandLine;
using Experiments.Store;

namespace Experiments.Notebooks.Kernel;

/// <summary>The verbs <c>notebook kernel install</c>, <c>uninstall</c> and <c>list</c>: the kernel in Jupyter.</summary>
internal static class KernelCommand
{
    private const string NoPython =
        "No Python with ipykernel was found, through which Jupyter starts kernels. Install Jupyter (Debian: apt install jupyter-notebook; elsewhere: "
        + "pip install notebook), or name the Python that has it: notebook kernel install --python path";

    /// <summary>Makes the command.</summary>
    internal static Command Create() => new("kernel", "The kernel that runs C# notebooks in Jupyter") { Install(), Uninstall(), List() };

    private static Command Install()
    {
        (Option<string?> prefix, Option<bool> user, Option<bool> force) = (Prefix(), User(), Force());
        Option<string?> python = new("--python") { Description = "The Python that has ipykernel; found by itself when not given", HelpName = "path" };
        var command = new Command("install", $"Install the kernel {KernelSpec.Name} into Jupyter") { prefix, user, python, force };
        command.SetAction(parsed => Told(
            parsed.InvocationConfiguration.Error,
            () => Install(Folder(parsed, prefix, user), parsed.GetValue(python), parsed.GetValue(force), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static Command Uninstall()
    {
        (Option<string?> prefix, Option<bool> user, Option<bool> force) = (Prefix(), User(), Force());
        var command = new Command("uninstall", $"Remove the kernel {KernelSpec.Name} from Jupyter") { prefix, user, force };
        command.SetAction(parsed => Told(
            parsed.InvocationConfiguration.Error,
            () => Uninstall(Folder(parsed, prefix, user), parsed.GetValue(force), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static Command List()
    {
        (Option<string?> prefix, Option<bool> user) = (Prefix(), User());
        var command = new Command("list", "Tell whether the kernel is installed, and which program it runs") { prefix, user };
        command.SetAction(parsed => Told(
            parsed.InvocationConfiguration.Error, () => List(Folder(parsed, prefix, user), parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static void Install(string folder, string? python, bool force, TextWriter output)
    {
        string found = python is null
            ? PythonSearch.OnPath() ?? throw new RefusedException(NoPython)
            : PythonSearch.Executable(python) ?? throw new RefusedException(
                $"{python} does not start, or has no ipykernel. Install it there ({python} -m pip install ipykernel), or leave --python out.");
        new InstalledKernel(folder).Write(found, force);
        output.WriteLine($"The kernel {KernelSpec.Name} is in {folder}. In Jupyter it is called '{KernelSpec.DisplayName}'.");
        output.WriteLine($"It runs this program, {LibraryFile.Own}, through {found}. If either moves, install it again.");
    }

    private static void Uninstall(string folder, bool force, TextWriter output)
    {
        var kernel = new InstalledKernel(folder);
        if (!kernel.Exists)
        {
            output.WriteLine($"There is no kernel {KernelSpec.Name} in {Path.GetDirectoryName(folder)}; nothing was removed.");
            return;
        }

        kernel.Remove(force);
        output.WriteLine($"{folder} is removed.");
    }

    private static void List(string folder, TextWriter output)
    {
        var kernel = new InstalledKernel(folder);
        output.WriteLine((kernel.Exists, kernel.Engine) switch
        {
            (false, _) => $"{folder} does not exist: the kernel is not installed. Install it: notebook kernel install",
            (true, null) => $"{folder}: installed by another program.",
            (true, { } engine) => $"{folder}: {engine}",
        });
    }

    private static int Told(TextWriter error, Action action)
    {
        try
        {
            action();
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is RefusedException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return ExitCode.BadInput;
        }
    }

    private static string Folder(ParseResult parsed, Option<string?> prefix, Option<bool> user) => (parsed.GetValue(prefix), parsed.GetValue(user)) switch
    {
        ({ }, true) => throw new RefusedException("--prefix and --user name two places. Leave one of them out."),
        (var found, _) => JupyterFolder.OfKernel(found),
    };

    private static Option<string?> Prefix() => new("--prefix") { Description = "An installation, such as a virtual environment", HelpName = "folder" };

    private static Option<bool> User() => new("--user") { Description = "The user's own folder of Jupyter; this is the default" };

    private static Option<bool> Force() => new("--force") { Description = "Also when another program installed the kernel of this name" };
}
