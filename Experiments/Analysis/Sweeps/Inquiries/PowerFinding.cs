using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>What does it prove that the number of followers did not dip?</summary>
internal static class PowerFinding
{
    internal const string Id = "power";

    /// <summary>Power up to which the count is said to do hardly better than a false alarm. Chosen.</summary>
    private const double Hardly = 0.1;

    /// <summary>The finding; null when the power cannot be computed.</summary>
    internal static Finding? Of(SweepResults results)
    {
        if (PowerInquiry.Of(results) is not { } inquiry)
        {
            return null;
        }

        string subject = results.Subject;
        IEnumerable<string> others = results.Policies.Where(policy => policy != subject);
        string[] parts = [Rule(inquiry, subject), .. others.Select(policy => Course(inquiry, policy)), Lags(inquiry, subject), Audiences(inquiry, subject)];
        return new Finding(Id, Title(inquiry, subject), string.Join(" ", parts.Where(part => part.Length > 0)));
    }

    private static string Title(PowerInquiry inquiry, string policy)
    {
        PowerCell[] worst = Worst(inquiry, policy);
        (PowerCell first, PowerCell last) = (worst[0], worst[^1]);
        string lost = first.Missing is { } missing ? $"a loss of {Wording.Glance(missing, percent: true)} of the trust capital" : "the largest loss";
        string later = worst.Length > 1 ? $"; after {Span.Of(last.Days)}, in {Wording.Percent(last.Detected.Mean)}" : "";
        bool hardly = first.Detected.Mean <= Hardly;
        return hardly
            ? $"No dip proves little: after {Span.Of(first.Days)} the count shows {lost} in {Wording.Percent(first.Detected.Mean)} of runs, with 5% false alarms{later}"
            : $"After {Span.Of(first.Days)} the count shows {lost} in {Wording.Percent(first.Detected.Mean)} of runs, with 5% false alarms{later}";
    }

    private static string Rule(PowerInquiry inquiry, string policy) =>
        $"A sender who sees the number of followers and nothing else may take alarm when it is lower than in 95% of worlds that differ only in {inquiry.Contrast.Factor.Label} {Contrast.LevelOf(inquiry.Contrast.Lowest)}; 5% of the alarms are then false. {Course(inquiry, policy)}";

    private static string Course(PowerInquiry inquiry, string policy)
    {
        PowerCell[] worst = Worst(inquiry, policy);
        string steps = string.Join("; ", worst.Select(cell => $"after {Span.Of(cell.Days)} {Missing(cell)}the count shows it in {Wording.PercentEstimate(cell.Detected)} of runs{Comment(cell)}"));
        return $"{Wording.Quote(policy)} with the largest loss, {Contrast.LevelOf(inquiry.Contrast.Highest)}: {steps}. {Enough(inquiry, policy, worst)}";
    }

    private static string Missing(PowerCell cell)
    {
        string silence = cell.MissingAgainstSilence is { } other ? $" ({Wording.Glance(other, percent: true)} against silence)" : "";
        return cell.Missing is { } missing ? $"{Wording.PercentEstimate(missing)} of the trust capital are missing because of it{silence} and " : "";
    }

    private static string Comment(PowerCell cell) => cell.Detected.SideOf(CountPower.Alarm) == 0 ? ", no more often than a false alarm as far as these runs tell" : "";

    private static string Enough(PowerInquiry inquiry, string policy, PowerCell[] worst)
    {
        (int Days, PowerCell? Cell)[] smallest = [.. worst.Select(cell => (cell.Days, inquiry.Smallest(policy, cell.Days)))];
        string[] never = [.. smallest.Where(entry => entry.Cell is null).Select(entry => Span.Of(entry.Days))];
        if (never.Length == smallest.Length)
        {
            return "None of the losses tried is shown in 80% of runs at any of these times.";
        }

        IEnumerable<string> found = smallest.Where(entry => entry.Cell is not null).Select(entry =>
            $"{Contrast.LevelOf(entry.Cell!.Point)} after {Span.Of(entry.Days)}{(entry.Cell.Missing is { } missing ? $" ({Wording.Glance(missing, percent: true)} of the trust capital)" : "")}");
        string rest = never.Length == 0 ? "" : $"; none after {Wording.List(never)}";
        return $"The smallest level tried that is shown in 80% of runs: {string.Join(", ", found)}{rest}.";
    }

    private static string Lags(PowerInquiry inquiry, string policy)
    {
        DetectionLag lag = inquiry.Lags[policy];
        if (lag.Never is not { } never)
        {
            return "";
        }

        string days = lag.Days is { } band
            ? $"it takes {Wording.Number(Math.Round(band.Median))} days in the middle run ({Wording.Number(Math.Round(band.Low))} to {Wording.Number(Math.Round(band.High))} in the middle 90%) from 5% of trust missing until it shows"
            : "it never shows";
        string rest = never.Mean > 0 && lag.Days is not null ? $", and in {Wording.PercentEstimate(never)} of runs it never does" : "";
        return $"Even for one who could compare the count with that of the same audience left alone, {days}{rest}.";
    }

    private static string Audiences(PowerInquiry inquiry, string policy) => Worst(inquiry, policy)[0] is { AudiencesNeeded: > 1 and { } times } first
        ? $"For 80% power after {Span.Of(first.Days)} about {Wording.Number(Math.Round(times))} times as many people would have to follow, since the mean shortfall is {Wording.Estimate(first.Shortfall!.Value)} standard deviations of the count."
        : "";

    private static PowerCell[] Worst(PowerInquiry inquiry, string policy) => [.. inquiry.Cells.Where(cell => cell.Policy == policy && cell.Point == inquiry.Contrast.Highest)];
}
