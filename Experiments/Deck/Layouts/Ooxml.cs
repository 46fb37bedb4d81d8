using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Experiments.Deck.Layouts;

/// <summary>Names and units of Office Open XML (ISO/IEC 29500), and parts written as trees.</summary>
internal static class Ooxml
{
    /// <summary>English Metric Units in a point.</summary>
    private const double EmuPerPoint = 12_700;

    /// <summary>DrawingML: text, colours, tables.</summary>
    internal static XNamespace A { get; } = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>PresentationML: slides.</summary>
    internal static XNamespace P { get; } = "http://schemas.openxmlformats.org/presentationml/2006/main";

    /// <summary>Charts.</summary>
    internal static XNamespace C { get; } = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Relationships.</summary>
    internal static XNamespace R { get; } = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Points as English Metric Units.</summary>
    internal static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);

    /// <summary>English Metric Units as points.</summary>
    internal static double Points(long emu) => emu / EmuPerPoint;

    /// <summary>A number as XML writes it.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An element with one attribute val.</summary>
    internal static XElement Val(XName name, object value) => new(name, new XAttribute("val", value));

    /// <summary>A colour as it fills: hexadecimal with or without #, or the name of a colour of the theme.</summary>
    internal static XElement Fill(string colour) => new(A + "solidFill", Colour(colour));

    /// <summary>A colour: #RRGGBB, #RRGGBBAA, or the name of a colour of the theme. Text and ground are those of the theme.</summary>
    internal static XElement Colour(string colour)
    {
        if (!colour.StartsWith('#'))
        {
            return Val(A + "schemeClr", colour);
        }

        if (colour is Charts.Palette.Ink or Charts.Palette.Paper)
        {
            return Val(A + "schemeClr", colour == Charts.Palette.Ink ? "tx1" : "bg1");
        }

        XElement element = Val(A + "srgbClr", colour[1..7].ToUpperInvariant());
        if (colour.Length == 9)
        {
            int alpha = int.Parse(colour.AsSpan(7), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            element.Add(Val(A + "alpha", (int)Math.Round(alpha / 255.0 * 100_000)));
        }

        return element;
    }

    /// <summary>Writes a part; what a tree cannot hold (control characters) is left out, since no reader would open it.</summary>
    internal static void Write(OpenXmlPart part, XElement root)
    {
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = false });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
    }

    /// <summary>Reads a part.</summary>
    internal static XElement Read(OpenXmlPart part)
    {
        using Stream stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream).Root!;
    }

    /// <summary>Text without the control characters that XML forbids.</summary>
    internal static string Text(string text) => text.Any(letter => !XmlConvert.IsXmlChar(letter) && !char.IsSurrogate(letter))
        ? new string([.. text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))])
        : text;
}
