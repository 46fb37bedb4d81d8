namespace Experiments.Validation.Statistics;

/// <summary>When a difference that starts on one side of zero first reaches the other.</summary>
internal static class Crossing
{
    /// <summary>The first time, on the straight line between two readings; 0 where the first reading is already there; the last time where it never is.</summary>
    /// <param name="times">Times of the readings, ascending.</param>
    /// <param name="differences">The difference at each.</param>
    /// <param name="from">Side on which it should start: 1 for a gain at first, −1 for a loss at first.</param>
    internal static double Of(IReadOnlyList<double> times, IReadOnlyList<double> differences, int from)
    {
        if (differences[0] * from <= 0)
        {
            return 0;
        }

        for (int index = 1; index < times.Count; index++)
        {
            (double before, double after) = (differences[index - 1] * from, differences[index] * from);
            if (after <= 0)
            {
                return times[index - 1] + ((times[index] - times[index - 1]) * before / (before - after));
            }
        }

        return times[^1];
    }
}
