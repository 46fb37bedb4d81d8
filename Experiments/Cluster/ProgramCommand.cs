namespace Experiments.Cluster;

/// <summary>How this program was started, so that it can be started again in the same way on another machine that sees the same files.</summary>
internal static class ProgramCommand
{
    /// <summary>A word as a shell takes it, whatever is in it.</summary>
    internal static string Quoted(string word) => word.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+:=@%".Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The words of the command, without arguments: the program itself, or the .NET host and the program's file.</summary>
    internal static IReadOnlyList<string> Words()
    {
        string host = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not tell which program this is.");
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, Path.GetFullPath(Environment.GetCommandLineArgs()[0])] : [host];
    }
}
