using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Experiments.Config.Yaml;

/// <summary>
/// Reads YAML into nodes. Works on the parser's events rather than on YamlDotNet's own document model, because that model
/// stops at the first duplicate key and follows aliases without a limit.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Deepest nesting; an experiment needs about eight levels.</summary>
    internal const int MaximumDepth = 64;

    /// <summary>Most nodes, aliases followed; guards against a few lines that unfold into millions.</summary>
    internal const long MaximumNodes = 200_000;

    private readonly CarefulParser _parser;
    private readonly Func<Mark, Place> _place;
    private readonly List<Diagnostic> _problems;
    private readonly Dictionary<AnchorName, Node> _anchors = [];
    private long _nodes;

    private YamlReader(string text, Func<Mark, Place> place, List<Diagnostic> problems) =>
        (_parser, _place, _problems) = (new CarefulParser(text), place, problems);

    /// <summary>Reads the text of a file.</summary>
    /// <returns>The document, or null when it cannot be read; <paramref name="problems"/> then says why.</returns>
    internal static Node? Read(string text, string file, List<Diagnostic> problems) =>
        new YamlReader(text, mark => new Place(file, (int)mark.Line, (int)mark.Column), problems).Document("the file is empty");

    /// <summary>Reads one value that is not in a file.</summary>
    internal static Node? ReadValue(string text, Place place, List<Diagnostic> problems) =>
        text.Trim().Length == 0
            ? new ScalarNode(place, "", plain: true)
            : new YamlReader(text, _ => place, problems).Document("there is no value");

    private Node? Document(string empty)
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (_parser.Accept<StreamEnd>(out _))
            {
                _problems.Add(new Diagnostic(_place(new Mark(0, 1, 1)), "", $"{empty}."));
                return null;
            }

            _parser.Consume<DocumentStart>();
            Node node = Next("", 0);
            _parser.Consume<DocumentEnd>();
            if (!_parser.Accept<StreamEnd>(out _))
            {
                throw Refusal(_parser.Current!, "a second document begins here; put each experiment in a file of its own");
            }

            return node;
        }
        catch (RefusedException exception)
        {
            _problems.Add(new Diagnostic(_place(exception.Start), "", $"{exception.Message}."));
            return null;
        }
        catch (YamlException exception)
        {
            _problems.Add(new Diagnostic(_place(exception.Start), "", $"this is not valid YAML: {Reason(exception)}."));
            return null;
        }
    }

    private Node Next(string path, int depth)
    {
        ParsingEvent current = _parser.Current!;
        if (depth > MaximumDepth)
        {
            throw Refusal(current, $"nested more than {MaximumDepth} levels deep");
        }

        Count(1, current);
        if (current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            throw Refusal(current, $"the tag '{tagged.Tag}' is not used here; leave it out");
        }

        Node node = current switch
        {
            Scalar scalar => Single(scalar),
            SequenceStart => List(path, depth),
            MappingStart => Group(path, depth),
            AnchorAlias alias => Anchored(alias),
            _ => throw Refusal(current, "a value was expected here"),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor] = node;
        }

        return node;
    }

    private ScalarNode Single(Scalar scalar)
    {
        _parser.MoveNext();
        return new ScalarNode(_place(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private Node Anchored(AnchorAlias alias)
    {
        _parser.MoveNext();
        if (!_anchors.TryGetValue(alias.Value, out Node? node))
        {
            throw Refusal(alias, $"nothing before this is marked '&{alias.Value}'");
        }

        Count(node.Size, alias);
        return node;
    }

    private ListNode List(string path, int depth)
    {
        Place at = _place(_parser.Consume<SequenceStart>().Start);
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next($"{path}[{items.Count}]", depth + 1));
        }

        return new ListNode(at, items);
    }

    private MappingNode Group(string path, int depth)
    {
        Place at = _place(_parser.Consume<MappingStart>().Start);
        var entries = new Dictionary<string, Entry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar key)
            {
                throw Refusal(_parser.Current!, "a key must be a word, not a list, a group or an alias");
            }

            _parser.MoveNext();
            Place place = _place(key.Start);
            string child = path.Length == 0 ? key.Value : $"{path}.{key.Value}";
            var entry = new Entry(key.Value, place, Next(child, depth + 1));
            if (!entries.TryAdd(key.Value, entry))
            {
                _problems.Add(new Diagnostic(place, child, $"this key is given twice; the first is at {entries[key.Value].At}."));
            }
        }

        return new MappingNode(at, [.. entries.Values]);
    }

    private void Count(long nodes, ParsingEvent current)
    {
        _nodes += nodes;
        if (_nodes > MaximumNodes)
        {
            throw Refusal(current, $"more than {MaximumNodes} values once aliases are followed");
        }
    }

    private static RefusedException Refusal(ParsingEvent current, string reason) => new(current.Start, current.End, reason);

    private static string Reason(YamlException exception)
    {
        string reason = exception.Message.TrimEnd('.', ' ').Replace("  ", " ", StringComparison.Ordinal);
        return reason.Length > 1 ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason;
    }

    /// <summary>Valid YAML that no experiment needs.</summary>
    private sealed class RefusedException(Mark start, Mark end, string reason) : YamlException(start, end, reason);
}
