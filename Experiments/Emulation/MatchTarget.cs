using System.Globalization;
using Experiments.Analysis;
using Experiments.Analysis.Sweeps;
using Experiments.Config;
using Experiments.Store;
using Simulator.Ledgers;

namespace Experiments.Emulation;

/// <summary>What was observed of an outcome, and how exactly.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Low">Lower end of what was observed; −∞ where it is open.</param>
/// <param name="High">Upper end; the same as the lower for a single figure, ∞ where it is open.</param>
/// <param name="Deviation">Standard deviation of the error of the observation.</param>
internal sealed record MatchTarget(string Name, AnswerOutcome Outcome, double Low, double High, double Deviation)
{
    /// <summary>Word for all patterns of the case that are counted.</summary>
    internal const string Evidence = "evidence";

    /// <summary>Days after which the facts of the case are known: its sales, complaints and praise are those of one mailing, its followers those of a week.</summary>
    internal const int EvidenceDays = 8;

    private const string Form = "Write outcome=value±error, for example complaints=17±4, or the number of a pattern of the case, for example A1, or evidence for all of them.";

    /// <summary>
    /// I = |E − z|/√(V_emulator + V_observed + V_run): how many standard deviations lie between what is expected and what was observed, which is one run of
    /// reality (Craig, Goldstein, Seheult and Smith 1997, doi:10.1007/978-1-4612-2290-3_2; Vernon, Goldstein and Bower 2010, doi:10.1214/10-BA524).
    /// </summary>
    /// <param name="prediction">What the emulator expects.</param>
    /// <param name="runVariance">Variance of a single run around its expectation.</param>
    internal double Implausibility(Prediction prediction, double runVariance) =>
        Math.Max(0, Math.Max(Low - prediction.Mean, prediction.Mean - High)) / Math.Sqrt(prediction.Variance + (Deviation * Deviation) + runVariance);

    /// <summary>Reads targets as the command line gives them.</summary>
    /// <param name="text">A word of the option.</param>
    /// <param name="hasSilence">Whether the silent twin has runs.</param>
    /// <param name="audience">People following on day 0, from whom the change of followers is counted.</param>
    /// <exception cref="RefusedException">The text means nothing.</exception>
    internal static IReadOnlyList<MatchTarget> Read(string text, bool hasSilence, int audience)
    {
        EvidencePattern[] patterns = [.. EvidencePattern.All(0).Where(pattern => text == pattern.Id || (text == Evidence && !pattern.IsOtherReading))];
        if (patterns.Length > 0)
        {
            return [.. patterns.Select(pattern => Of(pattern, audience))];
        }

        string[] parts = text.Split('=', 2);
        string[] figures = parts.Length < 2 ? [] : parts[1].Split(["±", "+-"], StringSplitOptions.TrimEntries);
        if (figures.Length != 2 || !Number(figures[0], out double value) || !Number(figures[1], out double deviation) || !(deviation >= 0))
        {
            throw new RefusedException($"'{text}' is nothing to match. {Form}");
        }

        return MetricInfo.Find(parts[0]) is { } info
            ? [new MatchTarget(AnswerOutcome.Of(info.Metric, hasSilence).Label, AnswerOutcome.Of(info.Metric, hasSilence), value, value, deviation)]
            : throw new RefusedException($"There is no outcome '{parts[0]}'{NearestName.Hint(parts[0], [.. MetricInfo.All.Select(known => known.Name)])}");
    }

    /// <summary>Whether a text names patterns of the case rather than an outcome with its figure.</summary>
    internal static bool IsOfCase(string text) => text == Evidence || EvidencePattern.All(0).Any(pattern => text == pattern.Id);

    // Counts of the case grow with the number of followers. The luck of a run does too, by its root, and counts on its own.
    private static readonly Metric[] Counts = [Metric.Complaints, Metric.Praise, Metric.SalesDm];

    // The band of a pattern is taken for its 95% interval. An open band ("no dip") has no error of its own: its width is the luck of a run, which counts anyway.
    private static MatchTarget Of(EvidencePattern pattern, int audience)
    {
        var outcome = new AnswerOutcome(pattern.Outcome, IsDifference: false);
        double origin = pattern.Outcome == Metric.FollowersDay7 ? audience : 0;
        double scale = Counts.Contains(pattern.Outcome) ? audience / EvidencePattern.CaseMessages : 1;
        string name = $"{pattern.Id}, {pattern.Name}{(scale == 1 ? "" : $", scaled from {Wording.Number(EvidencePattern.CaseMessages)} to {Wording.Number(audience)} followers")}";
        if (pattern is { Low: { } low, High: { } high })
        {
            double middle = scale * (low + high) / 2;
            return new MatchTarget(name, outcome, middle, middle, scale * (high - low) / 2 / Prediction.Reach);
        }

        return new MatchTarget(name, outcome, origin + (scale * (pattern.Low ?? double.NegativeInfinity)), origin + (scale * (pattern.High ?? double.PositiveInfinity)), 0);
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
