namespace Experiments.Validation;

/// <summary>What agreement with a row is worth.</summary>
internal enum Standing
{
    /// <summary>The model was set with this figure in view: agreement is no evidence.</summary>
    Calibrated,

    /// <summary>A pattern that the model should show; its parts were chosen with the pattern known.</summary>
    Pattern,

    /// <summary>Never tuned to.</summary>
    OutOfSample,
}
