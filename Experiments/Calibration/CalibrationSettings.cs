using Simulator.Parameters;

namespace Experiments.Calibration;

/// <summary>What an experiment calibrates: the factors under <c>vary</c> are the priors, the evidence decides how much of them is left.</summary>
internal sealed record CalibrationSettings : ParameterSet
{
    /// <summary>Particles for each parameter below which a posterior would be guesswork. Chosen.</summary>
    internal const int LeastParticlesPerParameter = 4;

    /// <summary>Particles of each generation: the members of the ensemble.</summary>
    [Parameter("parameter sets of each generation; those of the last one are the ensemble", From = 20, To = 100_000)]
    public int Particles { get; init; } = 500;

    /// <summary>Most generations after the draws from the priors.</summary>
    [Parameter("most generations after the draws from the priors; each asks for a closer fit", From = 1, To = 50)]
    public int Generations { get; init; } = 10;

    /// <summary>Share of particles that survive.</summary>
    [Parameter("share of the parameter sets, those that fit best, that survive from one generation to the next", From = 0.1, To = 0.9)]
    public double Keep { get; init; } = 0.5;

    /// <summary>Most moves of a particle in a generation.</summary>
    [Parameter("most simulations of each parameter set in a generation", From = 1, To = 100)]
    public int Moves { get; init; } = 8;

    /// <summary>Share of accepted moves below which the calibration ends.</summary>
    [Parameter("share of accepted moves below which no further generation is tried", From = 0, To = 1)]
    public double LeastAcceptance { get; init; } = 0.02;

    /// <summary>The facts of the case.</summary>
    [Parameter("the facts of the case, each with its error model")]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Readings of the case where reports disagree; each is calibrated on its own. None means one reading.</summary>
    [Parameter("names of readings of the case where reports disagree; each is calibrated on its own")]
    public IReadOnlyList<string> Readings { get; init; } = [];

    /// <summary>The rival story that is tested along; null means none.</summary>
    [Parameter("a rival story that is tested along, with a prior probability of one half")]
    public NullHypothesis? Rival { get; init; }

    /// <summary>Known parameter sets that a recovery test draws from the priors and calibrates on; 0 calibrates on the evidence itself.</summary>
    [Parameter("recovery test: so many known parameter sets are drawn from the priors, simulated, and calibrated on their simulated facts; 0 = calibrate on the evidence", From = 0, To = 10_000)]
    public int Recover { get; init; }

    /// <summary>Name of the only reading where the file names none.</summary>
    internal const string OnlyReading = "case";

    /// <summary>The readings, at least one.</summary>
    internal IReadOnlyList<string> ReadingNames => Readings.Count == 0 ? [OnlyReading] : Readings;

    /// <summary>The evidence of a reading, in the order of the file.</summary>
    internal IReadOnlyList<Evidence> EvidenceOf(string reading) => [.. Evidence.Where(evidence => evidence.Reading.Length == 0 || evidence.Reading == reading)];

    /// <summary>Whether the rival story fixes a parameter, so that in its worlds the parameter's own value is idle.</summary>
    internal bool IsIdleUnderNull(Prior prior) => Rival is { } rival && rival.Set.Keys.Any(path => CalibrationChecks.Normal(path) == prior.Name);

    /// <summary>Sizes of the sampler.</summary>
    internal SequentialSettings Sizes => new(Particles, Generations, Keep, Moves, LeastAcceptance);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Contradictions(string path)
    {
        if (Evidence.Count == 0)
        {
            yield return new Problem(Child(path, "evidence"), "there is nothing to calibrate on; list the facts of the case, for example - {name: complaints, outcome: complaints, observed: 17, error: {model: heard, from: 0.3, to: 1}}.");
        }

        foreach (string twice in Evidence.GroupBy(evidence => evidence.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new Problem(Child(path, "evidence"), $"two pieces of evidence are called '{twice}'; give each a name of its own.");
        }

        for (int index = 0; index < Evidence.Count; index++)
        {
            if (Evidence[index].Reading is { Length: > 0 } reading && !Readings.Contains(reading))
            {
                yield return new Problem($"{Child(path, "evidence")}[{index}].reading", $"there is no reading '{reading}' under 'readings'; known: {(Readings.Count == 0 ? "none" : string.Join(", ", Readings))}.");
            }
        }

        if (Readings.Distinct().Count() < Readings.Count || Readings.Any(reading => reading.Length == 0 || reading.Contains('/') || reading.Contains('\\')))
        {
            yield return new Problem(Child(path, "readings"), "readings need different names without slashes: they name ensembles.");
        }
    }
}
