using System.Xml;
using System.Xml.Linq;
using Experiments.Charts;

namespace Experiments.Images;

/// <summary>What a chart carries in an SVG file: escaped text in <c>&lt;metadata id="Simulation"&gt;</c>.</summary>
internal static class SvgMetadata
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The element, to be put into a file.</summary>
    internal static string Element(string json) => new XElement("metadata", new XAttribute("id", ChartMetadata.Key), json).ToString(SaveOptions.DisableFormatting);

    /// <summary>What a chart carries, as JSON; null when the file carries nothing, or is no SVG file.</summary>
    internal static string? Read(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader).Root?.Elements(Svg + "metadata").FirstOrDefault(element => (string?)element.Attribute("id") == ChartMetadata.Key)?.Value;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
