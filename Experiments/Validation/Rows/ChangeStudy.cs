using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>Two arms that are the same until day 180 and differ in frequency from then on: what V3, V4 and V5 rest on.</summary>
internal static class ChangeStudy
{
    /// <summary>Day from which the arms differ.</summary>
    internal const int ChangeDay = 180;

    /// <summary>Days of a month here.</summary>
    internal const int MonthDays = 30;

    /// <summary>Months after which the study ends.</summary>
    internal const int LastMonth = 24;

    /// <summary>Numbers of days after which the arms are read: two weeks after the change, then every month.</summary>
    internal static IReadOnlyList<int> Days { get; } = [ChangeDay + 14, .. Enumerable.Range(1, LastMonth).Select(month => ChangeDay + (month * MonthDays))];

    /// <summary>The same as months since the change.</summary>
    internal static IReadOnlyList<double> Months { get; } = [.. Days.Select(day => (day - ChangeDay) / (double)MonthDays)];

    /// <summary>Net value of one arm minus that of the other since the change: one row a replicate, one column a reading.</summary>
    internal static double[][] Differences(StudyResults results, string study, string changed, string unchanged) => StudyResults.Together(
        [.. Days.Select(day => (IReadOnlyList<double>)[.. results.Of(study, changed, Metric.NetValue, day).Zip(results.Of(study, unchanged, Metric.NetValue, day), (one, other) => one - other)])]);

    /// <summary>When the sum of what was gained turns.</summary>
    /// <param name="results">The studies.</param>
    /// <param name="study">Name of the study.</param>
    /// <param name="changed">The arm that changes.</param>
    /// <param name="unchanged">The arm that does not.</param>
    /// <param name="from">1 for a gain at first, −1 for a loss at first.</param>
    internal static Interval? TurnOfSum(StudyResults results, string study, string changed, string unchanged, int from) =>
        MeansBootstrap.Of(Differences(results, study, changed, unchanged), means => Crossing.Of(Months, means, from), results.Seed);

    /// <summary>When what is gained in the current period turns: at the middle of the period.</summary>
    internal static Interval? TurnOfPeriod(StudyResults results, string study, string changed, string unchanged, int from) =>
        MeansBootstrap.Of(Differences(results, study, changed, unchanged), means => Crossing.Of(Middles, Periods(means), from), results.Seed);

    /// <summary>What was gained two weeks after the change, as a share of what the unchanged arm earned in them.</summary>
    internal static Interval? AtTwoWeeks(StudyResults results, string study, string changed, string unchanged)
    {
        IReadOnlyList<double> Earned(string policy) => [.. results.Of(study, policy, Metric.NetValue, Days[0]).Zip(results.Of(study, policy, Metric.NetValue, ChangeDay), (after, before) => after - before)];
        return RatioInterval.Of([.. StudyResults.Together(Earned(changed), Earned(unchanged)).Select(row => (row[0] - row[1], row[1]))]);
    }

    /// <summary>What was gained a year after the change, as a share of what the unchanged arm earned in it.</summary>
    internal static Interval? AtOneYear(StudyResults results, string study, string changed, string unchanged)
    {
        int day = ChangeDay + (12 * MonthDays);
        IReadOnlyList<double> Earned(string policy) => [.. results.Of(study, policy, Metric.NetValue, day).Zip(results.Of(study, policy, Metric.NetValue, ChangeDay), (after, before) => after - before)];
        return RatioInterval.Of([.. StudyResults.Together(Earned(changed), Earned(unchanged)).Select(row => (row[0] - row[1], row[1]))]);
    }

    /// <summary>What an arm earns in a month, on average from the change to the end.</summary>
    internal static double MonthlyEarnings(StudyResults results, string study, string policy) =>
        StudyResults.Together(results.Of(study, policy, Metric.NetValue, Days[^1]), results.Of(study, policy, Metric.NetValue, ChangeDay)).Select(row => (row[0] - row[1]) / LastMonth).DefaultIfEmpty(double.NaN).Average();

    private static IReadOnlyList<double> Middles { get; } = [.. Months.Select((month, index) => index == 0 ? month / 2 : (Months[index - 1] + month) / 2)];

    private static double[] Periods(double[] sums) => [.. sums.Select((sum, index) => index == 0 ? sum : sum - sums[index - 1])];
}
