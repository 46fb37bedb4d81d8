using Experiments.Analysis;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.NativeCharts;
using Simulator.Policies;

namespace Experiments.Deck.Slides;

/// <summary>Where the lines of a chart with several panels end: a row a line, a column for what is measured.</summary>
internal static class PanelData
{
    /// <summary>The table; null where the chart has one panel, or panels that do not show the same of each line.</summary>
    internal static (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)? Of(Chart chart)
    {
        Figure figure = chart.Wide;
        ScatterTrace[] lines = [.. figure.Data.OfType<ScatterTrace>().Where(trace => trace is { Fill: null, Mode: "lines", X.Count: > 0, Name.Length: > 0 })];
        if (figure.Layout.Axes.Count <= 2 || lines.Length == 0)
        {
            return null;
        }

        (string Name, string What, double Value)[] ends = [.. lines.Select(line => (Shown(line.Name), What(figure, line), line.Y[^1]))];
        string[] names = [.. ends.Select(end => end.Name).Distinct()];
        string[] whats = [.. ends.Select(end => end.What).Distinct()];
        var values = ends.GroupBy(end => (end.Name, end.What)).ToDictionary(group => group.Key, group => group.Last().Value);
        return whats.Contains("") || values.Count < names.Length * whats.Length
            ? null
            : (["What is drawn", .. whats], [.. names.Select(name => (IReadOnlyList<string>)[name, .. whats.Select(what => Wording.Number(values[(name, what)]))])]);
    }

    // Panels beside each other share the title of the first of them.
    private static string What(Figure figure, ScatterTrace line)
    {
        string up = Title(figure, "yaxis", line.Yaxis), across = Title(figure, "xaxis", line.Xaxis);
        return up.Length == 0 ? "" : $"{up.TrimEnd('.')}, {(across.Length == 0 ? "at the end" : $"{across} {Wording.Number(line.X[^1])}")}";
    }

    private static string Title(Figure figure, string kind, string of)
    {
        if (!figure.Layout.Axes.TryGetValue(kind + of[1..], out object? found) || found is not Axis own)
        {
            return "";
        }

        Axis? titled = own.Title is not null ? own : figure.Layout.Axes.Where(entry => entry.Key.StartsWith(kind, StringComparison.Ordinal)).Select(entry => entry.Value).OfType<Axis>()
            .FirstOrDefault(axis => axis.Title is not null && (kind == "xaxis" || Same(axis.Domain, own.Domain)));
        return NativeAxis.Plain(titled?.Title?.Text ?? "");
    }

    private static bool Same(IReadOnlyList<double>? one, IReadOnlyList<double>? other) => one is not null && other is not null && one.SequenceEqual(other);

    private static string Shown(string name) => name == Schedule.SilentName ? "sending nothing" : name;
}
