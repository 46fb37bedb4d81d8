using Experiments.Analysis;
using Experiments.Validation.Statistics;
using Experiments.Validation.Studies;
using Simulator.Ledgers;

namespace Experiments.Validation.Rows;

/// <summary>Profit against frequency, on which B3, B4 and V1 rest.</summary>
internal static class ProfitCurve
{
    internal const string Study = "frequency";

    /// <summary>The same with a new offer in every message; added after the first look, never counted.</summary>
    internal const string AllNewStudy = "frequency-all-new";

    /// <summary>Days of the year that is shown beside the whole three.</summary>
    internal const int YearDays = 360;

    /// <summary>The simulated frequencies, messages in 30 days.</summary>
    internal static IReadOnlyList<double> Frequencies { get; } = [1, 2, 3, 4, 5, 6, 8, 10, 15];

    /// <summary>Name of the policy with a frequency.</summary>
    internal static string Policy(double frequency) => $"{frequency} in 30 days";

    /// <summary>A quantity of the curve with its interval.</summary>
    /// <param name="results">The studies.</param>
    /// <param name="profit">Profit by replicate of a policy.</param>
    /// <param name="quantity">The quantity.</param>
    internal static Interval? Quantity(StudyResults results, Func<string, IReadOnlyList<double>> profit, Func<FrequencyCurve, double> quantity) => MeansBootstrap.Of(
        StudyResults.Together([.. Frequencies.Select(frequency => profit(Policy(frequency)))]),
        means => quantity(new FrequencyCurve(Frequencies, means)),
        results.Seed);

    /// <summary>Net value of the whole three years.</summary>
    internal static Func<string, IReadOnlyList<double>> Lifetime(StudyResults results) => policy => results.Of(Study, policy, Metric.NetValue);

    /// <summary>The same where every message brings a new offer.</summary>
    internal static Func<string, IReadOnlyList<double>> AllNew(StudyResults results) => policy => results.Of(AllNewStudy, policy, Metric.NetValue);

    /// <summary>Net value of the first year.</summary>
    internal static Func<string, IReadOnlyList<double>> FirstYear(StudyResults results) => policy => results.Of(Study, policy, Metric.NetValue, YearDays);

    /// <summary>Net value of three years beyond that of the silent twin.</summary>
    internal static Func<string, IReadOnlyList<double>> BeyondTwin(StudyResults results) =>
        policy => [.. results.Of(Study, policy, Metric.NetValue).Zip(results.Of(Study, "silent", Metric.NetValue), (value, silent) => value - silent)];

    /// <summary>Net value of three years and the value of the trust that is left.</summary>
    internal static Func<string, IReadOnlyList<double>> Equity(StudyResults results) =>
        policy => StudyResults.Sum(results.Of(Study, policy, Metric.NetValue), results.Of(Study, policy, Metric.ResidualValue));
}
