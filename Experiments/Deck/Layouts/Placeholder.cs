using System.Xml.Linq;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.Layouts;

/// <summary>A placeholder of a layout.</summary>
/// <param name="Type">Its type; null means content.</param>
/// <param name="Index">Its index; null means none.</param>
/// <param name="Box">Its place.</param>
/// <param name="Inside">The place of its text.</param>
/// <param name="Size">Font size of its first level, points.</param>
/// <param name="IsBold">Whether its first level is bold.</param>
internal sealed record Placeholder(string? Type, string? Index, Box Box, Box Inside, double Size, bool IsBold)
{
    /// <summary>The reference by which a shape of a slide fills it.</summary>
    internal XElement Reference() => new(
        P + "ph",
        Type is null ? null : new XAttribute("type", Type),
        Index is null ? null : new XAttribute("idx", Index));
}
