namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>How long the count hides a loss, as the model itself measures it: against the silent twin of the same run.</summary>
/// <param name="Days">Where single runs lie, of those in which the count ever shows it; null when it never does.</param>
/// <param name="Never">Share of runs in which the count never shows it, or 5% of the trust are never missing.</param>
internal sealed record DetectionLag(RunBand? Days, Interval? Never)
{
    /// <summary>Reads the lag off runs.</summary>
    /// <param name="lags">Days, NaN where there is no lag.</param>
    /// <param name="runs">An outcome that every run has.</param>
    internal static DetectionLag Of(ReplicateSample lags, ReplicateSample runs) =>
        new(RunBand.Of(lags.Sorted()), WilsonInterval.Of(runs.Count - lags.Count, runs.Count));
}
