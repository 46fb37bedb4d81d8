using Simulator.Parameters;

namespace Experiments.Optimisation;

/// <summary>A limit that the mean of an outcome has to keep.</summary>
internal sealed record OutcomeLimit : ParameterSet
{
    /// <summary>The outcome.</summary>
    [Parameter("name of the outcome; what goes on without messages is counted above silence")]
    public string Outcome { get; init; } = "";

    /// <summary>Most of it that is allowed.</summary>
    [Parameter("most of it that is allowed, as the mean over replicates")]
    public double? AtMost { get; init; }

    /// <summary>Least of it that is allowed.</summary>
    [Parameter("least of it that is allowed, as the mean over replicates")]
    public double? AtLeast { get; init; }

    /// <summary>How far a mean is beyond the limit, in units of the limit so that several can be summed: |x − limit|/max(|limit|, 1); 0 within it.</summary>
    internal double Violation(double mean) => Math.Max(Beyond(mean - AtMost, AtMost), Beyond(AtLeast - mean, AtLeast));

    private static double Beyond(double? excess, double? limit) => excess is { } over && over > 0 ? over / Math.Max(Math.Abs(limit!.Value), 1) : 0;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        foreach (Problem problem in ObjectiveSettings.Named(Outcome, Child(path, "outcome"), "limit"))
        {
            yield return problem;
        }

        if (AtMost is null && AtLeast is null)
        {
            yield return new Problem(path, "a limit needs 'atMost' or 'atLeast', for example {outcome: complaints, atMost: 100}.");
        }
        else if (AtLeast > AtMost)
        {
            yield return new Problem(path, $"nothing is at least {AtLeast} and at most {AtMost}; exchange the two, or drop one.");
        }
    }
}
