using Experiments.Config;
using Simulator.Ledgers;
using Simulator.Parameters;

namespace Experiments.Calibration;

/// <summary>One fact of the case: an outcome of the model, what was observed of it, and how wrong the observation may be.</summary>
internal sealed record Evidence : ParameterSet
{
    /// <summary>Name in results.</summary>
    [Parameter("name in results, for example complaints")]
    public string Name { get; init; } = "";

    /// <summary>The outcome of the model.</summary>
    [Parameter("the outcome of the model that it is about")]
    public string Outcome { get; init; } = "";

    /// <summary>Whether the outcome is measured from the number of followers at the start.</summary>
    [Parameter("whether the outcome is a change from the number of followers at the start")]
    public bool Change { get; init; }

    /// <summary>What was observed.</summary>
    [Parameter("what was observed: a count, of a poll the negative answers, or a number; an interval needs none")]
    public double? Observed { get; init; }

    /// <summary>How wrong the observation may be.</summary>
    [Parameter("how wrong the observation may be")]
    public ErrorModel? Error { get; init; }

    /// <summary>The reading of the case it belongs to; empty means all.</summary>
    [Parameter("the reading of the case it belongs to; empty = all readings")]
    public string Reading { get; init; } = "";

    /// <summary>The outcome.</summary>
    internal Metric Metric => MetricInfo.Find(Outcome)!.Metric;

    /// <summary>Whether an unknown share of it was heard: one more parameter.</summary>
    internal bool IsHeard => Error?.Model == ErrorModel.Heard;

    /// <summary>The observation as a target of the calibration.</summary>
    internal Target Target => new(
        Name, Error!.Model, Error.Model == ErrorModel.Poll ? Observed!.Value / Error.Of!.Value : Observed ?? double.NaN, Error.From, Error.To, Spread, Error.IsLogarithmic);

    private double Spread => Error switch
    {
        { Model: ErrorModel.Poll, Of: { } answers } => answers,
        { Sd: { } given } => given,
        { Model: ErrorModel.Interval, From: { } low, To: { } high, IsLogarithmic: true } => Math.Log(high / low) / 4,
        { Model: ErrorModel.Interval, From: { } low, To: { } high } => (high - low) / 4,
        _ => 1,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Name.Length == 0)
        {
            yield return new Problem(Child(path, "name"), "give the evidence a name, for example complaints.");
        }

        if (Outcome.Length == 0)
        {
            yield return new Problem(Child(path, "outcome"), "name the outcome of the model that this evidence is about, for example complaints.");
        }

        foreach (Problem problem in OutcomeNames.Problems(Outcome, Child(path, "outcome")))
        {
            yield return problem;
        }

        if (Error is null)
        {
            yield return new Problem(
                path, $"the evidence '{Name}' has no error model: say how wrong the observation may be, for example error: {{model: interval, from: 200, to: 900, scale: log}} or error: {{model: poll, of: 65}}.");
        }
        else if (Error.Model != ErrorModel.Interval && Observed is null)
        {
            yield return new Problem(Child(path, "observed"), $"the evidence '{Name}' needs what was observed.");
        }
        else if (Error is { Model: ErrorModel.Poll, Of: { } answers } && (Observed < 0 || Observed > answers))
        {
            yield return new Problem(Child(path, "observed"), $"of {answers} answers 0 to {answers} can be negative.");
        }
    }
}
