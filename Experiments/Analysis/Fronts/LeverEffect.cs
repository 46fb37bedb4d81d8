using Experiments.Emulation;

namespace Experiments.Analysis.Fronts;

/// <summary>What an objective comes to along one lever, averaged over the others.</summary>
/// <param name="Lever">Number of the lever.</param>
/// <param name="Lowest">Where on the unit interval it is lowest, and what is expected there.</param>
/// <param name="Highest">The same where it is highest.</param>
internal sealed record LeverEffect(int Lever, (double Position, Prediction Expected) Lowest, (double Position, Prediction Expected) Highest)
{
    /// <summary>How far the lever moves the objective.</summary>
    internal double Size => Highest.Expected.Mean - Lowest.Expected.Mean;

    /// <summary>Whether its ends are told apart: their 95% intervals do not meet.</summary>
    internal bool IsTold => Highest.Expected.Interval(0).Low > Lowest.Expected.Interval(0).High;
}
