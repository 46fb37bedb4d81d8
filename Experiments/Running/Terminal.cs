namespace Experiments.Running;

/// <summary>Where results and messages go.</summary>
/// <param name="Out">Takes results.</param>
/// <param name="Error">Takes messages and progress.</param>
/// <param name="ErrorIsTerminal">Whether somebody watches <paramref name="Error"/>.</param>
/// <param name="ShowsProgress">Whether progress is shown at all.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool ErrorIsTerminal, bool ShowsProgress)
{
    /// <summary>The terminal of a command; a writer that is not the process's own is no terminal.</summary>
    internal static Terminal Of(TextWriter output, TextWriter error, bool quiet) =>
        new(output, error, ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected, !quiet);
}
