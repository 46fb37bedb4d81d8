using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>A key of a group in an experiment file: one property of a record with what its attributes say about it.</summary>
/// <param name="Name">The key, in camelCase.</param>
/// <param name="Property">The property.</param>
/// <param name="Parameter">Meaning, unit and range.</param>
/// <param name="Type">Type of the value; for nullable numbers the number.</param>
/// <param name="Nullable">Whether nothing is a value.</param>
/// <param name="Required">Whether the key must be given.</param>
internal sealed record RecordKey(string Name, PropertyInfo Property, ParameterAttribute Parameter, Type Type, bool Nullable, bool Required)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<RecordKey>> Known = new();

    /// <summary>Type of the items when the value is a list, else null.</summary>
    internal Type? ItemType => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Type.GetGenericArguments()[0] : null;

    /// <summary>Whether the list is written as a group of named items.</summary>
    internal bool IsByName => Property.IsDefined(typeof(ByNameAttribute));

    /// <summary>Whether a text may be written as a number.</summary>
    internal bool TakesNumbers => Property.IsDefined(typeof(NumberOrTextAttribute));

    /// <summary>Whether a resolved file leaves the key of a record out.</summary>
    internal bool IsLeftOut(object record) =>
        Property.IsDefined(typeof(OnlyWhenGivenAttribute)) && Equals(Property.GetValue(record), Property.GetValue(New(record.GetType())));

    /// <summary>The method of the owner that makes a new item, or null.</summary>
    internal string? Prototype => Property.GetCustomAttribute<PrototypeAttribute>()?.Method;

    /// <summary>The keys of a record, in the order in which it declares them.</summary>
    internal static IReadOnlyList<RecordKey> Of(Type record) => Known.GetOrAdd(record, type =>
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.IsDefined(typeof(ParameterAttribute)))
                .Select(property => Of(property, nullability)),
        ];
    });

    /// <summary>The key that a single value in place of the group stands for; null when there is none.</summary>
    internal static RecordKey? Shorthand(Type record) =>
        record.GetCustomAttribute<ShorthandAttribute>() is { } shorthand ? Of(record).First(key => key.Property.Name == shorthand.Property) : null;

    /// <summary>A new record with all defaults; what is required is left out.</summary>
    internal static object New(Type record) => Activator.CreateInstance(record)!;

    /// <summary>A copy of a record, so that setting its properties leaves the original, which others may share, as it is.</summary>
    /// <remarks>Calls the method behind <c>with</c>; the language offers no other way to copy a record of unknown type.</remarks>
    internal static object Copy(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    /// <summary>A new item of this list.</summary>
    internal object NewItem(object owner) => Prototype is { } method
        ? owner.GetType().GetMethod(method)!.Invoke(owner, null)!
        : New(ItemType!);

    private static RecordKey Of(PropertyInfo property, NullabilityInfoContext nullability)
    {
        Type? underlying = System.Nullable.GetUnderlyingType(property.PropertyType);
        bool nullable = underlying is not null || nullability.Create(property).ReadState == NullabilityState.Nullable;
        return new RecordKey(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            property,
            property.GetCustomAttribute<ParameterAttribute>()!,
            underlying ?? property.PropertyType,
            nullable,
            property.IsDefined(typeof(RequiredMemberAttribute)));
    }
}
