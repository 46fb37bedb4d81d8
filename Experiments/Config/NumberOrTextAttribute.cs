namespace Experiments.Config;

/// <summary>A text that may be written as a number without quotes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberOrTextAttribute : Attribute;
