namespace Experiments.Notebooks.Running;

/// <summary>Where two texts differ, shortly.</summary>
internal static class TextDifference
{
    private const int LinesShown = 3;
    private const int LettersShown = 160;

    /// <summary>The first lines that differ, the saved ones after −, those of now after +; null when the texts are equal.</summary>
    internal static string? Of(string saved, string now)
    {
        (string[] old, string[] current) = (Split(saved), Split(now));
        if (old.SequenceEqual(current))
        {
            return null;
        }

        int first = 0;
        while (first < old.Length && first < current.Length && old[first] == current[first])
        {
            first++;
        }

        int end = 0;
        while (end < old.Length - first && end < current.Length - first && old[^(end + 1)] == current[^(end + 1)])
        {
            end++;
        }

        IEnumerable<string> lines = [.. Shown(old[first..^end], "- "), .. Shown(current[first..^end], "+ ")];
        return $"line {first + 1} differs.\n{string.Join('\n', lines.Select(line => "    " + line))}";
    }

    private static string[] Split(string text) => text.Replace("\r\n", "\n").TrimEnd('\n').Split('\n');

    private static IEnumerable<string> Shown(string[] lines, string mark)
    {
        IEnumerable<string> shown = lines.Take(LinesShown).Select(line => mark + (line.Length > LettersShown ? line[..LettersShown] + "…" : line));
        return lines.Length > LinesShown ? shown.Append($"{mark}… and {lines.Length - LinesShown} more lines") : shown;
    }
}
