using System.Globalization;
using Experiments.Config.Yaml;
using Simulator.Messages;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>
/// Turns nodes into records. Starts from a record's defaults and sets the keys that are given, so that a partial group keeps
/// the rest; goes on after a problem, so that all of them are told at once.
/// </summary>
/// <param name="problems">Takes unknown keys, wrong types and unknown messages. Ranges are the records' own affair.</param>
internal sealed class RecordBinder(List<Diagnostic> problems)
{
    private readonly Dictionary<string, Message> _messages = [];

    /// <summary>A copy of a record with the given keys set.</summary>
    /// <param name="start">The record to start from; it stays as it is.</param>
    /// <param name="group">The keys.</param>
    /// <param name="path">Path of the group.</param>
    /// <param name="foreign">Keys of the file that are handled elsewhere; named in hints only.</param>
    internal object Bind(object start, MappingNode group, string path, IEnumerable<string>? foreign = null)
    {
        object record = RecordKey.Copy(start);
        IReadOnlyList<RecordKey> keys = RecordKey.Of(record.GetType());
        foreach (Entry entry in group.Entries.Where(entry => keys.All(key => key.Name != entry.Key)))
        {
            problems.Add(new Diagnostic(entry.At, Child(path, entry.Key), Unknown(entry.Key, path, keys, foreign)));
        }

        // Named items first, because others refer to them; lists whose items inherit from this record last, once it is complete.
        foreach (RecordKey key in keys.OrderBy(key => key.IsByName ? 0 : key.Prototype is null ? 1 : 2))
        {
            string child = Child(path, key.Name);
            if (group[key.Name] is not { } node)
            {
                Default(key, record, group, child);
            }
            else if (Value(key, record, node, child, out object? value))
            {
                key.Property.SetValue(record, value);
            }
            else
            {
                Placeholder(key, record);
            }
        }

        return record;
    }

    private static string Unknown(string word, string path, IReadOnlyList<RecordKey> keys, IEnumerable<string>? foreign)
    {
        if (path.Length == 0 && RecordKey.Of(typeof(Simulator.Engine.Scenario)).Any(key => key.Name == word))
        {
            return "unknown key here; it belongs under 'scenario'.";
        }

        return word == "<<"
            ? "merge keys are not supported; use 'base: other.yaml', or repeat the keys."
            : "unknown key" + NearestName.Hint(word, keys.Select(key => key.Name).Concat(foreign ?? []));
    }

    private void Default(RecordKey key, object record, MappingNode group, string path)
    {
        if (key.Required)
        {
            string known = key.Type == typeof(Message) ? $"; known messages: {KnownMessages()}" : "";
            problems.Add(new Diagnostic(group.At, path, $"missing; {key.Parameter.Meaning}{known}."));
            Placeholder(key, record);
        }
    }

    /// <summary>A required value that is missing or unusable: something that lets the checks of everything else go on.</summary>
    private static void Placeholder(RecordKey key, object record)
    {
        if (key.Property.GetValue(record) is null && !key.Nullable)
        {
            key.Property.SetValue(
                record,
                key.Type == typeof(Message) ? new Message() : key.Type == typeof(string) ? "" : Array.CreateInstance(key.ItemType!, 0));
        }
    }

    private bool Value(RecordKey key, object owner, Node node, string path, out object? value)
    {
        if (key.Nullable && node is ScalarNode { IsNull: true })
        {
            value = null;
            return true;
        }

        value = key switch
        {
            { IsByName: true } => Named(node, path),
            { ItemType: { } item } => Items(key, item, owner, node, path),
            _ when key.Type == typeof(IReadOnlyDictionary<string, string>) => Texts(node, path),
            _ when key.Type == typeof(Message) => MessageNamed(node, path),
            _ when key.Type.IsAssignableTo(typeof(ParameterSet)) =>
                Group(key.Property.GetValue(owner) ?? RecordKey.New(key.Type), node, path),
            _ when key.TakesNumbers && node is ScalarNode { IsNumber: true } number => number.Text,
            _ => Single(key.Type, key.Parameter, node, path),
        };
        return value is not null;
    }

    // A group in place of a shorthand starts anew: a number of replicates that was the default is not to be kept beside a rule.
    private object? Group(object start, Node node, string path) => node switch
    {
        MappingNode group when RecordKey.Shorthand(start.GetType()) is not null => Bind(RecordKey.New(start.GetType()), group, path),
        MappingNode group => Bind(start, group, path),
        ScalarNode { IsNull: false } scalar when RecordKey.Shorthand(start.GetType()) is { } key => Short(start, key, scalar, path),
        _ => Wrong(node, path, "a group of keys is needed", $"known: {string.Join(", ", RecordKey.Of(start.GetType()).Select(key => key.Name))}"),
    };

