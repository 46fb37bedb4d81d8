namespace Simulator.Parameters;

/// <summary>Names the method that makes a new item of a list, so that what an item leaves out is inherited from its owner.</summary>
/// <param name="method">A public method without arguments on the owner of the list.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrototypeAttribute(string method) : Attribute
{
    /// <summary>A public method without arguments on the owner of the list.</summary>
    public string Method { get; } = method;
}
