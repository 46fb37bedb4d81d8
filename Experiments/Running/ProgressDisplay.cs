using System.Diagnostics;
using Spectre.Console;

namespace Experiments.Running;

/// <summary>Shows how far the runs are: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class ProgressDisplay
{
    /// <summary>Pause between two lines in a log, chosen so that a day of running gives a readable file.</summary>
    private static readonly TimeSpan LineInterval = TimeSpan.FromMinutes(1);

    /// <summary>Does some work and shows its progress.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="runs">Runs of the whole experiment, at most.</param>
    /// <param name="isFixed">Whether there are exactly so many; otherwise their number is decided while running.</param>
    /// <param name="work">The work; reports how many runs are done.</param>
    internal static bool Around(Terminal terminal, long runs, bool isFixed, Func<Action<long>, bool> work) => Around(terminal, runs, isFixed, "runs", work);

    /// <summary>The same of something else than runs.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="runs">How many in all, at most.</param>
    /// <param name="isFixed">Whether there are exactly so many.</param>
    /// <param name="things">What they are called.</param>
    /// <param name="work">The work; reports how many are done.</param>
    internal static bool Around(Terminal terminal, long runs, bool isFixed, string things, Func<Action<long>, bool> work)
    {
        if (!terminal.ShowsProgress)
        {
            return work(_ => { });
        }

        string all = isFixed ? $"{runs:N0} {things}" : $"at most {runs:N0} {things}";
        return terminal.ErrorIsTerminal ? Bar(terminal.Error, runs, all, work) : Lines(terminal.Error, all, work);
    }

    private static bool Bar(TextWriter error, long runs, string name, Func<Action<long>, bool> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(name, maxValue: runs);
                return work(done => task.Value = done);
            });
    }

    private static bool Lines(TextWriter error, string runs, Func<Action<long>, bool> work)
    {
        var sinceLine = Stopwatch.StartNew();
        bool wroteLines = false;
        long last = 0;
        bool all = work(done =>
        {
            last = done;
            if (sinceLine.Elapsed >= LineInterval)
            {
                error.WriteLine($"{done:N0} of {runs}");
                sinceLine.Restart();
                wroteLines = true;
            }
        });
        if (all && wroteLines)
        {
            error.WriteLine($"{last:N0} of {runs}");
        }

        return all;
    }
}
