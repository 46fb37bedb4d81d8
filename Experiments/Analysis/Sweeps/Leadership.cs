namespace Experiments.Analysis.Sweeps;

/// <summary>Who leads when: the choice whose mean is best so far, day by day.</summary>
/// <param name="Cells">The choices compared, in their order.</param>
/// <param name="Means">Their means at the end of each day.</param>
/// <param name="Reigns">From which day on (index) each leader leads, in time; reigns shorter than the shortest that counts are left out.</param>
internal sealed record Leadership(IReadOnlyList<SweepCell> Cells, IReadOnlyList<double[]> Means, IReadOnlyList<(int From, int Cell)> Reigns)
{
    /// <summary>A lead of fewer days is no lead. Chosen.</summary>
    private const int ShortestReign = 3;

    /// <summary>Nor is one shorter than this share of the days before it: means that follow single mailings cross to and fro. Chosen.</summary>
    private const double ShortestShare = 0.2;

    /// <summary>Works out the leaders from the courses; null when fewer than two choices have one, or they differ in length.</summary>
    internal static Leadership? Of(SweepResults results)
    {
        IReadOnlyDictionary<(int Point, string Policy), double[]> courses = results.Courses.Means;
        SweepChoice[] choices = [.. results.Choices.Where(choice => choice.Members.All(cell => courses.ContainsKey((cell.Point.Index, cell.Policy))))];
        double[][][] members = [.. choices.Select(choice => choice.Members.Select(cell => courses[(cell.Point.Index, cell.Policy)]).ToArray())];
        if (choices.Length < 2 || members.SelectMany(courses => courses).DistinctBy(course => course.Length).Count() > 1)
        {
            return null;
        }

        int days = members[0][0].Length;
        double[][] means = [.. members.Select(courses => Enumerable.Range(0, days).Select(day => courses.Average(course => course[day])).ToArray())];
        return new Leadership([.. choices.Select(choice => choice.Cell)], means, Reign(means, days, results.Main.Sign));
    }

    private static List<(int From, int Cell)> Reign(double[][] means, int days, int sign)
    {
        var reigns = new List<(int From, int Cell)>();
        for (int day = 0; day < days;)
        {
            int leader = LeaderOn(day);
            int end = day + 1;
            while (end < days && LeaderOn(end) == leader)
            {
                end++;
            }

            if ((end - day >= Math.Max(ShortestReign, ShortestShare * day) || end == days) && (reigns.Count == 0 || reigns[^1].Cell != leader))
            {
                reigns.Add((day, leader));
            }

            day = end;
        }

        return reigns;

        int LeaderOn(int day) => Enumerable.Range(0, means.Length).MaxBy(cell => sign * means[cell][day]);
    }
}
