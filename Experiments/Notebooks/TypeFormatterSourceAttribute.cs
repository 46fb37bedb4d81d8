namespace Experiments.Notebooks;

/// <summary>Names the formatters of a type for Polyglot Notebooks, which know this attribute by its name.</summary>
/// <param name="formatterSourceType">The type that makes them.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes them.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms in order of preference.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/markdown", "text/plain"];
}
