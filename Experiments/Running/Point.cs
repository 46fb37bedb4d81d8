using Experiments.Ensembles;
using Simulator.Engine;
using Simulator.Policies;

namespace Experiments.Running;

/// <summary>One set of parameter values of an experiment: a world and the policies run in it.</summary>
/// <param name="Index">Number of the point, from 0; 0 is the experiment as written.</param>
/// <param name="Name">Name in results; "as written" for point 0.</param>
/// <param name="Set">Values that differ from point 0, by dotted path.</param>
/// <param name="Scenario">The world.</param>
/// <param name="Policies">The policies, the silent one first.</param>
internal sealed record Point(
    int Index, string Name, IReadOnlyDictionary<string, string> Set, Scenario Scenario, IReadOnlyList<Schedule> Policies)
{
    /// <summary>The value here of every path that differs at some point of the experiment, by dotted path: the columns of results.</summary>
    public IReadOnlyDictionary<string, string> Varied { get; init; } = Set;

    /// <summary>The worlds of replicates where an ensemble gives each its own parameters; null where all live in <see cref="Scenario"/>.</summary>
    public EnsembleWorlds? Worlds { get; init; }

    /// <summary>The world of a replicate, the same for all its policies and the silent twin.</summary>
    internal Scenario WorldOf(int replicate) => Worlds?.Of(replicate) ?? Scenario;
}
