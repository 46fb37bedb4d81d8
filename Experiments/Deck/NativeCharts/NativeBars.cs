using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>Horizontal bars, a row a name, stacked or alone.</summary>
/// <param name="figure">The figure.</param>
/// <param name="box">The place of the chart.</param>
/// <param name="sheet">Takes the data.</param>
internal sealed class NativeBars(Figure figure, Box box, DataSheet sheet)
{
    private const int NamesId = 1001;
    private const int ValuesId = 1002;
    private const double Gap = 6;

    private readonly NativeAxis _values = new((Axis)figure.Layout.Axes["xaxis"], 0);
    private readonly Axis _rows = (Axis)figure.Layout.Axes["yaxis"];
    private readonly BarTrace[] _bars = [.. figure.Data.OfType<BarTrace>()];

    private string[] Names => [.. _bars[0].Y.Select(place => NativeAxis.Plain(_rows.Ticktext![_rows.Tickvals!.ToList().FindIndex(tick => Math.Abs(tick - place) < 0.5)]))];

    /// <summary>Writes the plot area and the legend.</summary>
    internal (XElement Plot, XElement? Legend) Write()
    {
        int names = sheet.Add("row", Names);
        bool hasLegend = figure.Layout.Showlegend;
        List<XElement> series = [.. _bars.Select((bar, index) => Series(bar, index, names))];
        double line = NativeChart.FontSize * TextFit.LineHeight;
        double left = Math.Min(box.Width * 0.36, Names.Max(name => TextFit.Width(name, NativeChart.FontSize)) + (2 * Gap));
        double top = hasLegend ? NativeChart.LegendHeight(_bars.Select(bar => bar.Name), box.Width) + Gap : 2 * Gap;
        double bottom = line + (2 * Gap) + (_values.Title.Length > 0 ? line + Gap : 0);
        var plot = new Box(left, top, box.Width - left - (4 * Gap), box.Height - top - bottom);
        bool isStacked = _bars.Length > 1;
        double width = _bars[0].Width ?? 0.6;
        return (new XElement(
            C + "plotArea",
            NativeChart.Inner(plot, box),
            new XElement(
                C + "barChart",
                Val(C + "barDir", "bar"),
                Val(C + "grouping", isStacked ? "stacked" : "clustered"),
                Val(C + "varyColors", 0),
                series,
                Val(C + "gapWidth", (int)Math.Round((1 - width) / width * 100)),
                Val(C + "overlap", 100),
                Val(C + "axId", NamesId),
                Val(C + "axId", ValuesId)),
            new XElement(
                C + "catAx",
                Val(C + "axId", NamesId),
                new XElement(C + "scaling", Val(C + "orientation", _rows.Range![0] > _rows.Range[1] ? "maxMin" : "minMax")),
                Val(C + "delete", 0),
                Val(C + "axPos", "l"),
                new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
                Val(C + "majorTickMark", "none"),
                Val(C + "minorTickMark", "none"),
                Val(C + "tickLblPos", "low"),
                NativeAxis.Stroke(Palette.Axis, 0.75),
                NativeText.Properties(NativeChart.FontSize),
                Val(C + "crossAx", ValuesId),
                Val(C + "crosses", "autoZero"),
                Val(C + "auto", 0),
                Val(C + "lblAlgn", "ctr"),
                Val(C + "lblOffset", 50),
                Val(C + "noMultiLvlLbl", 1)),
            WithBetween(_values.Value(ValuesId, NamesId, isBelow: true, _rows.Range![0] > _rows.Range[1] ? "max" : "min", NativeChart.FontSize)),
            new XElement(C + "spPr", new XElement(A + "noFill"))),
            hasLegend ? NativeChart.Legend([]) : null);
    }

    // Bars stand between the marks of their axis, points on them.
    private static XElement WithBetween(XElement axis)
    {
        axis.Element(C + "crossBetween")!.SetAttributeValue("val", "between");
        return axis;
    }

    private XElement Series(BarTrace bar, int index, int names)
    {
        int column = sheet.Add(bar.Name, bar.X);
        return new XElement(
            C + "ser",
            Val(C + "idx", index),
            Val(C + "order", index),
            NativeText.Texts(C + "tx", sheet.HeadingOf(column), [bar.Name]),
            SeriesLook.Bar(bar, 0),
            Val(C + "invertIfNegative", 0),
            SeriesLook.Bars(bar),
            NativeText.Labels([.. Labels(bar)]),
            NativeErrorBars.Write(bar.ErrorX, null, bar.Name, sheet),
            NativeText.Texts(C + "cat", sheet.RangeOf(names), Names),
            NativeText.Numbers(C + "val", sheet.RangeOf(column), bar.X));
    }

    private IEnumerable<XElement> Labels(BarTrace bar)
    {
        for (int index = 0; index < bar.X.Count; index++)
        {
            if (bar is { Textposition: "inside", Text: { } texts } && texts[index].Length > 0)
            {
                yield return NativeText.Label(index, [NativeAxis.Plain(texts[index])], "ctr", default, NativeChart.FontSize, SeriesLook.Of(bar.Textfont?.Color, index) ?? Palette.Ink);
            }
        }
    }
}
