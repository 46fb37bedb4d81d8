using System.Globalization;
using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Charts.Figures;
using Experiments.Deck.Layouts;
using static Experiments.Deck.Layouts.Ooxml;

namespace Experiments.Deck.NativeCharts;

/// <summary>An axis of a figure as PowerPoint draws it.</summary>
internal sealed class NativeAxis
{
    private const double Steps = 6;

    private readonly Axis _axis;

    /// <summary>Takes an axis of a figure.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="least">The least that is drawn along it.</param>
    internal NativeAxis(Axis axis, double least)
    {
        _axis = axis;
        IsLog = axis.Type == "log";
        (double low, double high) = (Math.Min(axis.Range![0], axis.Range[1]), Math.Max(axis.Range[0], axis.Range[1]));
        IsReversed = axis.Range[0] > axis.Range[1];
        if (IsLog)
        {
            (Min, Max, Step) = (RoundBelow(low), Math.Pow(10, high), 0);
        }
        else
        {
            Step = NiceStep((high - low) / Math.Min(Steps, axis.Nticks ?? Steps));

            // Ticks begin at the lower end, so it has to be a round number, not much below what is drawn.
            double inside = Math.Ceiling(low / Step) * Step;
            (Min, Max) = (IsNamed(axis) || low == 0 ? low : inside <= least ? inside : inside - Step, high);
        }
    }

    /// <summary>Lower end.</summary>
    internal double Min { get; }

    /// <summary>Upper end.</summary>
    internal double Max { get; }

    /// <summary>Distance of ticks; 0 on a logarithmic axis.</summary>
    internal double Step { get; }

    /// <summary>Whether it is logarithmic.</summary>
    internal bool IsLog { get; }

    /// <summary>Whether its first value is at the far end.</summary>
    internal bool IsReversed { get; }

    /// <summary>Its title; empty when it has none.</summary>
    internal string Title => Plain(_axis.Title?.Text ?? "");

    /// <summary>Names at its ticks; null where ticks are numbers.</summary>
    internal IReadOnlyList<(double Place, string Name)>? Names => IsNamed(_axis) ? [.. _axis.Tickvals!.Zip(_axis.Ticktext!, (place, name) => (place, Plain(name)))] : null;

    /// <summary>How its numbers are written, as in spreadsheets.</summary>
    internal string NumberFormat
    {
        get
        {
            bool percent = _axis.Ticksuffix == "%" || (_axis.Ticktext is { Count: > 0 } texts && texts.All(text => text.EndsWith('%')));
            string unit = percent ? "\"%\"" : "";
            if (IsLog)
            {
                return (Min >= 1 ? "#,##0" : "General") + unit;
            }

            int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 8);
            string number = decimals > 0 ? "0." + new string('0', decimals) : "#,##0";
            return percent ? number + unit : Step switch { >= 1e6 => "#,##0,,\"M\"", >= 1000 => "#,##0,\"k\"", _ => number };
        }
    }

    /// <summary>Width of its widest number, points.</summary>
    internal double LabelWidth(double size) => IsLog
        ? Enumerable.Range((int)Math.Floor(Math.Log10(Min)), 1 + (int)Math.Ceiling(Math.Log10(Max / Min))).Max(power => TextFit.Width(Math.Pow(10, power).ToString("#,##0.######", CultureInfo.InvariantCulture) + "%", size))
        : new[] { Min, Max }.Max(value => TextFit.Width((Math.Truncate(value / Step) * Step / (Step >= 1e6 && !NumberFormat.Contains('%', StringComparison.Ordinal) ? 1e6 : Step >= 1000 && !NumberFormat.Contains('%', StringComparison.Ordinal) ? 1000 : 1)).ToString("N" + Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 8), CultureInfo.InvariantCulture) + "k−", size));

    /// <summary>Where a value lies, 0 at the lower end, 1 at the upper.</summary>
    internal double Share(double value) => IsLog ? Math.Log(value / Min) / Math.Log(Max / Min) : (value - Min) / (Max - Min);

    /// <summary>A value axis.</summary>
    /// <param name="id">Number of the axis.</param>
    /// <param name="across">Number of the axis it crosses.</param>
    /// <param name="isBelow">Whether it lies below the data rather than beside them.</param>
    /// <param name="crosses">Where on the other axis it stands.</param>
    /// <param name="size">Font size.</param>
    internal XElement Value(int id, int across, bool isBelow, string crosses, double size) => new(
        C + "valAx",
        Val(C + "axId", id),
        new XElement(
            C + "scaling",
            IsLog ? Val(C + "logBase", 10) : null,
            Val(C + "orientation", IsReversed ? "maxMin" : "minMax"),
            Val(C + "max", Number(Max)),
            Val(C + "min", Number(Min))),
        Val(C + "delete", 0),
        Val(C + "axPos", isBelow ? "b" : "l"),
        _axis.Showgrid ? new XElement(C + "majorGridlines", Stroke(Palette.Grid, 0.75)) : null,
        Title.Length == 0 ? null : TitleOf(Title, isBelow, size),
        new XElement(C + "numFmt", new XAttribute("formatCode", NumberFormat), new XAttribute("sourceLinked", 0)),
        Val(C + "majorTickMark", "none"),
        Val(C + "minorTickMark", "none"),
        Val(C + "tickLblPos", Names is not null ? "none" : crosses == "max" ? "high" : "low"),
        _axis.Zeroline || !isBelow ? Stroke(_axis.Zeroline && isBelow ? Palette.Axis : Palette.Grid, 0.75) : Stroke(Palette.Axis, 0.75),
        NativeText.Properties(size, isBelow ? null : 0),
        Val(C + "crossAx", across),
        Val(C + "crosses", crosses),
        Val(C + "crossBetween", "midCat"),
        IsLog ? null : Val(C + "majorUnit", Number(Step)));

    /// <summary>A stroke.</summary>
    internal static XElement Stroke(string colour, double width, string? dash = null) => new(
        C + "spPr", new XElement(A + "ln", new XAttribute("w", Emu(width)), Fill(colour), dash is null ? null : Val(A + "prstDash", dash)));

    /// <summary>Text without the line breaks and the boldface of figures.</summary>
    internal static string Plain(string text) => text.Replace("<br>", " ", StringComparison.Ordinal).Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal);

    internal static XElement TitleOf(string title, bool isBelow, double size) => new(
        C + "title",
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr", isBelow ? null : new XAttribute("rot", -5_400_000), isBelow ? null : new XAttribute("vert", "horz")),
            new XElement(A + "lstStyle"),
            new XElement(A + "p", new XElement(A + "pPr", DeckText.Properties(A + "defRPr", size, bold: false)), DeckText.Run(title, size, bold: false, "tx1")))),
        Val(C + "overlay", 0));

    // Ticks that name something else than their place: rows, or levels on a scale of their own.
    private static bool IsNamed(Axis axis) => axis is { Type: "linear", Tickvals: { } places, Ticktext: { } texts }
        && places.Zip(texts).Any(tick => !double.TryParse(tick.Second.TrimEnd('%').Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out double number) || Math.Abs(number - tick.First) > 1e-9 * Math.Max(1, Math.Abs(number)));

    private static double NiceStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }

    private static double RoundBelow(double logarithm)
    {
        double power = Math.Pow(10, Math.Floor(logarithm));
        return (Math.Pow(10, logarithm) / power) switch { >= 5 => 5, >= 2 => 2, _ => 1 } * power;
    }
}
