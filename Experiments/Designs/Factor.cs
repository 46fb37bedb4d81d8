using System.Globalization;

namespace Experiments.Designs;

/// <summary>A lever or an uncertainty that an experiment varies: a parameter with its levels or its range.</summary>
internal sealed record Factor
{
    /// <summary>Levels of a range where a design needs some and the file names none. Chosen: enough to show a bend.</summary>
    internal const int UsualSteps = 5;

    /// <summary>Dotted path; also the column of results.</summary>
    public required string Path { get; init; }

    /// <summary>Name for readers, for example "days between messages".</summary>
    public required string Label { get; init; }

    /// <summary>How a level is called in sentences, for example "every {} days"; {} takes the value, {%} the value as a percentage. Empty: label = value.</summary>
    public string Say { get; init; } = "";

    /// <summary>Unit; empty for shares and texts.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The levels written in the file; empty for a range.</summary>
    public IReadOnlyList<Level> Listed { get; init; } = [];

    /// <summary>The range; null for listed levels.</summary>
    public FactorRange? Range { get; init; }

    /// <summary>Steps of a range wanted by the file; null means the design's choice.</summary>
    public int? Steps { get; init; }

    /// <summary>Where it is varied; null means everywhere.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether it is a dimension with order and distance.</summary>
    public bool IsNumeric => Range is not null || Listed.All(level => level.Number is not null);

    /// <summary>Whether it is drawn on a logarithmic axis: a logarithmic range.</summary>
    public bool IsLogarithmic => Range is { IsLogarithmic: true };

    /// <summary>All paths it sets: its own, then those that go along.</summary>
    public IReadOnlyList<string> Paths => [Path, .. Listed.SelectMany(level => level.With.Keys).Distinct()];

    /// <summary>Whether this is something a sender decides, rather than something about the world.</summary>
    public bool IsLever => Paths.All(path => !path.StartsWith("scenario.", StringComparison.Ordinal));

    /// <summary>A level in a sentence.</summary>
    /// <param name="text">The value, rounded for readers.</param>
    /// <param name="number">The value as a number; null for a text or a truth value.</param>
    internal string Phrase(string text, double? number) => Say.Length == 0
        ? $"{Label} = {(number is null ? $"“{text}”" : text)}"
        : (number == 1 ? Say.Replace("{} days", "{} day", StringComparison.Ordinal) : Say).Replace("{%}", number is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:G4}%") : text, StringComparison.Ordinal).Replace("{}", text, StringComparison.Ordinal);

    /// <summary>The levels: those written, or steps of the range.</summary>
    /// <param name="usual">Steps where the file names none.</param>
    internal IReadOnlyList<Level> Levels(int usual = UsualSteps) => Range is { } range ? range.Steps(Steps ?? usual) : Listed;

    /// <summary>The level at a position of the unit interval; listed levels get equal shares of it.</summary>
    /// <param name="position">0 inclusive to 1 exclusive.</param>
    internal Level At(double position) =>
        Range is { } range ? range.At(position) : Listed[(int)Math.Min(Listed.Count - 1, Math.Floor(position * Listed.Count))];
}
