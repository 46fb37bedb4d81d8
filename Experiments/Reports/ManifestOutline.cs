using System.Text.Json;
using Experiments.Running;

namespace Experiments.Reports;

/// <summary>
/// What the page of all results needs of a manifest, and no more: a manifest of an older program lacks what was added since,
/// and its results are still worth showing.
/// </summary>
internal sealed record ManifestOutline
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
    };

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The question; may be empty.</summary>
    public required string Question { get; init; }

    /// <summary>Hash of the resolved experiment.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Replicates of the point and policy that has fewest; null where all have the same number.</summary>
    public int? LeastReplicates { get; init; }

    /// <summary>Replicates of the point and policy that has most.</summary>
    public required int Replicates { get; init; }

    /// <summary>Points.</summary>
    public required int Points { get; init; }

    /// <summary>Runs that finished.</summary>
    public required long Runs { get; init; }

    /// <summary>Runs that failed.</summary>
    public required long Failures { get; init; }

    /// <summary>When the last run was summarised.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>SHA-256 of every other file of the folder, by path.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <returns>The outline; null when the file cannot be read.</returns>
    internal static ManifestOutline? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ManifestOutline>(File.ReadAllText(Path.Combine(folder, Manifest.FileName)), Format);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
