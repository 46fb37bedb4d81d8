namespace Experiments.Analysis;

/// <summary>What a report says about the ensemble of an experiment.</summary>
/// <param name="Name">Name of the result folder of the calibration.</param>
/// <param name="Reading">Reading of the case.</param>
/// <param name="Members">Parameter sets in it.</param>
internal sealed record EnsembleFacts(string Name, string Reading, int Members)
{
    /// <summary>Share of its runs that agree with all facts of the case; null where that is not known.</summary>
    public Interval? Agreeing { get; init; }

    /// <summary>Dotted paths of the parameters.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether its members may be called sets that agree with the case.</summary>
    internal bool Agrees => Agreeing is not { Mean: < Ensembles.Ensemble.LeastAgreement };

    /// <summary>What its members are, in a sentence: sets that agree with the case, or the nearest that were found.</summary>
    internal string Kind => Agrees ? "that agree with the case" : "that a calibration left, although they hardly agree with the case";
}
