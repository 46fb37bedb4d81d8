namespace Experiments.Store;

/// <summary>What the store has to know about a point of an experiment.</summary>
/// <param name="Index">Number of the point, from 0.</param>
/// <param name="Name">Name in results.</param>
/// <param name="Set">Values of the paths that differ at some point, by dotted path.</param>
/// <param name="Days">Days of each run, at least 1.</param>
/// <param name="Policies">Names of the policies run there, in the order of the experiment.</param>
internal sealed record StoredPoint(
    int Index, string Name, IReadOnlyDictionary<string, string> Set, int Days, IReadOnlyList<string> Policies);
