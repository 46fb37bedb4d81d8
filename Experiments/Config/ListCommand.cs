using System.CommandLine;
using Spectre.Console;

namespace Experiments.Config;

/// <summary>The verb <c>list</c>: the shipped experiments, each with its question.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        var command = new Command("list", "The shipped experiments, each with its question");
        command.SetAction(parsed => List(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int List(TextWriter output)
    {
        var rows = ShippedExperiments.Files().Select(file => (File: file, ExperimentFile.Read(file, []).Experiment)).ToList();
        if (Console.IsOutputRedirected || output != Console.Out)
        {
            foreach ((string file, Experiment? experiment) in rows)
            {
                output.WriteLine($"{Name(file, experiment)}\t{Question(experiment)}\t{file}");
            }

            return ExitCode.Done;
        }

        Table table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("experiment", "question");
        foreach ((string file, Experiment? experiment) in rows)
        {
            table.AddRow(Markup.Escape(Name(file, experiment)), Markup.Escape(Question(experiment)));
        }

        AnsiConsole.Write(table);
        output.WriteLine($"They are in {ShippedExperiments.Folder}");
        return ExitCode.Done;
    }

    private static string Name(string file, Experiment? experiment) => experiment?.Name ?? Path.GetFileNameWithoutExtension(file);

    private static string Question(Experiment? experiment) =>
        experiment is null ? "(has problems; see what check says)" : experiment.Question.ReplaceLineEndings(" ").Trim();
}
