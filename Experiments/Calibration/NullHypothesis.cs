using Simulator.Parameters;

namespace Experiments.Calibration;

/// <summary>A rival story in which some varied parameters have fixed values; it has a prior probability of one half.</summary>
internal sealed record NullHypothesis : ParameterSet
{
    /// <summary>What it says, for example "no trust is lost".</summary>
    [Parameter("what it says, for example: no trust is lost")]
    public string Name { get; init; } = "";

    /// <summary>The fixed values, by dotted path; every path is also under <c>vary</c>.</summary>
    [Parameter("dotted paths and the values they have if it is true, for example scenario.trust.loss: 0")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Name.Length == 0 || Set.Count == 0)
        {
            yield return new Problem(path, "a null hypothesis needs a 'name' and, under 'set', what is fixed if it is true, for example {name: no trust is lost, set: {scenario.trust.loss: 0}}.");
        }
    }
}
