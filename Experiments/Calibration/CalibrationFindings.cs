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

    /// <summary>Share of runs below which the model does not bring the facts together. Chosen.</summary>
    private const double LeastAgreement = 0.05;

    /// <summary>Shift of a mean, as a share of the prior's range, below which readings do not count as different. Chosen: some of many intervals are apart by chance.</summary>
    private const double LeastShift = 0.15;

    /// <summary>Names listed before the rest is counted.</summary>
    private const int Listed = 8;

    internal static Answer Of(CalibrationResults results) => new([.. new[] { OfNull(results), OfInformed(results), OfOpen(results), OfFit(results), OfReadings(results) }.OfType<Finding>()]);

    private static string Of(CalibrationResults results, ReadingResults reading) => results.HasReadings ? $" (reading {Wording.Quote(reading.Name)})" : "";

    private static Finding OfFit(CalibrationResults results)
    {
        int count = results.Readings[0].Facts.Count;
        ReadingResults[] fitting = [.. results.Readings.Where(reading => reading.AllAgree.Mean >= LeastAgreement)];
        string all = $"all {Words(count)} facts";
        string title = fitting.Length == results.Readings.Count
            ? $"The model brings {all} together{(results.HasReadings ? " under each reading" : "")}"
            : fitting.Length == 0
                ? $"The model does not bring {all} together within these ranges"
                : $"The model brings {all} together under {Wording.Quoted(fitting.Select(reading => reading.Name))}, not under {Wording.Quoted(results.Readings.Except(fitting).Select(reading => reading.Name))}";
        string text = string.Join(" ", results.Readings.Select(reading =>
        {
            FactPrediction worst = reading.Facts.MinBy(fact => fact.Agreeing.Mean)!;
            return $"{(results.HasReadings ? $"Read as {Wording.Quote(reading.Name)}, " : "Of ")}{Wording.PercentEstimate(reading.AllAgree)} of single runs of the calibrated parameter sets agree with {all} at once; of sets drawn from the ranges it was {Wording.PercentEstimate(reading.AllAgreeBefore)}. Hardest to meet: {worst.Evidence.Name}, met by {Wording.Percent(worst.Agreeing.Mean)}.";
        }));
        return new Finding(Fit, title, $"{title}. {(results.HasReadings ? text : text.Replace("Of ", "", StringComparison.Ordinal))}");
    }

    private static Finding OfInformed(CalibrationResults results)
    {
        string[] counts = [.. results.Readings.Select(reading => $"{reading.Informed.Count}")];
        int parameters = results.Readings[0].Parameters.Count;
        string title = $"The case informs {string.Join(" or ", counts.Distinct())} of {parameters} parameters; the rest stays what was put in";
        string text = string.Join(" ", results.Readings.Select(reading => reading.Informed.Count == 0
            ? $"Nothing is informed{Of(results, reading)}."
            : $"Informed{Of(results, reading)}: {Wording.List([.. reading.Informed.Take(Listed).Select(parameter => $"{parameter.Prior.Label} ({parameter.Middle} of {parameter.Prior.Range}, contraction {Wording.PercentEstimate(parameter.Contraction)})")])}{Rest(reading.Informed.Count)}."));
        return new Finding(Informed, title, $"{title}. {text}");
    }

    private static Finding? OfOpen(CalibrationResults results)
    {
        string[] open = [.. results.Readings[0].NotInformed.Select(parameter => parameter.Prior.Name).Where(name => results.Readings.All(reading => reading.NotInformed.Any(other => other.Prior.Name == name)))];
        if (open.Length == 0)
        {
            return null;
        }

        string[] labels = [.. results.Readings[0].Parameters.Where(parameter => open.Contains(parameter.Prior.Name)).Select(parameter => parameter.Prior.Label)];
        string title = $"About {Wording.Count(open.Length, "parameter", "parameters")} the case says nothing";
        return new Finding(Open, title, $"{title}{(results.HasReadings ? " under any reading" : "")}: {Wording.List(labels)}. Whatever is concluded about them comes from the ranges put in, not from the case.");
    }

    private static Finding? OfNull(CalibrationResults results)
    {
        if (results.Settings.Rival is not { } nothing || results.Readings.Any(reading => reading.Odds is null))
        {
            return null;
        }

        bool open = results.Readings.All(reading => reading.Odds!.Value.SideOf(1) == 0);
        ReadingResults strongest = results.Readings.MaxBy(reading => Math.Abs(Math.Log(Math.Max(1e-6, reading.Odds!.Value.Mean))))!;
        bool isFor = strongest.Odds!.Value.Mean > 1;
        string title = open
            ? $"The case cannot tell whether {Wording.Quote(nothing.Name)} is true"
            : $"The case speaks {(Math.Max(strongest.Odds.Value.Mean, 1 / strongest.Odds.Value.Mean) < 3 ? "weakly " : "")}{(isFor ? "for" : "against")} {Wording.Quote(nothing.Name)}";
        string text = string.Join(" ", results.Readings.Select(reading =>
            $"{(results.HasReadings ? $"Read as {Wording.Quote(reading.Name)}, the" : "The")} odds of {Wording.Quote(nothing.Name)} are {Wording.Estimate(reading.Odds!.Value)} to 1 (probability {Wording.PercentEstimate(reading.NullShare!.Value)}, {Wording.Count(reading.Families, "family", "families")} of parameter sets)."));
        string meaning = open
            ? "They were 1 to 1 before the facts were looked at, and the intervals hold 1: the five facts fit both stories."
            : "They were 1 to 1 before the facts were looked at. Odds of two stories from a handful of summary figures can mislead; odds below 3 to 1 either way are hardly worth mentioning.";
        return new Finding(Null, title, $"{title}. {text} {meaning}");
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
        string title = moved.Count == 0
            ? $"It hardly matters whether the report is read as {Wording.Quote(one.Name)} or as {Wording.Quote(other.Name)}"
            : $"Read as {Wording.Quote(other.Name)} instead of {Wording.Quote(one.Name)}, the case asks for another {moved[0].First.Prior.Label}";
        string text = string.Join("; ", moved.Take(Listed).Select(pair => $"{pair.First.Prior.Label} {pair.First.Middle} under {Wording.Quote(one.Name)}, {pair.Second!.Middle} under {Wording.Quote(other.Name)}"));
        return new Finding(Readings, title, moved.Count == 0 ? $"{title}: no parameter has different intervals." : $"{title}. Middle 90% of the parameters that differ: {text}.");
    }

    private static string Rest(int count) => count > Listed ? $", and {count - Listed} more" : "";

    private static string Words(int count) => count switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", _ => Wording.Number(count) };
}
