namespace Experiments.Analysis;

/// <summary>All policies in one world.</summary>
/// <param name="Index">0 is the experiment as written.</param>
/// <param name="Name">Name of the world.</param>
/// <param name="Policies">The policies that have runs, the silent one first.</param>
internal sealed record PointResults(int Index, string Name, IReadOnlyList<PolicyResults> Policies)
{
    /// <summary>The twin to whom nothing is sent; null when it has no runs.</summary>
    internal PolicyResults? Silent => Policies.FirstOrDefault(policy => policy.IsSilent);

    /// <summary>The policies that send something.</summary>
    internal IReadOnlyList<PolicyResults> Sending => [.. Policies.Where(policy => !policy.IsSilent)];

    /// <summary>A policy by name; null when it has no runs here.</summary>
    internal PolicyResults? Find(string? name) => Policies.FirstOrDefault(policy => policy.Name == name);
}
