using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Messages;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>
/// The JSON Schema (draft-07) of an experiment file, made from the same attributes that check one.
/// Written by hand rather than with the exporter of .NET, which would have to be told about every range, name and reference anyway.
/// </summary>
internal static class ExperimentSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text.</summary>
    internal static string Text() => Schema().ToJsonString(Readable);

    private static JsonObject Schema()
    {
        JsonObject root = Group(new Experiment { Name = "" });

        // A file that inherits may leave out what its base has.
        root.Remove("required");
        JsonObject keys = root["properties"]!.AsObject();
        keys["name"]!["pattern"] = "^[A-Za-z0-9_-]{1,80}$";
        keys[FileKeys.Base] = Described(new JsonObject { ["type"] = "string" }, "another experiment file to inherit from, relative to this one");
        keys[FileKeys.Vary] = Vary(keys[FileKeys.Vary]!["description"]!.GetValue<string>());
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "Experiment" };
        foreach ((string key, JsonNode? value) in root.ToList())
        {
            root.Remove(key);
            schema[key] = value;
        }

        return schema;
    }

    private static JsonObject Group(object defaults)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (RecordKey key in RecordKey.Of(defaults.GetType()))
        {
            properties[key.Name] = Key(key, defaults);
            if (key.Required)
            {
                required.Add(key.Name);
            }
        }

        var group = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            group["required"] = required;
        }

        return group;
    }

    private static JsonObject Key(RecordKey key, object owner)
    {
        object? value = key.Property.GetValue(owner);
        JsonObject schema = key switch
        {
            { IsByName: true } => new JsonObject { ["type"] = "object", ["additionalProperties"] = Group(new Message()) },
            { ItemType: { } item } => new JsonObject { ["type"] = "array", ["items"] = Item(key, item, owner) },
            _ when key.Type == typeof(IReadOnlyDictionary<string, string>) => new JsonObject { ["type"] = "object" },
            _ when RecordKey.Shorthand(key.Type) is { } shorthand => new JsonObject
            {
                ["anyOf"] = new JsonArray(Single(shorthand.Type, shorthand.Parameter), Group(RecordKey.New(key.Type))),
            },
            _ when key.TakesNumbers => new JsonObject { ["type"] = new JsonArray("number", "string") },
            _ when key.Type.IsAssignableTo(typeof(ParameterSet)) && key.Type != typeof(Message) => Group(value ?? RecordKey.New(key.Type)),
            _ => Single(key.Type, key.Parameter),
        };
        if (key.Nullable)
        {
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        }

        JsonNode? standard = value switch
        {
            int number => number,
            double number => number,
            bool truth => truth,
            string text when !key.Required => text,
            _ => null,
        };
        if (standard is not null)
        {
            schema["default"] = standard;
        }

        return Described(schema, key.Parameter.Unit.Length == 0 ? key.Parameter.Meaning : $"{key.Parameter.Meaning} ({key.Parameter.Unit})");
    }

    private static JsonObject Item(RecordKey key, Type item, object owner) =>
        item.IsAssignableTo(typeof(ParameterSet)) && item != typeof(Message) ? Group(key.NewItem(owner)) : Single(item, key.Parameter);

    private static JsonObject Single(Type type, ParameterAttribute parameter)
    {
        string name = Type.GetTypeCode(type) switch
        {
            TypeCode.Double => "number",
            TypeCode.Int32 => "integer",
            TypeCode.Boolean => "boolean",
            _ => "string",
        };
        var schema = new JsonObject { ["type"] = name };
        if (double.IsFinite(parameter.From))
        {
            schema[parameter.Exclusive ? "exclusiveMinimum" : "minimum"] = parameter.From;
        }

        if (double.IsFinite(parameter.To))
        {
            schema[parameter.Exclusive ? "exclusiveMaximum" : "maximum"] = parameter.To;
        }

        return schema;
    }

    /// <summary>Factors by dotted path: a list of values, or a group with values or a range.</summary>
    private static JsonObject Vary(string description)
    {
        static JsonObject Number(string meaning) => Described(new JsonObject { ["type"] = "number" }, meaning);
        static JsonObject Any(string type, string meaning) => Described(new JsonObject { ["type"] = type }, meaning);
        var factor = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["values"] = Any("array", "the values to run"),
                ["with"] = Any("object", "other dotted paths that go along, each with a list of as many values"),
                ["from"] = Number("lower end of a range"),
                ["to"] = Number("upper end of a range"),
                ["steps"] = Any("integer", "values of the range in a grid, in a list or one at a time"),
                ["scale"] = new JsonObject { ["enum"] = new JsonArray("linear", "log") },
                ["label"] = Any("string", "name for readers"),
                ["say"] = Any("string", "a level in a sentence, for example \"every {} days\"; {} takes the value, {%} the value as a percentage"),
                ["when"] = Any("object", "another factor and the values of it at which this one is varied"),
            },
            ["additionalProperties"] = false,
        };
        var list = new JsonObject { ["type"] = "array", ["minItems"] = 1 };
        return Described(new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(list, factor) } }, description);
    }

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }
}
