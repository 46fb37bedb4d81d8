using System.Globalization;
using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>How a trace looks, as PowerPoint has it: the colours, dashes and markers of the report, whatever the template, so that a policy looks the same everywhere.</summary>
internal static class SeriesLook
{
    private const double PointsPerPixel = 0.75;

    /// <summary>Share of white in a tint. Chosen.</summary>
    private const double Lightening = 0.7;

    /// <summary>The stroke of a line; none where the trace has only points.</summary>
    internal static XElement Line(ScatterTrace trace) => new(
        C + "spPr",
        trace.Mode.Contains("lines", StringComparison.Ordinal)
            ? new XElement(
                A + "ln",
                new XAttribute("w", Emu((trace.Line?.Width ?? 2) * PointsPerPixel * 1.15)),
                new XAttribute("cap", "rnd"),
                Fill(trace.Line?.Color ?? Palette.Ink),
                Val(A + "prstDash", Dash(trace.Line?.Dash)),
                new XElement(A + "round"))
            : new XElement(A + "ln", new XAttribute("w", 19_050), new XElement(A + "noFill")));

    /// <summary>The markers of a trace.</summary>
    internal static XElement Markers(ScatterTrace trace) => trace.Mode.Contains("markers", StringComparison.Ordinal)
        ? Marker(trace.Marker ?? new Marker(), trace.Line?.Color, 0)
        : new XElement(C + "marker", Val(C + "symbol", "none"));

    /// <summary>Points whose marker differs from that of the first.</summary>
    internal static IEnumerable<XElement> Points(ScatterTrace trace)
    {
        if (!trace.Mode.Contains("markers", StringComparison.Ordinal) || trace.Marker is not { } marker)
        {
            yield break;
        }

        for (int index = 1; index < trace.X.Count; index++)
        {
            if (Of(marker.Color, index) != Of(marker.Color, 0) || Of(marker.Symbol, index) != Of(marker.Symbol, 0))
            {
                yield return new XElement(C + "dPt", Val(C + "idx", index), Marker(marker, trace.Line?.Color, index), Val(C + "bubble3D", 0), Line(trace));
            }
        }
    }

    /// <summary>Filling of a bar.</summary>
    /// <param name="bar">The bars.</param>
    /// <param name="index">Number of the bar.</param>
    internal static XElement Bar(BarTrace bar, int index) => new(
        C + "spPr",
        Fill(Of(bar.Marker?.Color, index) ?? Palette.Good),
        bar.Marker?.Line is { Color: { } outline } ? new XElement(A + "ln", new XAttribute("w", 9_525), Fill(outline)) : new XElement(A + "ln", new XElement(A + "noFill")));

    /// <summary>Bars whose colour differs from that of the first.</summary>
    internal static IEnumerable<XElement> Bars(BarTrace bar) => Enumerable.Range(1, Math.Max(0, bar.X.Count - 1))
        .Where(index => Of(bar.Marker?.Color, index) != Of(bar.Marker?.Color, 0))
        .Select(index => new XElement(C + "dPt", Val(C + "idx", index), Val(C + "invertIfNegative", 0), Val(C + "bubble3D", 0), Bar(bar, index)));

    /// <summary>A value that is one for all points or one a point.</summary>
    internal static string? Of(object? value, int index) => value switch
    {
        string one => one,
        IEnumerable<string> many => many.ElementAt(index),
        _ => null,
    };

    /// <summary>A dash.</summary>
    internal static string Dash(string? dash) => dash switch { "dash" => "dash", "dot" => "sysDot", "dashdot" => "dashDot", "longdash" => "lgDash", _ => "solid" };

    private static XElement Marker(Marker marker, string? line, int index)
    {
        string symbol = Of(marker.Symbol, index) ?? "circle";
        string colour = Of(marker.Color, index) ?? line ?? Palette.Ink;
        bool isOpen = symbol.EndsWith("-open", StringComparison.Ordinal);
        string faded = marker.Opacity is { } opacity && colour.Length == 7 ? Palette.Faded(colour, opacity) : colour;
        string kind = Symbol(symbol);

        // Crosses and stars are strokes: an outline is all there is of them.
        string outline = isOpen || kind is "x" or "plus" or "star" or "dash" ? colour : marker.Line?.Color ?? faded;
        return new XElement(
            C + "marker",
            Val(C + "symbol", kind),
            Val(C + "size", (int)Math.Clamp(Math.Round((marker.Size ?? 8) * PointsPerPixel), 2, 72)),
            new XElement(
                C + "spPr",
                Fill(isOpen || colour == Palette.Paper ? Tint(outline) : faded),
                new XElement(A + "ln", new XAttribute("w", Emu(isOpen || colour == Palette.Paper ? 1.25 : marker.Line?.Width * PointsPerPixel ?? 0.75)), Fill(outline))));
    }

    // Open markers are filled with a tint: some programs draw no outlines of markers, and white on white is not there.
    private static string Tint(string colour)
    {
        string Mixed(int start) => ((int)Math.Round((int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * (1 - Lightening)) + (255 * Lightening))).ToString("X2", CultureInfo.InvariantCulture);
        return $"#{Mixed(1)}{Mixed(3)}{Mixed(5)}";
    }

    private static string Symbol(string symbol) => symbol.Replace("-open", "", StringComparison.Ordinal) switch
    {
        "square" => "square",
        "diamond" or "diamond-tall" => "diamond",
        "triangle-up" => "triangle",
        "triangle-down" => "plus",
        "pentagon" or "star" => "star",
        "hexagon" => "dash",
        "cross" or "x" or "hourglass" => "x",
        _ => "circle",
    };
}
