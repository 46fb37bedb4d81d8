namespace Experiments.Citing;

/// <summary>Whether a chart still shows what the results say.</summary>
internal enum Currency
{
    /// <summary>A result folder has the same chart of the same experiment, with the same numbers.</summary>
    Current,

    /// <summary>The experiment, or its numbers, are others now.</summary>
    Stale,

    /// <summary>None of the folders holds an experiment of that name, or the chart carries nothing that says which it is.</summary>
    Unknown,
}
