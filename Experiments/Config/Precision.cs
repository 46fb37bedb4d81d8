using System.Globalization;
using Simulator.Ledgers;
using Simulator.Parameters;

namespace Experiments.Config;

/// <summary>A precision to reach: the 95% interval of an outcome's mean at a point is at most so wide.</summary>
internal sealed record Precision : ParameterSet
{
    /// <summary>The interval of the paired difference from the silent twin.</summary>
    internal const string Difference = "difference";

    /// <summary>The interval of the mean itself.</summary>
    internal const string Mean = "mean";

    /// <summary>Name of the outcome.</summary>
    [Parameter("name of the outcome, as in result files")]
    public required string Outcome { get; init; }

    /// <summary>Half of the interval: a number in the outcome's unit, or a percentage of the estimate.</summary>
    [Parameter("half of the 95% interval: a number in the outcome's unit, or a percentage of the estimate, for example 2%")]
    [NumberOrText]
    public required string HalfWidth { get; init; }

    /// <summary>What is estimated.</summary>
    [Parameter("difference (from the silent twin, paired) or mean")]
    public string Of { get; init; } = Difference;

    /// <summary>The outcome.</summary>
    internal Metric Metric => MetricInfo.Find(Outcome)!.Metric;

    /// <summary>Whether the width is a share of the estimate.</summary>
    internal bool IsRelative => HalfWidth.TrimEnd().EndsWith('%');

    /// <summary>The width: a share of the estimate, or in the outcome's unit.</summary>
    internal double Width => IsRelative ? Parse(HalfWidth.TrimEnd().TrimEnd('%')) / 100 : Parse(HalfWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        foreach (Problem problem in OutcomeNames.Problems(Outcome, Child(path, "outcome")))
        {
            yield return problem;
        }

        if (MetricInfo.Find(Outcome) is { } info && OutcomeNames.MayBeEmpty(info))
        {
            yield return new Problem(Child(path, "outcome"), $"'{Outcome}' is empty in runs where it cannot be computed, so no number of replicates makes it precise; choose another outcome.");
        }

        if (HalfWidth.Length > 0 && !(Width > 0 && double.IsFinite(Width)))
        {
            yield return new Problem(Child(path, "halfWidth"), $"'{HalfWidth}' is no width; give a number above 0 or a percentage such as 2%.");
        }

        if (Of is not (Difference or Mean))
        {
            yield return new Problem(Child(path, "of"), $"'{Of}' cannot be estimated; known: {Difference}, {Mean}.");
        }
    }

    private static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
