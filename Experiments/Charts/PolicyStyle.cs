using Simulator.Policies;

namespace Experiments.Charts;

/// <summary>How a policy looks in every chart of a report: colour, dash and marker, so that colour is never alone.</summary>
/// <param name="Colour">Colour.</param>
/// <param name="Dash">Dash of lines.</param>
/// <param name="Symbol">Marker.</param>
internal sealed record PolicyStyle(string Colour, string Dash, string Symbol)
{
    private static readonly string[] Dashes = ["solid", "dash", "dot"];

    private static readonly string[] Symbols =
        ["circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "star", "hexagon", "cross", "x", "hourglass"];

    /// <summary>The style of each policy; the silent twin is grey and dotted and takes no colour from the others.</summary>
    internal static IReadOnlyDictionary<string, PolicyStyle> Of(IEnumerable<string> policies)
    {
        var styles = new Dictionary<string, PolicyStyle>();
        int index = 0;
        foreach (string policy in policies)
        {
            styles[policy] = policy == Schedule.SilentName
                ? new PolicyStyle(Palette.Muted, "dot", "circle-open")
                : new PolicyStyle(
                    Palette.Policies[index % Palette.Policies.Count],
                    Dashes[index / Palette.Policies.Count % Dashes.Length],
                    Symbols[index++ % Symbols.Length]);
        }

        return styles;
    }
}
