using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Experiments.Config.Yaml;

/// <summary>
/// YamlDotNet's parser, which on some damaged texts fails with an exception without a place (a stray '-' in a list in brackets,
/// a character code that does not exist). Here every failure is a <see cref="YamlException"/> with the place up to which it read.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class CarefulParser(string text) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        Mark before = _parser.Current?.End ?? new Mark(0, 1, 1);
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new YamlException(before, before, "what follows cannot be read", exception);
        }
    }
}
