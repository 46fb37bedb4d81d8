namespace Experiments.Analysis;

/// <summary>What a report says about the experiment itself.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Question">The question, as a reader would ask it; may be empty.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Replicates">Replicates asked for; the store may hold fewer.</param>
/// <param name="Case">Name of the policy that is the case; null when there is none.</param>
/// <param name="Horizon">Days simulated.</param>
/// <param name="AudienceSize">People following on day 0.</param>
/// <param name="Hash">Hash of the resolved experiment; its first eight digits are shown.</param>
internal sealed record ExperimentFacts(
    string Name, string Question, int Seed, int Replicates, string? Case, int Horizon, int AudienceSize, string Hash)
{
    /// <summary>The hash as result folders carry it.</summary>
    internal string ShortHash => Hash.Length > 8 ? Hash[..8] : Hash;
}
