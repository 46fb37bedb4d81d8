using Experiments.Analysis;
using Experiments.Analysis.Findings;

namespace Experiments.Calibration;

/// <summary>What a calibration says, in sentences: whether the model fits, what the case informs, what it leaves open, and what it says about the null.</summary>
internal static class CalibrationFindings
{
    internal const string Fit = "fit";
    internal const string Informed = "informed";
    internal const string Open = "open";
    internal const string Null = "null";
    internal const string Readings = "readings";

    /// <summary>Shift of a mean, as a share of the prior's range, below which readings do not count as different. Chosen: some of many intervals are apart by chance.</summary>
    private const double LeastShift = 0.15;

    /// <summary>Parameters told of each reading; the table has all.</summary>
    private const int Listed = 4;

    internal static Answer Of(CalibrationResults results) => new([.. new[] { OfNull(results), OfInformed(results), OfOpen(results), OfFit(results), OfReadings(results) }.OfType<Finding>()]);

    private static Finding OfFit(CalibrationResults results)
    {
        int count = results.Readings[0].Facts.Count;
        ReadingResults[] fitting = [.. results.Readings.Where(reading => reading.Fits)];
        ReadingResults[] others = [.. results.Readings.Except(fitting)];
        string not = others.Any(reading => reading.IsUnfinished) ? "not yet" : "not";
        string all = $"all {Words(count)} facts";
        string title = others.Length == 0
            ? $"The model brings {all} together{(results.HasReadings ? " under each reading" : "")}"
            : fitting.Length == 0
                ? $"The model does {not} bring {all} together within these ranges"
                : $"The model brings {all} together under {Wording.Quoted(fitting.Select(reading => reading.Name))}, {not} under {Wording.Quoted(others.Select(reading => reading.Name))}";
        string text = string.Join(" ", results.Readings.Select((reading, index) =>
        {
            FactPrediction worst = reading.Facts.MinBy(fact => fact.Agreeing.Mean)!;
            string agree = $"{Share(reading.AllAgree, index == 0)} of single runs of the calibrated parameter sets agree with {all} at once, against {Share(reading.AllAgreeBefore)} of sets drawn from the ranges";
            return $"{(results.HasReadings ? $"Read as {Wording.Quote(reading.Name)}, " : "")}{agree}; hardest to meet is {worst.Evidence.Name}, met by {Wording.Percent(worst.Agreeing.Mean)}{(worst.OutOfReach.Length > 0 ? $", which these ranges make nearly impossible: {worst.OutOfReach}" : "")}.";
        }));
        return new Finding(Fit, title, $"{title}. {text}");
    }

    private static Finding OfInformed(CalibrationResults results)
    {
        IReadOnlyList<ReadingResults> believed = results.Believed;
        string[] counts = [.. believed.Select(reading => $"{reading.Informed.Count}").Distinct()];
        string title = $"The case informs {string.Join(" or ", counts)} of {believed[0].Parameters.Count} parameters; the rest stays what was put in";
        string text = string.Join(" ", believed.Select(reading => reading.Informed.Count == 0
            ? $"Nothing is informed{As(results, reading)}."
            : $"The middle 90% of the most informed{As(results, reading)}, with those put in: {string.Join("; ", reading.Informed.Take(Listed).Select(parameter => $"{parameter.Prior.Label} {parameter.Middle} ({parameter.Prior.Middle})"))}."));
        return new Finding(Informed, title, $"{title}. {text}{(believed[0].Fits ? "" : " No reading is met, so this is where the facts pull, not what is true.")}");
    }

    private static string As(CalibrationResults results, ReadingResults reading) => results.HasReadings ? $", read as {Wording.Quote(reading.Name)}" : "";

    private static Finding? OfOpen(CalibrationResults results)
    {
        IReadOnlyList<ReadingResults> believed = results.Believed;
        string[] labels = [.. believed[0].NotInformed.Where(parameter => believed.All(reading => reading.NotInformed.Any(other => other.Prior.Name == parameter.Prior.Name))).Select(parameter => parameter.Prior.Label)];
        if (labels.Length == 0)
        {
            return null;
        }

        string title = $"About {Wording.Count(labels.Length, "parameter", "parameters")} the case says nothing that chance would not";
        return new Finding(Open, title, $"{title}: {Wording.List(labels)}. Whatever is concluded about them comes from the ranges put in, not from the case.");
    }

