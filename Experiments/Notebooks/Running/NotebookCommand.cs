using System.CommandLine;
using Experiments.Notebooks.Kernel;

namespace Experiments.Notebooks.Running;

/// <summary>The verb <c>notebook</c>: C# notebooks run from the command line, and the kernel that runs them in Jupyter.</summary>
internal static class NotebookCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create() => new("notebook", "C# notebooks: run them, or install their kernel into Jupyter")
    {
        NotebookRunCommand.Create(),
        KernelCommand.Create(),
        EngineCommand.Create(),
    };
}
