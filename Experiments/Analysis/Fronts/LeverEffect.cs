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

    /// <summary>The least and the most it may be by the 95% intervals of its ends; careful, since both ends have to err for it.</summary>
    internal (double Least, double Most) SizeBounds =>
        (Highest.Expected.Interval(0).Low!.Value - Lowest.Expected.Interval(0).High!.Value, Highest.Expected.Interval(0).High!.Value - Lowest.Expected.Interval(0).Low!.Value);

    /// <summary>Whether it surely moves the objective further than another lever.</summary>
    internal bool Leads(LeverEffect other) => SizeBounds.Least > other.SizeBounds.Most;

    /// <summary>Whether its ends are told apart: their 95% intervals do not meet.</summary>
    internal bool IsTold => Highest.Expected.Interval(0).Low > Lowest.Expected.Interval(0).High;
}
