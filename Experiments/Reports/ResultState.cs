namespace Experiments.Reports;

/// <summary>How far a result folder got.</summary>
internal enum ResultState
{
    /// <summary>It has a manifest, which is written last.</summary>
    Finished,

    /// <summary>It has no manifest: it is being run, or was interrupted.</summary>
    Unfinished,

    /// <summary>It has a manifest that cannot be read.</summary>
    Damaged,
}
