using System.Net;
using System.Text.RegularExpressions;

namespace Experiments.Reports;

/// <summary>
/// A piece of a page from an embedded file. {{name}} is replaced by an encoded text, {{{name}}} by markup as it is. A name
/// without a value is an error: a report with a hole would look finished.
/// </summary>
internal sealed partial class PageTemplate
{
    private readonly string _file;
    private readonly string _markup;

    private PageTemplate(string file, string markup) => (_file, _markup) = (file, markup);

    /// <summary>Loads a piece.</summary>
    /// <param name="file">Name of the file, for example chart.html.</param>
    internal static PageTemplate Load(string file) => new(file, Read(file).TrimEnd());

    /// <summary>Text of an embedded file of the page.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    internal static string Read(string file)
    {
        using Stream stream = typeof(PageTemplate).Assembly.GetManifestResourceStream("Page." + file)
            ?? throw new InvalidOperationException($"The page has no part '{file}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The piece with its places filled.</summary>
    internal string Fill(params (string Name, string Value)[] values)
    {
        Dictionary<string, string> byName = values.ToDictionary(value => value.Name, value => value.Value);
        return Place().Replace(_markup, match =>
        {
            string name = match.Groups["name"].Value;
            return !byName.TryGetValue(name, out string? value)
                ? throw new InvalidOperationException($"'{_file}' has a place '{name}' that nothing fills.")
                : match.Value.StartsWith("{{{", StringComparison.Ordinal) ? value : WebUtility.HtmlEncode(value);
        });
    }

    [GeneratedRegex(@"\{\{\{(?<name>[a-z-]+)\}\}\}|\{\{(?<name>[a-z-]+)\}\}")]
    private static partial Regex Place();
}
