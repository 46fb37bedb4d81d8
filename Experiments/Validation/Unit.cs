namespace Experiments.Validation;

/// <summary>What a measured value is written in.</summary>
internal enum Unit
{
    /// <summary>Things or people.</summary>
    Count,

    /// <summary>A share, as a percentage.</summary>
    Share,

    /// <summary>How many times.</summary>
    Ratio,

    /// <summary>Months of 30 days; at the end of the study it means later, or never.</summary>
    Months,
}
