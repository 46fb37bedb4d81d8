namespace Experiments.Notebooks;

/// <summary>
/// Shows rich outputs in Polyglot Notebooks too, whose formatters are found by the names of these types and members rather than by a
/// reference (.NET Interactive, discontinued in 2026; its documentation: "Formatting"). Not tested against it: its packages do not restore here.
/// </summary>
internal sealed class PolyglotFormatters
{
    /// <summary>The formatters.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html"), new Formatter("text/markdown"), new Formatter("text/plain")];

    private sealed class Formatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IRichOutput output || !output.ToMimeBundle().TryGetValue(MimeType, out object? text))
            {
                return false;
            }

            writer.Write(text);
            return true;
        }
    }
}
