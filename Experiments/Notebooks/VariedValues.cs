using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;

namespace Experiments.Notebooks;

/// <summary>The values that set a point of an experiment apart, by dotted path. Where nothing is varied there are none.</summary>
public sealed class VariedValues
{
    private readonly IReadOnlyDictionary<string, string> _texts;

    internal VariedValues(IReadOnlyDictionary<string, string> texts) => _texts = texts;

    /// <summary>No values: nothing is varied.</summary>
    internal static VariedValues None { get; } = new(new Dictionary<string, string>());

    /// <summary>The dotted paths, in the order of the experiment.</summary>
    public IReadOnlyList<string> Paths => [.. _texts.Keys];

    /// <summary>The value of a path as the experiment writes it.</summary>
    /// <param name="path">A dotted path, or the end of one: "every" for "policies.weekly.sends[0].every".</param>
    /// <exception cref="NotebookException">No path or several paths end so.</exception>
    public string this[string path] => _texts[Find(path)];

    /// <summary>The value of a path as a number.</summary>
    /// <param name="path">A dotted path, or the end of one.</param>
    /// <exception cref="NotebookException">No path or several paths end so, or the value is no number.</exception>
    public double Number(string path) => double.TryParse(this[path], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number
        : throw new NotebookException($"The value of '{path}' is {Wording.Quote(this[path])}, which is no number; read it as a text.");

    /// <summary>Each path with its value: "path = value, …".</summary>
    public override string ToString() => string.Join(", ", _texts.Select(value => $"{LastName(value.Key)} = {value.Value}"));

    /// <summary>The last name of a path: what a reader recognises.</summary>
    internal static string LastName(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The one path that is this or ends so.</summary>
    /// <exception cref="NotebookException">There is none, or several.</exception>
    internal string Find(string path)
    {
        if (_texts.ContainsKey(path))
        {
            return path;
        }

        string[] ending = [.. _texts.Keys.Where(key => key.EndsWith("." + path, StringComparison.Ordinal))];
        return ending.Length switch
        {
            1 => ending[0],
            0 when _texts.Count == 0 => throw new NotebookException($"Nothing is varied here, so '{path}' has no value of its own."),
            0 => throw new NotebookException($"'{path}' is not varied here{NearestName.Hint(path, _texts.Keys.SelectMany(key => new[] { LastName(key), key }))}"),
            _ => throw new NotebookException($"'{path}' ends several paths: {Wording.List(ending)}. Write more of the one that is meant."),
        };
    }
}
