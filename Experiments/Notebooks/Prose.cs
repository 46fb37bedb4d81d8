namespace Experiments.Notebooks;

/// <summary>A text whose numbers were computed, shown as text rather than as code: so that it stays true when the numbers change.</summary>
[TypeFormatterSource(typeof(PolyglotFormatters))]
public sealed class Prose : IRichOutput
{
    private Prose(string markdown) => Markdown = markdown;

    /// <summary>The text, in Markdown.</summary>
    public string Markdown { get; }

    /// <summary>A text.</summary>
    /// <param name="paragraphs">Paragraphs, in Markdown.</param>
    public static Prose Say(params IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        return new Prose(string.Join("\n\n", paragraphs));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object> { ["text/markdown"] = Markdown, ["text/plain"] = Markdown };

    /// <summary>The text.</summary>
    public override string ToString() => Markdown;
}
