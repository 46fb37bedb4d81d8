namespace Experiments.Config;

/// <summary>A single value in place of a group stands for one of its keys: <c>replicates: 200</c>.</summary>
/// <param name="property">The property it stands for.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShorthandAttribute(string property) : Attribute
{
    /// <summary>The property it stands for.</summary>
    public string Property { get; } = property;
}
