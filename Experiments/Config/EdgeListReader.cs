using System.Globalization;
using System.Security.Cryptography;
using Experiments.Config.Yaml;
using Simulator.WordOfMouth;

namespace Experiments.Config;

/// <summary>
/// Reads edge lists: lines <c>viewer,speaker</c>, separated by a comma, a space or a tab; <c>#</c> begins a comment; the first line may be
/// a heading. People are numbered from 0. Keeps what it has read, since points share a graph. Safe for several threads.
/// </summary>
/// <param name="maximumEdges">Most edges: 8 bytes each while reading, 4 in the graph.</param>
internal sealed class EdgeListReader(int maximumEdges = 100_000_000)
{
    private const string Key = "scenario.wordOfMouth.network";
    private const int LongestLine = 32;
    private const int ProblemsToTell = 20;
    private static readonly char[] Separators = [',', ' ', '\t', ';'];
    private readonly Dictionary<(string Path, int People), EdgeList> _read = [];

    /// <summary>Reads a file, or hands out what was read before.</summary>
    /// <param name="path">The file.</param>
    /// <param name="people">Size of the audience.</param>
    /// <param name="at">Where the file is named.</param>
    internal EdgeList Read(string path, int people, Place at)
    {
        // Points are bound on several threads; the second waits for the first, rather than reading a large file twice.
        lock (_read)
        {
            if (!_read.TryGetValue((path, people), out EdgeList? list))
            {
                _read[(path, people)] = list = ReadFile(path, people, at);
            }

            return list;
        }
    }

    /// <summary>SHA-256 of a file that was read.</summary>
    internal string Sha256(string path) => _read.First(list => list.Key.Path == path).Value.Sha256;

    private EdgeList ReadFile(string path, int people, Place at)
    {
        if (!File.Exists(path))
        {
            return new EdgeList(null, "", [new Diagnostic(at, Key, $"there is no file '{path}'.")]);
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > LongestLine * (long)maximumEdges)
            {
                return new EdgeList(null, "", [new Diagnostic(at, Key, $"'{path}' is too big; at most {maximumEdges} edges.")]);
            }

            using var sha = SHA256.Create();
            using var hashed = new CryptoStream(stream, sha, CryptoStreamMode.Read);
            using var reader = new StreamReader(hashed);
            var problems = new List<Diagnostic>();
            List<(int, int)> edges = Edges(reader, path, people, problems);
            hashed.CopyTo(Stream.Null);
            return new EdgeList(problems.Count == 0 ? FollowerGraph.Of(people, edges) : null, Convert.ToHexStringLower(sha.Hash!), problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new EdgeList(null, "", [new Diagnostic(at, Key, $"'{path}' cannot be read: {exception.Message}")]);
        }
    }

    private List<(int Viewer, int Speaker)> Edges(StreamReader reader, string path, int people, List<Diagnostic> problems)
    {
        var edges = new List<(int, int)>();
        bool mayBeHeading = true;
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            ReadOnlySpan<char> content = text.AsSpan();
            content = (content.IndexOf('#') is >= 0 and int comment ? content[..comment] : content).Trim();
            if (content.Length == 0)
            {
                continue;
            }

            if (edges.Count == maximumEdges)
            {
                problems.Add(new Diagnostic(new Place(path, line, 1), Key, $"more than {maximumEdges} edges."));
                break;
            }

            if (Edge(content, out int viewer, out int speaker))
            {
                CheckPerson(viewer, people, path, line, problems);
                CheckPerson(speaker, people, path, line, problems);
                edges.Add((viewer, speaker));
            }
            else if (!(mayBeHeading && IsHeading(content)))
            {
                problems.Add(new Diagnostic(new Place(path, line, 1), Key, $"'{Shortened(content)}' is not an edge; write viewer,speaker as two whole numbers."));
            }

            mayBeHeading = false;
            if (problems.Count >= ProblemsToTell)
            {
                problems.Add(new Diagnostic(new Place(path, line, 1), Key, "the rest of the edge list was not checked."));
                break;
            }
        }

        return edges;
    }

    private static void CheckPerson(int person, int people, string path, int line, List<Diagnostic> problems)
    {
        if (person < 0 || person >= people)
        {
            problems.Add(new Diagnostic(new Place(path, line, 1), Key, $"there is no person {person}; the audience has {people}, numbered 0 to {people - 1}."));
        }
    }

    private static bool Edge(ReadOnlySpan<char> content, out int viewer, out int speaker)
    {
        viewer = speaker = 0;
        int end = content.IndexOfAny(Separators);
        return end > 0 && Number(content[..end], out viewer) && Number(content[end..].TrimStart(Separators), out speaker);
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool IsHeading(ReadOnlySpan<char> content) => char.IsLetter(content[0]) && content.IndexOfAny(Separators) > 0;

    private static string Shortened(ReadOnlySpan<char> content) => content.Length > 60 ? $"{content[..60]}…" : content.ToString();
}
