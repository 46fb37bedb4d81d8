using Experiments.Running.Methods;

namespace Experiments.Cluster;

/// <summary>An evaluation and its place in what the method asked for.</summary>
/// <param name="Index">Place, from 0.</param>
/// <param name="Evaluation">What is asked for.</param>
internal sealed record NumberedEvaluation(int Index, Evaluation Evaluation);
