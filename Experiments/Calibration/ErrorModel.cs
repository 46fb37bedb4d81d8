using Simulator.Parameters;

namespace Experiments.Calibration;

/// <summary>How far an observation may be from what happened. Without it a figure of the case cannot be held against a simulation.</summary>
internal sealed record ErrorModel : ParameterSet
{
    /// <summary>A count of which the observer heard, or reported, only an unknown share: observed ~ Binomial(happened, share), share uniform on a range.</summary>
    internal const string Heard = "heard";

    /// <summary>A vague word: anything inside an interval agrees.</summary>
    internal const string Interval = "interval";

    /// <summary>A share of so many answers; the simulated poll has its own sampling error already.</summary>
    internal const string Poll = "poll";

    /// <summary>A number with a normal error.</summary>
    internal const string Normal = "normal";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = [Heard, Interval, Poll, Normal];

    /// <summary>Kind of error.</summary>
    [Parameter("heard (an unknown share of a count), interval (a vague word), poll (a share of so many answers) or normal")]
    public string Model { get; init; } = "";

    /// <summary>Lower end of the interval, or of the share that was heard.</summary>
    [Parameter("lower end of the interval, or of the share that was heard")]
    public double? From { get; init; }

    /// <summary>Upper end of the interval, or of the share that was heard.</summary>
    [Parameter("upper end of the interval, or of the share that was heard")]
    public double? To { get; init; }

    /// <summary>Standard deviation of the error; of an interval, how fast agreement ends outside of it.</summary>
    [Parameter("standard deviation of the error (of natural logarithms on a log scale); of an interval with both ends a quarter of its width unless given", From = 0, Exclusive = true)]
    public double? Sd { get; init; }

    /// <summary>Answers of the poll.</summary>
    [Parameter("answers of the poll", From = 1)]
    public int? Of { get; init; }

    /// <summary>linear or log.</summary>
    [Parameter("linear, or log where ratios count")]
    public string Scale { get; init; } = "linear";

    /// <summary>Whether ratios count.</summary>
    internal bool IsLogarithmic => Scale == "log";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (!Kinds.Contains(Model))
        {
            yield return new Problem(Child(path, "model"), Model.Length == 0
                ? $"name an error model: {string.Join(", ", Kinds)}."
                : $"there is no error model '{Model}'; known: {string.Join(", ", Kinds)}.");
        }

        if (Scale is not ("linear" or "log"))
        {
            yield return new Problem(Child(path, "scale"), $"a scale is linear or log, not '{Scale}'.");
        }

        if (From >= To)
        {
            yield return new Problem(path, "the interval is empty; 'from' must be below 'to'.");
        }

        foreach (string missing in Missing())
        {
            yield return new Problem(path, missing);
        }
    }

    private IEnumerable<string> Missing()
    {
        switch (Model)
        {
            case Heard when From is not > 0 || To is not <= 1:
                yield return "the share that was heard needs 'from' above 0 and 'to' of at most 1, for example {model: heard, from: 0.3, to: 1}.";
                break;
            case Interval when From is null && To is null:
                yield return "an interval needs 'from', 'to' or both, for example {model: interval, from: 200, to: 900, scale: log}.";
                break;
            case Interval when (From is null || To is null) && Sd is null:
                yield return "an interval with one end needs 'sd': how far beyond that end a simulation still half agrees.";
                break;
            case Interval when IsLogarithmic && (From <= 0 || To <= 0):
                yield return "a logarithmic interval cannot reach 0; use the linear scale.";
                break;
            case Poll when Of is null:
                yield return "a poll needs the number of its answers, for example {model: poll, of: 65}.";
                break;
            case Normal when Sd is null:
                yield return "a normal error needs its standard deviation, for example {model: normal, sd: 20}.";
                break;
        }
    }
}
