namespace Experiments.Config.Yaml;

/// <summary>Where something is written: a file with line and column, or a command-line option (line 0).</summary>
/// <param name="File">The file as the user named it, or the option as typed.</param>
/// <param name="Line">Line from 1; 0 where there are no lines.</param>
/// <param name="Column">Column from 1; 0 where there are no lines.</param>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>A place on the command line.</summary>
    internal static Place Option(string text) => new(text, 0, 0);

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
