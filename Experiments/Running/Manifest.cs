using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Experiments.Store;

namespace Experiments.Running;

/// <summary>What made a result folder, and what is in it. Written last: a folder that has one is complete.</summary>
internal sealed record Manifest
{
    /// <summary>Name of the file.</summary>
    internal const string FileName = "manifest.json";

    /// <summary>Largest file that is always hashed: it takes a fraction of a second. Chosen, not measured.</summary>
    private const long AlwaysHashedBytes = 64L << 20;

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The question, as a reader would ask it.</summary>
    public required string Question { get; init; }

    /// <summary>Hash of the resolved experiment.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Commit the program was built from; null when unknown.</summary>
    public required string? Commit { get; init; }

    /// <summary>Version of the SDK that built the program; null when unknown.</summary>
    public required string? Sdk { get; init; }

    /// <summary>Version of .NET the program ran on.</summary>
    public required string Runtime { get; init; }

    /// <summary>Operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Processor.</summary>
    public required string Processor { get; init; }

    /// <summary>Threads that ran, the last time if the run was interrupted and went on.</summary>
    public required int Threads { get; init; }

    /// <summary>Seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many replicates were wanted, in words.</summary>
    public required string Replication { get; init; }

    /// <summary>Replicates of the point and policy that has fewest.</summary>
    public required int LeastReplicates { get; init; }

    /// <summary>Replicates of the point and policy that has most.</summary>
    public required int Replicates { get; init; }

    /// <summary>Lower bound of the probability that the first of a ranking is the best; null without a ranking.</summary>
    public double? ProbabilityOfCorrectSelection { get; init; }

    /// <summary>Points.</summary>
    public required int Points { get; init; }

    /// <summary>Runs that finished.</summary>
    public required long Runs { get; init; }

    /// <summary>Runs that failed.</summary>
    public required long Failures { get; init; }

    /// <summary>When the first run started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the last run was summarised.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>SHA-256 of every other file of the folder, hexadecimal, by path with forward slashes.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Whether a folder has one.</summary>
    internal static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads the one of a folder.</summary>
    internal static Manifest Read(string folder) =>
        JsonSerializer.Deserialize<Manifest>(File.ReadAllText(Path.Combine(folder, FileName)), Format)
        ?? throw new InvalidDataException($"The {FileName} of {folder} is empty.");

    /// <summary>Describes a finished experiment.</summary>
    internal static Manifest Of(ExperimentPlan plan, string folder, int threads, FinishedStore store) => new()
    {
        Name = plan.Name,
        Question = plan.Question,
        Hash = plan.Hash,
        ToolVersion = Tool.Version,
        Commit = store.Meta.Commit,
        Sdk = Tool.Sdk,
        Runtime = Machine.Runtime,
        OperatingSystem = Machine.OperatingSystemName,
        Processor = Machine.Processor,
        Threads = threads,
        Seed = plan.Seed,
        Replication = plan.Replicates.InWords(),
        LeastReplicates = store.LeastReplicates(),
        Replicates = store.MostReplicates(),
        ProbabilityOfCorrectSelection = store.Meta.ProbabilityOfCorrectSelection,
        Points = plan.Points.Count,
        Runs = store.Runs(),
        Failures = store.Failures(),
        Started = store.Meta.StartedAt,
        Finished = store.Meta.FinishedAt ?? throw new InvalidOperationException("The experiment is not finished."),
        Files = Hashes(folder),
    };

    /// <summary>Hashes every file of a folder except the manifest and the lock.</summary>
    internal static IReadOnlyDictionary<string, string> Hashes(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name is not (FileName or FolderLock.FileName))
            {
                hashes[name] = HashOf(path);
            }
        }

        return hashes;
    }

    /// <summary>Files of a folder that are missing or are not what they were when this was written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="thoroughly">
    /// Whether every file is hashed. Otherwise a large one that was not written since the manifest was counts as unchanged: reading it
    /// would take longer than anything else that is done with a finished experiment.
    /// </param>
    internal IEnumerable<string> Changed(string folder, bool thoroughly)
    {
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, FileName));
        foreach ((string name, string hash) in Files)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            bool trusted = !thoroughly && file.Exists && file.Length > AlwaysHashedBytes && file.LastWriteTimeUtc <= written;
            if (!trusted && (!file.Exists || HashOf(file.FullName) != hash))
            {
                yield return name;
            }
        }
    }

    /// <summary>Writes it into a folder.</summary>
    internal void Write(string folder) => ResultFolder.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Format) + "\n");

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
