using Experiments.Analysis.Findings;

namespace Experiments.Analysis.Sweeps.Inquiries;

/// <summary>What does it prove that the number of followers did not dip?</summary>
internal static class PowerFinding
{
    internal const string Id = "power";

    /// <summary>Power up to which the count is said to do hardly better than a false alarm. Chosen.</summary>
    private const double Hardly = 0.1;

    /// <summary>One finding a policy, that of the case first; none when the power cannot be computed.</summary>
    internal static IEnumerable<Finding?> Of(SweepResults results)
    {
        if (PowerInquiry.Of(results) is not { } inquiry)
        {
            yield break;
        }

        string subject = results.Subject;
        foreach (string policy in results.Policies.OrderBy(policy => policy != subject))
        {
            string[] parts = [policy == subject ? Rule(inquiry) : "", Course(inquiry, policy), policy == subject ? Audiences(inquiry, policy) : "", Lag(inquiry, policy)];
            string text = string.Join(" ", parts.Where(part => part.Length > 0));
            yield return policy == subject
                ? new Finding(Id, Title(inquiry, policy), text)
                : new Finding($"{Id}-{policy}", $"{Wording.Quote(policy)}: {Lower(Shown(inquiry, policy))}", text);
        }
    }

    private static string Title(PowerInquiry inquiry, string policy) =>
        Worst(inquiry, policy)[0].Detected.Mean <= Hardly ? $"No dip proves little: {Lower(Shown(inquiry, policy))}" : Shown(inquiry, policy);

    private static string Shown(PowerInquiry inquiry, string policy)
    {
        PowerCell[] worst = Worst(inquiry, policy);
        (PowerCell first, PowerCell last) = (worst[0], worst[^1]);
        string Lost(PowerCell cell) => cell.Missing is { } missing ? $"a loss of {Wording.Glance(missing, percent: true)} of the trust capital" : "the largest loss";
        string later = worst.Length > 1 ? $"; after {Span.Of(last.Days)}, {Lost(last)} in {Wording.Percent(last.Detected.Mean)}" : "";
        return $"After {Span.Of(first.Days)} the count shows {Lost(first)} in {Wording.Percent(first.Detected.Mean)} of runs, with 5% false alarms{later}";
    }

    private static string Rule(PowerInquiry inquiry) =>
        $"A sender who sees the number of followers and nothing else may take alarm when it is lower than in 95% of the same worlds with {inquiry.Contrast.Said(inquiry.Contrast.Lowest)}: in one such world in twenty, where nothing is lost, the alarm is then false.";

    private static string Course(PowerInquiry inquiry, string policy)
    {
        PowerCell[] worst = Worst(inquiry, policy);
        string steps = string.Join("; ", worst.Select(cell => $"after {Span.Of(cell.Days)} {Missing(cell)}in {Wording.PercentEstimate(cell.Detected)} of runs{Comment(cell)}"));
        return $"How often the count shows the largest loss tried, {Contrast.LevelOf(inquiry.Contrast.Highest)}, of {Wording.Quote(policy)}: {steps}. {Enough(inquiry, policy, worst)}";
    }

    private static string Missing(PowerCell cell)
    {
        string silence = cell.MissingAgainstSilence is { Mean: > 0 } other ? $" ({Wording.Glance(other, percent: true)} against silence)" : "";
        return cell.Missing is { } missing ? $"with {Wording.Glance(missing, percent: true)} of the trust capital missing because of it{silence}, " : "";
    }

    private static string Comment(PowerCell cell) => cell.Detected.SideOf(CountPower.Alarm) == 0 ? ", not told from false alarms" : "";

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

    // The model's own lag starts when trust is 5% short of silence; losses that stay smaller have none.
    private static string Lag(PowerInquiry inquiry, string policy) => inquiry.Lags[policy] is { Days: { } band, Never: { } never }
        ? $"In {Wording.PercentEstimate(never.Times(-1).Plus(1))} of runs the trust falls 5% below that of the silent twin and the count falls visibly short of the twin’s, {(band.Median < 0.5 ? "on the same day" : Wording.Count(Math.Round(band.Median), "day", "days") + " later")} in the middle run ({Wording.Number(Math.Round(band.Low))} to {Wording.Number(Math.Round(band.High))} days in the middle 90%); but nobody has that twin to compare with."
        : "";

    private static string Audiences(PowerInquiry inquiry, string policy) => Worst(inquiry, policy)[0] is { AudiencesNeeded: > 1 and { } times, Shortfall: { } shortfall } first
        ? $"After {Span.Of(first.Days)} the count is short by {Wording.Estimate(shortfall)} of its own standard deviations; for 80% power about {Rounded(times)} times as many people would have to follow."
        : "";

    private static string Rounded(double number) => Wording.Glance(new Interval(number, number * 0.9, number * 1.1, 1));

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static PowerCell[] Worst(PowerInquiry inquiry, string policy) => [.. inquiry.Cells.Where(cell => cell.Policy == policy && cell.Point == inquiry.Contrast.Highest)];
}
