using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Experiments.Notebooks.Cells;

/// <summary>What an exception says about the cell it was thrown in: the line, and the calls that led there, without those of the engine.</summary>
internal static partial class RuntimeErrors
{
    private const int MostCalls = 30;

    /// <summary>Describes an exception.</summary>
    /// <param name="thrown">What the cell threw.</param>
    /// <param name="cell">The running cell.</param>
    /// <param name="codeOf">The code of a cell by its number; null when unknown.</param>
    internal static CellError Of(Exception thrown, int cell, Func<int, string?> codeOf)
    {
        Exception exception = Inner(thrown);
        (int Cell, int Line)? place = Places(exception).FirstOrDefault() ?? Places(thrown).FirstOrDefault();
        string name = exception.GetType().Name;
        string message = $"{name}: {exception.Message}";
        List<string> lines = [];
        if (place is { } found)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{CellName.Of(found.Cell)}, line {found.Line}: {message}"));
            if (codeOf(found.Cell)?.Split('\n').ElementAtOrDefault(found.Line - 1) is { } text)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{found.Line,4} | {text.TrimEnd('\r')}"));
            }
        }
        else
        {
            lines.Add(message);
        }

        bool isRefusal = IsRefusal(exception);
        lines.AddRange(Calls(exception, isRefusal));
        for (Exception? cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            // What was refused is told in whole by the refusal; only code of a cell behind it says more.
            if (!isRefusal || Places(cause).Any())
            {
                lines.Add($"caused by {cause.GetType().Name}: {cause.Message}");
                lines.AddRange(Calls(cause, isRefusal));
            }
        }

        return new CellError(name, exception.Message, place?.Cell ?? cell, place?.Line, null, lines);
    }

    // Wrappers that say nothing of their own.
    private static Exception Inner(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [Exception only] } => Inner(only),
        TargetInvocationException { InnerException: { } inner } => Inner(inner),
        _ => exception,
    };

    private static IEnumerable<(int Cell, int Line)?> Places(Exception exception) => new StackTrace(exception, fNeedFileInfo: true).GetFrames()
        .Select(frame => CellName.Number(frame.GetFileName()) is { } number && frame.GetFileLineNumber() > 0 ? (number, frame.GetFileLineNumber()) : ((int, int)?)null)
        .Where(place => place is not null);

    // The libraries tell a cell what it did wrong; how they found out concerns nobody.
    private static bool IsRefusal(Exception exception) => exception is NotebookException
        || (exception is ArgumentException or IOException && new StackTrace(exception).GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType?.Assembly)
            .FirstOrDefault(assembly => assembly?.GetName().Name?.StartsWith("System.", StringComparison.Ordinal) == false) is { } thrower
            && (thrower == typeof(Results).Assembly || thrower == typeof(Simulator.Engine.Simulation).Assembly));

    private static IEnumerable<string> Calls(Exception exception, bool inCellsOnly)
    {
        string[] calls =
        [
            .. (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(call => FolderOfCell().Replace(call.TrimEnd('\r'), " in "))
                .Where(call => call.StartsWith("   at ", StringComparison.Ordinal) && !IsOfTheEngine(call) && (!inCellsOnly || call.Contains(" in cell ", StringComparison.Ordinal)))
                .Select(call => Submission().Replace(call, "").Replace("   at  in ", "   at ", StringComparison.Ordinal)),
        ];
        return calls.Length <= MostCalls ? calls : [.. calls.Take(MostCalls), $"   … and {calls.Length - MostCalls} more calls."];
    }

    private static bool IsOfTheEngine(string call) =>
        call.StartsWith("   at Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        || call.StartsWith("   at Experiments.Notebooks.Cells.", StringComparison.Ordinal)
        || call.StartsWith("   at System.Runtime.CompilerServices.", StringComparison.Ordinal)
        || call.StartsWith("   at System.Runtime.ControlledExecution.", StringComparison.Ordinal)
        || call.Contains("<<Initialize>>d__", StringComparison.Ordinal) && !call.Contains(" in cell ", StringComparison.Ordinal);

    // The compiler puts each cell into a class of its own, whose name says nothing to a reader.
    [GeneratedRegex(@"Submission#\d+\.(<<Initialize>>d__\d+\.MoveNext\(\))?")]
    private static partial Regex Submission();

    [GeneratedRegex(@" in [^\n]*[/\\](?=cell \d+:line \d+)")]
    private static partial Regex FolderOfCell();
}
