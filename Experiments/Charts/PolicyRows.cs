using Experiments.Charts.Figures;

namespace Experiments.Charts;

/// <summary>Policies as rows, the first on top.</summary>
internal static class PolicyRows
{
    /// <summary>Height of a row that holds a name, pixels.</summary>
    internal static double RowHeight(Format format) => format.Choose(40, 44);

    /// <summary>The vertical axis that names the policies.</summary>
    internal static Axis Axis(IReadOnlyList<string> policies, Format format, bool named = true) => new()
    {
        Tickvals = [.. Enumerable.Range(0, policies.Count).Select(row => (double)row)],
        Ticktext = [.. policies.Select(format.Wrapped)],
        Range = [policies.Count - 0.5, -0.5],
        Showgrid = false,
        Ticklabelstandoff = 6,
        Showticklabels = named,
    };

    /// <summary>Row numbers of the policies.</summary>
    internal static double[] Positions(int count) => [.. Enumerable.Range(0, count).Select(row => (double)row)];
}
