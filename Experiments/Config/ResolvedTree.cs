using System.Globalization;
using Experiments.Config.Yaml;
using Simulator.Messages;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>Records as nodes again, with every parameter written out.</summary>
internal static class ResolvedTree
{
    private static readonly Place Nowhere = Place.Option("resolved");

    /// <summary>The group of keys a record is written as.</summary>
    internal static MappingNode Of(object record) => new(
        Nowhere,
        [
            .. RecordKey.Of(record.GetType())
                .Where(key => !key.IsLeftOut(record))
                .Select(key => new Entry(key.Name, Nowhere, Value(key.Property.GetValue(record), key.IsByName))),
        ]);

    private static Node Value(object? value, bool byName) => value switch
    {
        null => Plain("null"),
        bool truth => Plain(truth ? "true" : "false"),
        int number => Plain(number.ToString(CultureInfo.InvariantCulture)),
        double number => Plain(number.ToString("R", CultureInfo.InvariantCulture)),
        string text => Text(text),
        Message message => Text(message.Name),
        IEnumerable<Message> messages when byName =>
            new MappingNode(Nowhere, [.. messages.Select(message => new Entry(message.Name, Nowhere, Of(message)))]),
        ParameterSet group when RecordKey.Shorthand(group.GetType())?.Property.GetValue(group) is { } alone => Value(alone, false),
        ParameterSet group => Of(group),
        IReadOnlyDictionary<string, string> texts =>
            new MappingNode(Nowhere, [.. texts.Select(entry => new Entry(entry.Key, Nowhere, YamlReader.ReadValue(entry.Value, Nowhere, [])!))]),
        System.Collections.IEnumerable items => new ListNode(Nowhere, [.. items.Cast<object?>().Select(item => Value(item, false))]),
        _ => throw new ArgumentException($"{value.GetType()} has no place in an experiment file.", nameof(value)),
    };

    private static ScalarNode Plain(string text) => new(Nowhere, text, plain: true);

    private static ScalarNode Text(string text) => new(Nowhere, text, plain: false);
}
