namespace Simulator.Parameters;

/// <summary>Something wrong in a configuration.</summary>
/// <param name="Path">Dotted path of the parameter, for example <c>audience.segments[0].share</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record Problem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
