using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Experiments.Notebooks.Kernel;

/// <summary>The hidden verb <c>notebook engine</c>: what <c>notebook run</c> and the Jupyter kernel start to run cells.</summary>
internal static class EngineCommand
{
    /// <summary>Its name.</summary>
    internal const string Name = "engine";

    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        var command = new Command(Name, "Run cells asked for as JSON lines on standard input") { Hidden = true };
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        // Interrupts arrive as messages; a Ctrl-C in the terminal goes to the whole group, and must not end the engine.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var requests = new StreamReader(Console.OpenStandardInput(), utf8);
        using var answers = new StreamWriter(Output(), utf8);

        // What a cell reads from the console would be the next request.
        Console.SetIn(TextReader.Null);
        new Engine(requests, answers, Environment.CurrentDirectory).Run();
        Environment.Exit(ExitCode.Done);
        return ExitCode.Done;
    }

    // Elsewhere than on Windows the console's own stream locks Console.Out, which a cell may hold while it waits for its output to be sent.
    private static Stream Output() => OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
