namespace Experiments.Running.Methods;

/// <summary>What a method asks of the model once: a replicate of all policies at one set of values.</summary>
/// <param name="Set">Values that differ from the experiment as written, by dotted path, as an experiment file writes them.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Replicate">Number of the replicate.</param>
internal sealed record Evaluation(IReadOnlyDictionary<string, string> Set, ulong Seed, int Replicate);
