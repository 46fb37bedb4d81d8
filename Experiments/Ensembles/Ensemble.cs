using Experiments.Analysis;

namespace Experiments.Ensembles;

/// <summary>Parameter sets that agree with the evidence alike – which need not be well –, as a calibration left them.</summary>
/// <param name="Folder">Result folder of the calibration.</param>
/// <param name="Reading">Reading of the case.</param>
/// <param name="Paths">Dotted paths of the parameters, all of the scenario.</param>
/// <param name="Members">Values, as experiment files write them, in the order of the paths.</param>
/// <param name="Sha256">SHA-256 of all values, hexadecimal: what the hash of an experiment covers in place of the folder's name.</param>
/// <param name="Commit">Commit of the program that made it; null when unknown.</param>
internal sealed record Ensemble(
    string Folder, string Reading, IReadOnlyList<string> Paths, IReadOnlyList<IReadOnlyList<string>> Members, string Sha256, string? Commit)
{
    /// <summary>Below this share of runs that agree with all facts a reading of the case is not one that the model can bring about. Chosen, as in the calibration's report.</summary>
    internal const double LeastAgreement = 0.05;

    /// <summary>Share of its runs that agree with all facts of the case at once, as the calibration's report has it; null where the folder does not say what the facts were.</summary>
    public Interval? Agreeing { get; init; }
}
