using Spectre.Console;

namespace Experiments.Reports;

/// <summary>Tables on a console; plain text where the output is no terminal.</summary>
internal static class PlainConsole
{
    /// <summary>A file or a pipe has no width: lines are not broken for it.</summary>
    private const int PipeWidth = 10_000;

    /// <summary>A console that writes to a writer.</summary>
    internal static IAnsiConsole On(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }

    /// <summary>An empty table with its headings, the first column on the left, the others on the right.</summary>
    internal static Table Table(IAnsiConsole console, params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        for (int column = 0; column < headings.Length; column++)
        {
            var heading = new TableColumn(headings[column]).NoWrap();
            table.AddColumn(column == 0 ? heading : heading.RightAligned());
        }

        return table;
    }
}