    private object? Short(object start, RecordKey key, ScalarNode scalar, string path)
    {
        if (Single(key.Type, key.Parameter, scalar, path) is not { } value)
        {
            return null;
        }

        object record = RecordKey.New(start.GetType());
        key.Property.SetValue(record, value);
        return record;
    }

    private List<Message>? Named(Node node, string path)
    {
        if (node is not MappingNode group)
        {
            return (List<Message>?)Wrong(node, path, "a group is needed: each message's name with its keys", "for example book: {promotion: 0.9}");
        }

        foreach (Entry entry in group.Entries)
        {
            object? message = Group(new Message { Name = entry.Key }, entry.Value, Child(path, entry.Key));
            _messages[entry.Key] = (Message?)message ?? new Message { Name = entry.Key };
        }

        return [.. _messages.Values];
    }

    private Array? Items(RecordKey key, Type item, object owner, Node node, string path)
    {
        if (node is not ListNode list)
        {
            return (Array?)Wrong(node, path, "a list is needed", key.Parameter.Meaning);
        }

        var bound = new List<object>();
        for (int index = 0; index < list.Items.Count; index++)
        {
            string child = $"{path}[{index}]";
            object? value = item switch
            {
                _ when item == typeof(Message) => MessageNamed(list.Items[index], child),
                _ when item.IsAssignableTo(typeof(ParameterSet)) =>
                    Group(key.NewItem(owner), list.Items[index], child) ?? Bind(key.NewItem(owner), new MappingNode(list.Items[index].At, []), child),
                _ => Single(item, key.Parameter, list.Items[index], child),
            };
            if (value is not null)
            {
                bound.Add(value);
            }
        }

        Array items = Array.CreateInstance(item, bound.Count);
        bound.ToArray().CopyTo(items, 0);
        return items;
    }

    private Dictionary<string, string>? Texts(Node node, string path) => node is MappingNode group
        ? group.Entries.ToDictionary(entry => entry.Key, entry => YamlText.Line(entry.Value))
        : (Dictionary<string, string>?)Wrong(node, path, "a group is needed: dotted paths and their values", "for example scenario.trust.loss: 0");

    private Message? MessageNamed(Node node, string path)
    {
        if (node is not ScalarNode { IsNull: false } name)
        {
            return (Message?)Wrong(node, path, "the name of a message is needed", $"known messages: {KnownMessages()}");
        }

        if (_messages.TryGetValue(name.Text, out Message? message))
        {
            return message;
        }

        problems.Add(new Diagnostic(node.At, path, $"there is no message '{name.Text}' under 'messages'{NearestName.Hint(name.Text, _messages.Keys)}"));
        return null;
    }

    private object? Single(Type type, ParameterAttribute parameter, Node node, string path)
    {
        var scalar = node as ScalarNode;
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean:
                return scalar is { IsBoolean: true } ? scalar.Boolean : Wrong(node, path, "true or false is needed", "");
            case TypeCode.String:
                return scalar is { IsText: true } ? scalar.Text : Wrong(node, path, "a text is needed", "put quotes around it to make it one", scalar is not { IsNull: false });
            case TypeCode.Double when scalar is { IsNumber: true, IsNotFinite: false } && double.IsFinite(scalar.Double):
                return scalar.Double;
            case TypeCode.Double:
                return Wrong(node, path, $"a {(scalar is { IsNumber: true } ? "finite " : "")}number is needed", parameter.Range());
            case TypeCode.Int32 when scalar is { IsInteger: true }:
                return int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                    ? number
                    : Wrong(node, path, "a smaller number is needed", parameter.Range());
            case TypeCode.Int32:
                return Wrong(node, path, "a whole number is needed", parameter.Range());
            default:
                throw new InvalidOperationException($"{path} has the type {type}, which no experiment file can express.");
        }
    }

    private object? Wrong(Node node, string path, string needed, string allowed, bool hideAllowed = false)
    {
        string end = hideAllowed || allowed.Length == 0 ? "." : $"; {allowed}.";
        problems.Add(new Diagnostic(node.At, path, $"{needed}, found {node.Found}{end}"));
        return null;
    }

    private string KnownMessages() => _messages.Count == 0 ? "none" : string.Join(", ", _messages.Keys);

    private static string Child(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
