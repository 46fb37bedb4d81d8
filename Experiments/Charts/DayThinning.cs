namespace Experiments.Charts;

/// <summary>Fewer points than days: a line of a few hundred pixels cannot show more, and a report stays small.</summary>
internal static class DayThinning
{
    /// <summary>Days at the start that are all kept: what a message does shows there.</summary>
    private const int Beginning = 14;

    /// <summary>Points kept of the rest, about.</summary>
    private const int Rest = 110;

    /// <summary>Indices of the days to draw, the last one included.</summary>
    internal static int[] Kept(int days)
    {
        int step = Math.Max(1, (days - Beginning) / Rest);
        return [.. Enumerable.Range(0, days).Where(index => index < Beginning || (index - Beginning) % step == 0 || index == days - 1)];
    }
}