    private static Finding? OfNull(CalibrationResults results)
    {
        if (results.Settings.Rival is not { } nothing || results.Readings.Any(reading => reading.Odds is null))
        {
            return null;
        }

        string rival = Wording.Quote(nothing.Name);
        ReadingResults[] fitting = [.. results.Readings.Where(reading => reading.Fits)];
        string text = string.Join(" ", results.Readings.Select(reading => (reading.Fits, results.HasReadings) switch
        {
            (false, true) => $"Hardly any parameter set read as {Wording.Quote(reading.Name)} agrees with all facts, so its odds say nothing.",
            (false, false) => "Hardly any parameter set agrees with all facts, so the odds say nothing.",
            _ => $"{(results.HasReadings ? $"Read as {Wording.Quote(reading.Name)}, the" : "The")} odds of {rival} are {Wording.Mean(reading.Odds!.Value)} to 1 (interval of the calculation {Wording.Bounds(reading.Odds.Value)}), a probability of {Wording.Glance(reading.NullShare!.Value, percent: true)}.",
        }));
        (string title, string meaning) = NullTitle(fitting, rival);
        return new Finding(Null, title, $"{title}. {text}{meaning}");
    }

    /// <summary>Title and meaning of the odds, from readings that fit and, if they speak at all, from those alone whose interval excludes 1.</summary>
    private static (string Title, string Meaning) NullTitle(ReadingResults[] fitting, string rival)
    {
        const double Worth = 3;
        ReadingResults[] speaking = [.. fitting.Where(reading => reading.Odds!.Value.SideOf(1) != 0)];
        if (fitting.Length == 0)
        {
            return ($"Nothing can be said about {rival}: the model does not meet the facts", "");
        }

        if (speaking.Length == 0)
        {
            string hold = fitting.Length == 1 ? "the interval holds 1" : "the intervals hold 1";
            return ($"The case cannot tell whether {rival} is true", $" They were 1 to 1 before the facts were looked at, and {hold}: the facts fit both stories.");
        }

        const string Caution = " They were 1 to 1 before the facts were looked at; odds below 3 to 1 either way, from a handful of summary figures, are hardly worth mentioning.";
        bool isFor = speaking[0].Odds!.Value.Mean > 1;
        if (speaking.Any(reading => reading.Odds!.Value.Mean > 1 != isFor))
        {
            return ($"Readings disagree about {rival}", Caution);
        }

        bool isWeak = speaking.All(reading => Math.Max(reading.Odds!.Value.Mean, 1 / reading.Odds.Value.Mean) < Worth);
        string where = speaking.Length < fitting.Length ? $", read as {Wording.Quoted(speaking.Select(reading => reading.Name))}" : "";
        return ($"The case speaks {(isWeak ? "weakly " : "")}{(isFor ? "for" : "against")} {rival}{where}", Caution);
    }

    private static Finding? OfReadings(CalibrationResults results)
    {
        if (!results.HasReadings)
        {
            return null;
        }

        (ReadingResults one, ReadingResults other) = (results.Readings[0], results.Readings[^1]);
        var moved = one.Parameters
            .Select(parameter => (First: parameter, Second: other.Parameters.FirstOrDefault(twin => twin.Prior.Name == parameter.Prior.Name)))
            .Where(pair => pair.Second is not null && Math.Abs(pair.First.Mean.Mean - pair.Second.Mean.Mean) >= LeastShift && (pair.First.Mean.Low > pair.Second.Mean.High || pair.First.Mean.High < pair.Second.Mean.Low))
            .OrderByDescending(pair => Math.Abs(pair.First.Mean.Mean - pair.Second!.Mean.Mean))
            .ToList();
        string verb = one.Fits && other.Fits ? "asks for" : "pulls towards";
        string title = moved.Count == 0
            ? $"It hardly matters whether the report is read as {Wording.Quote(one.Name)} or as {Wording.Quote(other.Name)}"
            : $"Read as {Wording.Quote(other.Name)} instead of {Wording.Quote(one.Name)}, the case {verb} another {moved[0].First.Prior.Label}";
        string text = string.Join("; ", moved.Take(Listed).Select(pair => $"{pair.First.Prior.Label} {pair.First.Middle} and {pair.Second!.Middle}"));
        string unmet = Wording.List([.. new[] { one, other }.Where(reading => !reading.Fits).Select(reading => Wording.Quote(reading.Name))]);
        string caution = unmet.Length > 0 ? $" Under {unmet} the facts are not met, so these are directions, not estimates." : "";
        return new Finding(Readings, title, moved.Count == 0
            ? $"{title}: no parameter has different intervals.{caution}"
            : $"{title}. Middle 90% of those that differ most, read as {Wording.Quote(one.Name)} and as {Wording.Quote(other.Name)}: {text}.{caution}");
    }

    private static string Share(Interval share, bool isFirst = false) => $"{Wording.Glance(share, percent: true)} ({(isFirst ? "95% interval " : "")}{Wording.GlanceBounds(share, percent: true)})";

    private static string Words(int count) => count switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", _ => Wording.Number(count) };
}
