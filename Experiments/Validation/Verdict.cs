namespace Experiments.Validation;

/// <summary>What a comparison with a published figure came to.</summary>
internal enum Verdict
{
    /// <summary>The whole interval lies in the band.</summary>
    Inside,

    /// <summary>No part of the interval lies in the band.</summary>
    Outside,

    /// <summary>The interval reaches over an edge of the band, or there is none.</summary>
    CannotBeTold,

    /// <summary>The model has no part with which to compare.</summary>
    NotTestable,
}
