namespace Experiments.Calibration;

/// <summary>Why a calibration cannot go on, and what to change.</summary>
internal sealed class CalibrationException : Exception
{
    /// <summary>The reason.</summary>
    public CalibrationException(string message)
        : base(message)
    {
    }
}
