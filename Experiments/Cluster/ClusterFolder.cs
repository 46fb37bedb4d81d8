using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Experiments.Config;
using Experiments.Running;
using Experiments.Store;

namespace Experiments.Cluster;

/// <summary>
/// The folder beside a result folder in which an experiment is worked on by many processes on many machines: <c>results/name-hash.cluster/</c>. Nothing in it
/// is ever written by two processes: every file comes from one and is moved into place whole, so no lock has to work over a network file system.
/// </summary>
/// <remarks>
/// <c>experiment.yaml</c> the experiment, <c>submission.json</c> how it was submitted, <c>round-001.json</c> work to be done, <c>round-001/</c> its shards as
/// they come, <c>merged/</c> results so far between two rounds, <c>tasks/</c> what each task says of itself, <c>logs/</c> what it printed.
/// </remarks>
internal sealed class ClusterFolder
{
    private const string Suffix = ".cluster";
    private const string SubmissionName = "submission.json";
    private const string RoundPrefix = "round-";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Readable = new(Format) { WriteIndented = true };

    private ClusterFolder(string path) => FullPath = path;

    /// <summary>The folder.</summary>
    internal string FullPath { get; }

    /// <summary>The result folder that comes of it.</summary>
    internal string Result => FullPath[..^Suffix.Length];

    /// <summary>The experiment, resolved.</summary>
    internal string Experiment => Path.Combine(FullPath, ResultFolder.ExperimentName);

    /// <summary>Results so far, between two rounds.</summary>
    internal string Merged => Path.Combine(FullPath, "merged");

    /// <summary>What tasks print.</summary>
    internal string Logs => Path.Combine(FullPath, "logs");

    /// <summary>What tasks say of themselves.</summary>
    internal string Tasks => Path.Combine(FullPath, "tasks");

    /// <summary>The folder beside a result folder; it need not be there.</summary>
    /// <param name="result">The result folder, or the folder beside it.</param>
    internal static ClusterFolder Beside(string result)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(result));
        return new ClusterFolder(path.EndsWith(Suffix, StringComparison.Ordinal) ? path : path + Suffix);
    }

    /// <summary>The folder that somebody names.</summary>
    /// <param name="path">The result folder, or the folder beside it.</param>
    /// <exception cref="RefusedException">Nothing was submitted there.</exception>
    internal static ClusterFolder Open(string path)
    {
        ClusterFolder folder = Beside(path);
        return File.Exists(folder.Experiment)
            ? folder
            : throw new RefusedException($"Nothing was submitted into {folder.Result}: there is no {folder.FullPath}. Is it on a file system that this machine sees?");
    }

    /// <summary>Makes the folder and writes the experiment into it, unless it is there.</summary>
    /// <exception cref="RefusedException">It holds another experiment, or cannot be made.</exception>
    internal void Prepare(ExperimentPlan plan)
    {
        try
        {
            Directory.CreateDirectory(Logs);
            Directory.CreateDirectory(Tasks);
            if (!File.Exists(Experiment))
            {
                Write(Experiment, plan.ResolvedYaml);
            }
            else if (File.ReadAllText(Experiment) != plan.ResolvedYaml)
            {
                throw new RefusedException($"{FullPath} holds another experiment. Choose another folder with --out, or move that one away.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{FullPath} cannot be written ({error.Message}). Choose another folder with --out.", error);
        }
    }

    /// <summary>The experiment, ready to be run.</summary>
    /// <exception cref="RefusedException">It cannot be read on this machine.</exception>
    internal ExperimentPlan Plan()
    {
        ExperimentReading reading = ExperimentFile.Read(Experiment, []);
        return reading.Experiment is { } experiment
            ? ExperimentPlan.Of(reading, experiment)
            : throw new RefusedException($"{Experiment} cannot be read: {reading.Problems[0]}");
    }

    /// <summary>How it was submitted; null where shards are run by hand.</summary>
    internal Submission? Submission() => Read<Submission>(Path.Combine(FullPath, SubmissionName));

    /// <summary>Notes how it was submitted.</summary>
    internal void Write(Submission submission) => Write(Path.Combine(FullPath, SubmissionName), JsonSerializer.Serialize(submission, Readable) + "\n");

    /// <summary>All rounds, the first one first.</summary>
    internal IReadOnlyList<Round> Rounds() =>
    [
        .. Directory.EnumerateFiles(FullPath, RoundPrefix + "*.json").Order(StringComparer.Ordinal).Select(path => Read<Round>(path)!),
    ];

    /// <summary>The round that is being worked on; null before the first.</summary>
    /// <param name="known">A round that was read before: it is not read again if it is still the last.</param>
    internal Round? LastRound(Round? known = null)
    {
        string? path = Directory.EnumerateFiles(FullPath, RoundPrefix + "*.json").Order(StringComparer.Ordinal).LastOrDefault();
        return path is null ? null
            : known is not null && Path.GetFileNameWithoutExtension(path) == Name(known.Number) ? known
            : Read<Round>(path);
    }

    /// <summary>Writes a round, unless another process was quicker.</summary>
    /// <returns>Whether this process has written it.</returns>
    internal bool TryWrite(Round round)
    {
        Directory.CreateDirectory(ShardsOf(round.Number));
        return Write(PathOf(round.Number), JsonSerializer.Serialize(round, Format), overwrite: false);
    }

    /// <summary>Takes a round back that nobody works on.</summary>
    internal void TakeBack(Round round)
    {
        File.Delete(PathOf(round.Number));
        try
        {
            Directory.Delete(ShardsOf(round.Number), recursive: true);
        }
        catch (IOException)
        {
            // A task that was withdrawn may be writing there; shards without a round are never looked at.
        }
    }

    /// <summary>Where the shards of a round come.</summary>
    internal string ShardsOf(int round) => Path.Combine(FullPath, Name(round));

    /// <summary>The shard files of a round that are there, whole or in part.</summary>
    internal IReadOnlyList<string> ShardFiles(int round) =>
        Directory.Exists(ShardsOf(round)) ? [.. Directory.EnumerateFiles(ShardsOf(round), "*" + ShardFile.Extension).Order(StringComparer.Ordinal)] : [];

    /// <summary>Writes a file of this folder that is there as a whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it is to hold.</param>
    /// <param name="overwrite">Whether it may be there already.</param>
    /// <returns>Whether it was written; false only where it was there and may not be.</returns>
    internal static bool Write(string path, string text, bool overwrite = true)
    {
        // A name of its own: on two machines two processes may write the same file.
        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (var file = new StreamWriter(new FileStream(partial, FileMode.CreateNew, FileAccess.Write)))
            {
                file.Write(text);
                file.Flush();
                ((FileStream)file.BaseStream).Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite);
            return true;
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes a record into this folder.</summary>
    internal static void WriteJson<T>(string path, T value) => Write(path, JsonSerializer.Serialize(value, Readable) + "\n");

    /// <summary>Reads a record; null where there is no file.</summary>
    internal static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Format) : null;
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{path} is damaged ({error.Message}). Move {Path.GetDirectoryName(path)} away and submit again.", error);
        }
    }

    private string PathOf(int round) => Path.Combine(FullPath, Name(round) + ".json");

    private static string Name(int round) => RoundPrefix + round.ToString("000", CultureInfo.InvariantCulture);
}
