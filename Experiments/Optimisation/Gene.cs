namespace Experiments.Optimisation;

/// <summary>How a coordinate of a candidate may be varied; the coordinate itself lies in the unit interval.</summary>
/// <param name="Levels">Number of levels; 0 where every value is meant.</param>
/// <param name="IsOrdered">Whether neighbouring levels are alike; of no meaning without levels.</param>
internal readonly record struct Gene(int Levels, bool IsOrdered)
{
    /// <summary>Every value of a range.</summary>
    internal static Gene Continuous { get; } = new(0, true);

    /// <summary>Levels with an order: numbers.</summary>
    internal static Gene Ordered(int levels) => new(levels, true);

    /// <summary>Levels without one: texts and truth values.</summary>
    internal static Gene Unordered(int levels) => new(levels, false);

    /// <summary>Whether there are levels.</summary>
    internal bool HasLevels => Levels > 0;

    /// <summary>The level at a coordinate; levels have equal shares of the interval.</summary>
    internal int LevelAt(double coordinate) => Math.Clamp((int)Math.Floor(coordinate * Levels), 0, Levels - 1);

    /// <summary>The coordinate in the middle of a level's share, (level + ½)/levels: one coordinate a level, so that equal candidates are equal.</summary>
    internal double Middle(int level) => (level + 0.5) / Levels;

    /// <summary>A coordinate as it is kept: the middle of its level, or itself, below 1.</summary>
    internal double Kept(double coordinate) => HasLevels ? Middle(LevelAt(coordinate)) : Math.Clamp(coordinate, 0, Math.BitDecrement(1.0));
}
