namespace Experiments.Calibration;

/// <summary>
/// Many tests at one level of error for all together (Holm 1979, Scandinavian Journal of Statistics 6:65): the smallest probability is held against α/m, the next
/// against α/(m − 1), and so on until one is too large.
/// </summary>
internal static class Holm
{
    /// <summary>Chance of at least one false alarm over all tests.</summary>
    internal const double FalseAlarm = 0.05;

    /// <summary>Which tests are rejected, in the order given.</summary>
    /// <param name="surprises">Probability of each test's result, or one more extreme, if there is nothing to find.</param>
    internal static bool[] Rejected(IReadOnlyList<double> surprises)
    {
        var rejected = new bool[surprises.Count];
        int[] order = [.. Enumerable.Range(0, surprises.Count).OrderBy(index => surprises[index])];
        for (int rank = 0; rank < order.Length && surprises[order[rank]] <= FalseAlarm / (order.Length - rank); rank++)
        {
            rejected[order[rank]] = true;
        }

        return rejected;
    }
}
