using System.Text.RegularExpressions;
using System.Xml.Linq;
using Experiments.Analysis;
using Experiments.Reports;

namespace Experiments.Deck.Sentences;

/// <summary>What no experiment with this model can tell, and where its assumptions come from: the same words as in reports.</summary>
internal static partial class ModelLimits
{
    private static readonly Lazy<XElement> Page = new(() => XDocument.Parse(PageTemplate.Read("limits.html")).Root!);

    /// <summary>What is found, and what was put in, in sentences.</summary>
    /// <param name="experiments">The experiments told of: how much of the range of assumptions they ran is among it.</param>
    internal static IReadOnlyList<string> Sentences(IEnumerable<ExperimentFacts> experiments) => [.. Page.Value.Elements("p").Where(paragraph => paragraph.Attribute("class") is null).SelectMany(paragraph => SplitText.Joined(Plain(paragraph).Replace("{{range}}", RangeRun.Of(experiments), StringComparison.Ordinal)))];

    /// <summary>What the words for the standing of a source mean.</summary>
    internal static string Standing => Plain(Page.Value.Elements("p").First(paragraph => (string?)paragraph.Attribute("class") == "note"));

    /// <summary>What the model says, where that comes from, and how well it is known.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Sources =>
        [.. Page.Value.Element("table")!.Element("tbody")!.Elements("tr").Select(row => (IReadOnlyList<string>)[.. row.Elements("td").Select(Plain)])];

    private static string Plain(XElement element) => Spaces().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
