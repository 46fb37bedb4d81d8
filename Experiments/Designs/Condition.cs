using System.Globalization;

namespace Experiments.Designs;

/// <summary>A factor is varied only where another one has certain values.</summary>
/// <param name="Path">Dotted path of the other factor.</param>
/// <param name="Values">The values, as an experiment file writes them.</param>
internal sealed record Condition(string Path, IReadOnlyList<string> Values)
{
    /// <summary>Whether a level of the other factor is one of the values; 0.50 is 0.5.</summary>
    internal bool Holds(Level level) => Values.Any(value => Same(value, level));

    /// <summary>Whether a value as a file writes it means a level.</summary>
    internal static bool Same(string value, Level level) => level.Number is { } number
        ? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double wanted) && wanted == number
        : value == level.Text;
}
