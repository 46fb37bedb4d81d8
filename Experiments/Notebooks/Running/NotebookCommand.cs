using System.CommandLine;
using Experiments.Notebooks.Kernel;

namespace Experiments.Notebooks.Running;

/// <summary>The verb <c>notebook</c>: C# notebooks run from the command line, and the kernel that runs them in Jupyter.</summary>
internal static class NotebookCommand
{
    private const string SingleFile =
        "Notebooks cannot run here: their cells are compiled against the program's libraries, and this program was published as a single file that holds them inside. "
        + "Run notebooks from the source: dotnet run -c Release --project Experiments -- notebook …";

    /// <summary>Makes the command.</summary>
    internal static Command Create() => Create(LibraryFile.Own);

    /// <summary>Makes the command of a program.</summary>
    /// <param name="library">The program's library as a file; null where it has none, so that no cell can be compiled.</param>
    internal static Command Create(string? library)
    {
        var notebook = new Command("notebook", "C# notebooks: run them, or install their kernel into Jupyter")
        {
            NotebookRunCommand.Create(),
            KernelCommand.Create(),
            EngineCommand.Create(),
        };
        if (library is null)
        {
            Refuse(notebook);
        }

        return notebook;
    }

    // What a command checks is not checked for its subcommands.
    private static void Refuse(Command command)
    {
        command.Validators.Add(result => result.AddError(SingleFile));
        foreach (Command verb in command.Subcommands)
        {
            Refuse(verb);
        }
    }
}
