namespace Experiments;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>Some runs failed; they are recorded, the rest finished.</summary>
    internal const int SomeRunsFailed = 1;

    /// <summary>Bad input; nothing was run.</summary>
    internal const int BadInput = 2;

    /// <summary>Interrupted; running the same command again goes on.</summary>
    internal const int Interrupted = 130;
}
