namespace Experiments.Config;

/// <summary>In a file this list is a group: each item's name with its keys. Other parts of the file refer to the items by name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ByNameAttribute : Attribute;
