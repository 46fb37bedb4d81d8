using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Experiments.Notebooks.Kernel;

/// <summary>The summary of a symbol's documentation, from the XML file beside its library, or from the SDK for the libraries of .NET.</summary>
internal static partial class XmlSummary
{
    // The SDK documents what is implemented in System.Private.CoreLib under the library that offers it.
    private static readonly string[] Offering = ["System.Runtime", "System.Collections", "System.Threading", "System.Console", "System.Linq"];

    private static readonly Dictionary<string, Dictionary<string, string>> Read = [];

    /// <summary>The summary, parameters and result in plain text; empty when there is none.</summary>
    internal static string Of(ISymbol symbol, Compilation compilation)
    {
        ISymbol definition = symbol.OriginalDefinition is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : symbol.OriginalDefinition;
        if (definition.GetDocumentationCommentId() is not { } id
            || definition.ContainingAssembly is not { } assembly
            || (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is not { } library)
        {
            return "";
        }

        return Files(library).Select(file => Members(file).GetValueOrDefault(id)).FirstOrDefault(text => text is not null) ?? "";
    }

    private static IEnumerable<string> Files(string library)
    {
        yield return Path.ChangeExtension(library, ".xml");
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        if (library.StartsWith(root, StringComparison.Ordinal) && Directory.Exists(packs))
        {
            string[] folders = [.. Directory.GetDirectories(packs).SelectMany(version => Directory.GetDirectories(Path.Combine(version, "ref")))];
            foreach (string name in Offering.Prepend(Path.GetFileNameWithoutExtension(library)))
            {
                yield return folders.Select(folder => Path.Combine(folder, name + ".xml")).FirstOrDefault(File.Exists) ?? "";
            }
        }
    }

    private static Dictionary<string, string> Members(string file)
    {
        if (Read.TryGetValue(file, out Dictionary<string, string>? known))
        {
            return known;
        }

        var members = new Dictionary<string, string>();
        if (File.Exists(file))
        {
            try
            {
                foreach (XElement member in XDocument.Load(file).Descendants("member"))
                {
                    members.TryAdd((string?)member.Attribute("name") ?? "", Text(member));
                }
            }
            catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
            {
                // Without documentation the signature is shown alone.
            }
        }

        return Read[file] = members;
    }

    private static string Text(XElement member)
    {
        IEnumerable<string> parts =
        [
            Plain(member.Element("summary")),
            .. member.Elements("param").Select(parameter => $"{(string?)parameter.Attribute("name")}: {Plain(parameter)}"),
            Plain(member.Element("returns")) is { Length: > 0 } result ? $"returns: {result}" : "",
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static string Plain(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        IEnumerable<string> words = element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } named => ((string?)named.Attribute("cref") ?? (string?)named.Attribute("name") ?? (string?)named.Attribute("langword") ?? "").Split(':')[^1],
            _ => "",
        });
        return Spaces().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
