using System.CommandLine;
using System.CommandLine.Help;
using Experiments.Benchmarks;
using Experiments.Citing;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Deck;
using Experiments.Emulation;
using Experiments.Exporting;
using Experiments.Images;
using Experiments.Notebooks.Running;
using Experiments.Reports;
using Experiments.Running;
using Experiments.Running.Comparing;
using Experiments.Running.Methods;
using Experiments.Running.Verifying;

namespace Experiments;

/// <summary>The command: one verb for each thing to be done, each in the room it belongs to.</summary>
internal static class Program
{
    private static readonly TimeSpan TimeToEndCleanly = TimeSpan.FromMinutes(2);

    internal static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name; none means: run the case.</param>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes progress and messages.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        RootCommand root = Commands();
        ParseResult parsed = root.Parse(args.Count == 0 ? ["run", ShippedExperiments.Case] : args);
        if (parsed.Errors.Count > 0)
        {
            Misunderstanding.Tell(parsed, error);
            return ExitCode.BadInput;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeToEndCleanly };
        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>All verbs.</summary>
    internal static RootCommand Commands()
    {
        var root = new RootCommand("Does it pay to send promotional DMs to your followers - today, and after the trust is spent?")
        {
            RunCommand.Create(),
            VerifyCommand.Create(),
            DiffCommand.Create(),
            CheckCommand.Create(),
            ListCommand.Create(),
            SchemaCommand.Create(),
            DeckCommand.Create(),
            IndexCommand.Create(),
            CiteCommand.Create(),
            ExportCommand.Create(),
            ChartsCommand.Create(),
            EmulateCommand.Create(),
            BenchmarkCommand.Create(),
            NotebookCommand.Create(),
        };
        foreach (Command command in ClusterCommands.Create())
        {
            root.Add(command);
        }

        foreach (MethodKind kind in MethodKind.All)
        {
            root.Add(RunCommand.Of(kind));
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
