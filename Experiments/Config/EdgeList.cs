using Simulator.WordOfMouth;

namespace Experiments.Config;

/// <summary>A follower graph read from an edge list.</summary>
/// <param name="Graph">The graph; null when there are problems.</param>
/// <param name="Sha256">SHA-256 of the file, in hexadecimal; empty when it cannot be read.</param>
/// <param name="Problems">Everything wrong with the file.</param>
internal sealed record EdgeList(FollowerGraph? Graph, string Sha256, IReadOnlyList<Diagnostic> Problems);
