using YamlDotNet.RepresentationModel;

namespace Experiments.Citing;

/// <summary>How the program asks to be cited: what CITATION.cff says (Citation File Format 1.2.0, https://doi.org/10.5281/zenodo.5171937).</summary>
/// <param name="Title">Title of the program.</param>
/// <param name="Author">Its authors, as one name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Released">When that version was released.</param>
internal sealed record CitedSoftware(string Title, string Author, string Version, DateOnly Released)
{
    /// <summary>This program.</summary>
    internal static CitedSoftware This { get; } = Read();

    private static CitedSoftware Read()
    {
        using Stream resource = typeof(CitedSoftware).Assembly.GetManifestResourceStream("Citing.CITATION.cff")
            ?? throw new InvalidOperationException("The program was built without CITATION.cff.");
        using var text = new StreamReader(resource);
        var yaml = new YamlStream();
        yaml.Load(text);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var authors = (YamlSequenceNode)root["authors"];
        return new CitedSoftware(
            Text(root["title"]),
            string.Join(" and ", authors.Cast<YamlMappingNode>().Select(author => Text(author["name"]))),
            Text(root["version"]),
            DateOnly.ParseExact(Text(root["date-released"]), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
