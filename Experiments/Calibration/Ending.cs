namespace Experiments.Calibration;

/// <summary>Why a calibration ended.</summary>
internal static class Ending
{
    /// <summary>Every particle agrees with all evidence as far as the error models can tell.</summary>
    internal const string Within = "within the error models";

    /// <summary>Hardly any move was accepted any more.</summary>
    internal const string Stuck = "few moves accepted";

    /// <summary>The generations asked for are done.</summary>
    internal const string Generations = "generations done";
}
