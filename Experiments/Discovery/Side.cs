namespace Experiments.Discovery;

/// <summary>Which side of a dimension a restriction cuts off.</summary>
internal enum Side
{
    /// <summary>Low values.</summary>
    Low,

    /// <summary>High values.</summary>
    High,

    /// <summary>Some categories.</summary>
    Categories,
}
