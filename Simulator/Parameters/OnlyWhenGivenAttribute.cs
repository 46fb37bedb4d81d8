namespace Simulator.Parameters;

/// <summary>
/// A key that a resolved file leaves out where it has its default: most experiments have no use for it, and their hash stays what it was before the
/// key existed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnlyWhenGivenAttribute : Attribute;
