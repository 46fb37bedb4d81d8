using System.Globalization;
using Experiments.Config;
using Experiments.Config.Yaml;
using Simulator.Engine;

namespace Experiments.Ensembles;

/// <summary>
/// The worlds of an ensemble at one point: replicate r lives in member r, counted round where there are more replicates than members. All policies of a
/// replicate and its silent twin share the member, so that comparisons stay matched.
/// </summary>
/// <param name="ensemble">The ensemble.</param>
/// <param name="written">The scenario of the point.</param>
/// <param name="own">Dotted paths that the point sets itself, by <c>vary</c> or <c>whatIf</c>: there its own value holds in every member.</param>
internal sealed class EnsembleWorlds(Ensemble ensemble, Scenario written, IReadOnlyCollection<string> own)
{
    private readonly (DottedPath Path, int Column)[] _set = [.. ensemble.Paths.Select((path, column) => (path, column)).Where(entry => !own.Contains(entry.path)).Select(entry => (DottedPath.Parse(entry.path)!, entry.column))];

    /// <summary>The ensemble.</summary>
    internal Ensemble Ensemble => ensemble;

    /// <summary>What determines the worlds besides the scenario as written: the members' values and the paths they set.</summary>
    internal string Address => $"{ensemble.Sha256} {string.Join(' ', _set.Select(entry => entry.Path))}";

    /// <summary>The scenario of a replicate.</summary>
    internal Scenario Of(int replicate)
    {
        IReadOnlyList<string> member = ensemble.Members[replicate % ensemble.Members.Count];
        object scenario = written with { Ensemble = null };
        foreach ((DottedPath path, int column) in _set)
        {
            scenario = With(scenario, path.Steps, 1, member[column]);
        }

        return (Scenario)scenario;
    }

    /// <summary>A copy of a record with the value at the end of a path set; far cheaper than binding a tree for every replicate.</summary>
    private static object With(object record, IReadOnlyList<PathStep> steps, int depth, string text)
    {
        RecordKey key = RecordKey.Of(record.GetType()).FirstOrDefault(key => key.Name == steps[depth].Key)
            ?? throw new InvalidDataException($"The ensemble sets '{DottedPath.Text(steps)}', which is no parameter of this model.");
        object copy = RecordKey.Copy(record);
        key.Property.SetValue(copy, depth == steps.Count - 1 ? Value(key, text) : With(key.Property.GetValue(record)!, steps, depth + 1, text));
        return copy;
    }

    private static object Value(RecordKey key, string text) => Type.GetTypeCode(key.Type) switch
    {
        TypeCode.Double => double.Parse(text, CultureInfo.InvariantCulture),
        TypeCode.Int32 => int.Parse(text, CultureInfo.InvariantCulture),
        TypeCode.Boolean => text is "true" or "1",
        _ => text,
    };
}
