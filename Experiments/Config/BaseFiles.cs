using System.Text;
using Experiments.Config.Yaml;

namespace Experiments.Config;

/// <summary>Reads a file and those it inherits from by <c>base: other.yaml</c>, and lays each over its base.</summary>
internal static class BaseFiles
{
    /// <summary>Largest file read; the longest experiment anybody wrote by hand is far below it.</summary>
    internal const int MaximumBytes = 4 << 20;

    /// <summary>The merged tree, or null when a file cannot be read or is not a group of keys.</summary>
    internal static MappingNode? Read(string path, List<Diagnostic> problems) => Read(path, [], null, problems);

    /// <summary>The same from a text rather than a file; bases are looked for from the current folder.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static MappingNode? ReadText(string text, string name, List<Diagnostic> problems) => Merge(text, name, [], problems);

    private static MappingNode? Read(string path, List<string> chain, ScalarNode? from, List<Diagnostic> problems)
    {
        Place at = from?.At ?? Place.Option(path);
        string full = Path.GetFullPath(path);
        chain = [.. chain, full];
        if (chain.IndexOf(full) < chain.Count - 1)
        {
            string circle = string.Join(" → ", chain.Skip(chain.IndexOf(full)).Select(Path.GetFileName));
            problems.Add(new Diagnostic(at, FileKeys.Base, $"the files inherit from each other in a circle: {circle}."));
            return null;
        }

        if (Text(full, path, out string reason) is not { } text)
        {
            problems.Add(new Diagnostic(at, from is null ? "" : FileKeys.Base, reason));
            return null;
        }

        return Merge(text, path, chain, problems);
    }

    private static MappingNode? Merge(string text, string path, List<string> chain, List<Diagnostic> problems)
    {
        if (YamlReader.Read(text, path, problems) is not { } node)
        {
            return null;
        }

        if (node is not MappingNode root)
        {
            problems.Add(node is ScalarNode { IsNull: true }
                ? new Diagnostic(new Place(path, 1, 1), "", "the file is empty; an experiment needs a name and policies.")
                : new Diagnostic(node.At, "", $"an experiment is a group of keys, such as 'name: cadence'; found {node.Found}."));
            return null;
        }

        return Inherit(root, path, chain, problems);
    }

    private static MappingNode? Inherit(MappingNode root, string path, List<string> chain, List<Diagnostic> problems)
    {
        Node? key = root[FileKeys.Base];
        root = root.Without(FileKeys.Base);
        switch (key)
        {
            case null:
                return root;
            case ScalarNode { IsText: true } name:
                string other = Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text);
                return Read(other, chain, name, problems) is { } inherited ? inherited.Under(root) : null;
            default:
                problems.Add(new Diagnostic(key.At, FileKeys.Base, $"the name of a file is needed, found {key.Found}."));
                return root;
        }
    }

    private static string? Text(string full, string path, out string reason)
    {
        reason = "";
        try
        {
            if (Directory.Exists(full))
            {
                reason = $"'{path}' is a folder; name the file in it.";
                return null;
            }

            if (!File.Exists(full))
            {
                string folder = Path.GetDirectoryName(full)!;
                string[] there = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file))] : [];
                string near = NearestName.Of(Path.GetFileNameWithoutExtension(full), there) is { } name ? $"; did you mean '{name}.yaml'?" : ".";
                reason = $"there is no file '{path}'{near}";
                return null;
            }

            using FileStream stream = File.OpenRead(full);
            var bytes = new byte[MaximumBytes + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaximumBytes)
            {
                reason = $"'{path}' is larger than {MaximumBytes >> 20} MB; this is not an experiment file.";
                return null;
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            reason = $"'{path}' is not text in UTF-8.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = $"'{path}' cannot be read: {exception.Message}";
        }

        return null;
    }
}
